//! Making the npm package, `pkg/`.

mod check;
mod compile;
pub(crate) mod fingerprint;
mod glue;
mod optimise;
mod record;
mod stamp;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::files;
use crate::project;
use crate::tools::npm::BuildModules;
use crate::tools::wasm_target::WasmTarget;
use crate::tools::{crates, ensure};
use crate::workshop::Workshop;
use fingerprint::Fingerprint;
use record::Record;

/// All that the package is made of, this recipe included.
const INPUTS: &[&str] = &[
    "src",
    "pkg-template",
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    ".cargo/config.toml",
    "xtask/npm/package-lock.json",
    "xtask/src/package",
];

/// The version in the template, which stands for the library's own.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// How every WebAssembly module begins.
const MAGIC: &[u8] = b"\0asm";

/// The package, made. As long as it is held, no other process replaces it, nor makes anything else in this checkout.
pub(crate) struct Package {
    /// Where it is.
    pub(crate) folder: PathBuf,
    /// Where more can be made of it.
    pub(crate) workshop: Workshop,
}

/// Makes the package, unless it is there already and nothing that it is made of has changed.
pub(crate) fn build() -> Result<Package> {
    // What is quickly refused comes before what takes minutes.
    check::manifest(&manifest()?, |_| true)?;
    let toolchain = ensure(&WasmTarget)?;
    let bindgen = ensure(&crates::wasm_bindgen()?)?;
    let modules = ensure(&BuildModules)?;

    let package = Package { folder: project::root().join("pkg"), workshop: Workshop::of_checkout()? };
    let folder = &package.folder;
    let inputs = inputs(&toolchain.version()?)?;
    if Record::of(folder, &inputs)?.is_on_file()? {
        println!("pkg/ is up to date");
        return Ok(package);
    }
    check::scripts(&template())?;
    let staging = package.workshop.staging(folder)?;
    let glue = compile::module_and_glue(&toolchain, &bindgen, &staging.path().join("glue"))?;
    let module = optimise::module(&modules, &glue.module, &staging.path().join("optimised.wasm"))?;
    check_module(&module)?;
    let staged = staging.path().join("package");
    assemble(&staged, &module, &glue.script)?;
    check::manifest(&files::read(&staged.join("package.json"))?, |file| staged.join(file).is_file())?;
    check::scripts(&staged)?;
    staging.publish(Some("package"))?;
    Record::of(folder, &inputs)?.put_on_file()?;
    println!("pkg/ is ready: the module has {} bytes", module.len());
    Ok(package)
}

/// Wasm-bindgen's version is part of `Cargo.lock`, wasm-opt's of the other lock.
fn inputs(compiler: &str) -> Result<Fingerprint> {
    INPUTS.iter().try_fold(Fingerprint::default().with(compiler), |print, input| {
        print.with_path(project::root(), &project::root().join(input))
    })
}

fn assemble(package: &Path, module: &[u8], glue: &Path) -> Result<()> {
    let root = project::root();
    files::copy_folder(&template(), package)?;
    for license in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files::copy(&root.join(license), &package.join(license))?;
    }
    let stamp = project::version_of("xregion")?;
    let module = stamp::stamped(module, &stamp)?;
    files::write(&package.join("xregion.wasm"), &module)?;
    files::write(&package.join("glue.js"), glue::factory(&files::read(glue)?, &stamp)?)?;
    files::write(&package.join("inline.js"), inline(&module))?;
    files::write(&package.join("package.json"), manifest()?)
}

/// What is written by hand.
fn template() -> PathBuf {
    project::root().join("pkg-template")
}

/// The template's package.json with the library's version.
fn manifest() -> Result<String> {
    with_version(&files::read(&template().join("package.json"))?, &project::version_of("xregion")?)
}

/// A tool that fails and does not say so leaves an empty file, or none of its kind.
fn check_module(module: &[u8]) -> Result<()> {
    if !module.starts_with(MAGIC) {
        bail!("what came out is not a WebAssembly module: it has {} bytes", module.len());
    }
    Ok(())
}

/// The module as a script, for those who cannot fetch a file before they start.
fn inline(module: &[u8]) -> String {
    format!("export const base64 = \"{}\";\n", STANDARD.encode(module))
}

/// The text is replaced, rather than parsed and written anew: the order of conditions in `exports` has a meaning.
fn with_version(manifest: &str, version: &str) -> Result<String> {
    if manifest.matches(NO_VERSION).count() != 1 {
        bail!("pkg-template/package.json must hold {NO_VERSION} once");
    }
    Ok(manifest.replace(NO_VERSION, &format!("\"version\": \"{version}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_set_once() {
        for (manifest, expected) in [
            ("{ \"version\": \"0.0.0\", \"b\": 1 }", Some("{ \"version\": \"1.2.3\", \"b\": 1 }")),
            ("{ \"version\": \"1.0.0\" }", None),
            ("{ \"version\": \"0.0.0\", \"version\": \"0.0.0\" }", None),
        ] {
            assert_eq!(with_version(manifest, "1.2.3").ok().as_deref(), expected, "{manifest}");
        }
    }

    #[test]
    fn only_modules_pass() {
        for (bytes, expected) in [
            (&b"\0asm\x01\0\0\0"[..], true),
            (b"", false),
            (b"\0as", false),
            (b"asm\0\x01\0\0\0", false),
            (b"export const", false),
        ] {
            assert_eq!(check_module(bytes).is_ok(), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_module_becomes_a_script() {
        assert_eq!(inline(b"\0asm"), "export const base64 = \"AGFzbQ==\";\n");
    }
}
