//! Making the npm package, `pkg/`.

mod compile;
pub(crate) mod fingerprint;
mod optimise;
mod record;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::files::{self, Staging};
use crate::project;
use crate::tools::npm::BuildModules;
use crate::tools::wasm_target::WasmTarget;
use crate::tools::{crates, ensure};
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

/// The folder that is published.
pub(crate) fn folder() -> PathBuf {
    project::root().join("pkg")
}

/// Makes the package, unless it is there already and nothing that it is made of has changed. Returns its folder.
pub(crate) fn build() -> Result<PathBuf> {
    let toolchain = ensure(&WasmTarget)?;
    let bindgen = ensure(&crates::wasm_bindgen()?)?;
    let modules = ensure(&BuildModules)?;

    let package = folder();
    let inputs = inputs(&toolchain.version()?)?;
    if Record::of(&package, &inputs)?.is_on_file()? {
        println!("pkg/ is up to date");
        return Ok(package);
    }
    let staging = Staging::of(&package)?;
    let glue = compile::module_and_glue(&toolchain, &bindgen)?;
    let module = optimise::module(&modules, &glue.module)?;
    assemble(staging.path(), &module, &glue.script)?;
    staging.publish(None)?;
    Record::of(&package, &inputs)?.put_on_file()?;
    println!("pkg/ is ready: the module has {} bytes", std::fs::metadata(package.join("xregion.wasm"))?.len());
    Ok(package)
}

/// Wasm-bindgen's version is part of `Cargo.lock`, wasm-opt's of the other lock.
fn inputs(compiler: &str) -> Result<Fingerprint> {
    INPUTS.iter().try_fold(Fingerprint::default().with(compiler), |print, input| {
        print.with_path(project::root(), &project::root().join(input))
    })
}

fn assemble(package: &Path, module: &Path, glue: &Path) -> Result<()> {
    let root = project::root();
    files::copy_folder(&root.join("pkg-template"), package)?;
    for license in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files::copy(&root.join(license), &package.join(license))?;
    }
    files::copy(module, &package.join("xregion.wasm"))?;
    files::copy(glue, &package.join("glue.js"))?;
    files::write(&package.join("inline.js"), inline(&std::fs::read(module)?))?;

    let manifest = package.join("package.json");
    files::write(&manifest, with_version(&files::read(&manifest)?, &project::version_of("xregion")?)?)
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
    fn a_module_becomes_a_script() {
        assert_eq!(inline(b"\0asm"), "export const base64 = \"AGFzbQ==\";\n");
    }
}
