//! Making the npm package, `pkg/`.

mod check;
mod compile;
pub(crate) mod fingerprint;
mod glue;
pub(crate) mod kept;
mod manifest;
mod notices;
pub(crate) mod optimise;
pub(crate) mod pack;
mod record;
mod stamp;
mod twins;
mod variants;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::files;
use crate::project;
use crate::tools::npm::BuildModules;
use crate::tools::wasm_target::{Toolchain, WasmTarget};
use crate::tools::{crates, ensure};
use crate::workshop::Workshop;
use compile::Kind;
use fingerprint::Fingerprint;
use kept::Kept;
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
    "xtask/src/parts.rs",
];

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
    check::manifest(&manifest::of(&template(), &template())?, |_| true)?;
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
    let made = |kind| module(&toolchain, &bindgen, &modules, kind, staging.path());
    let [verdicts, quick, full] = [made(&compile::VERDICTS)?, made(&compile::QUICK)?, made(&compile::FULL)?];
    let staged = staging.path().join("package");
    assemble(&staged, &modules, [&verdicts, &quick, &full])?;
    let names = files::names_below(&staged)?;
    let is_there = |name: &str| names.iter().any(|file| check::is_name_of(file, name));
    check::manifest(&files::read(&staged.join("package.json"))?, is_there)?;
    check::scripts(&staged)?;
    staging.publish(Some("package"))?;
    Record::of(folder, &inputs)?.put_on_file()?;
    println!("pkg/ is ready: the modules have {} and {} bytes", verdicts.bytes.len(), full.bytes.len());
    Ok(package)
}

/// The modules without the standard library, with the names of their functions: the one that is shipped, and the one
/// with what the quick module has beside it. The package must have been made.
pub(crate) fn to_be_looked_into() -> Result<[Kept; 2]> {
    let toolchain = ensure(&WasmTarget)?;
    let bindgen = ensure(&crates::wasm_bindgen()?)?;
    compile::module_and_glue(&toolchain, &bindgen, &compile::GLANCE, &project::scratch().join("size/glance"))?;
    Ok([compile::VERDICTS.name, compile::GLANCE.name].map(Kept::of))
}

/// A module, and the JavaScript that wasm-bindgen writes for it.
struct Module {
    bytes: Vec<u8>,
    glue: PathBuf,
}

fn module(toolchain: &Toolchain, bindgen: &Path, modules: &Path, kind: &Kind, staging: &Path) -> Result<Module> {
    let folder = staging.join(kind.name);
    let glue = compile::module_and_glue(toolchain, bindgen, kind, &folder)?;
    let bytes = optimise::module(kind.aim, modules, &glue.module, &folder.join("optimised.wasm"))?;
    check_module(&bytes)?;
    Ok(Module { bytes, glue: glue.script })
}

/// Wasm-bindgen's version is part of `Cargo.lock`, wasm-opt's of the other lock.
fn inputs(compiler: &str) -> Result<Fingerprint> {
    INPUTS.iter().try_fold(Fingerprint::default().with(compiler), |print, input| {
        print.with_path(project::root(), &project::root().join(input))
    })
}

fn assemble(package: &Path, modules: &Path, [verdicts, quick, full]: [&Module; 3]) -> Result<()> {
    let root = project::root();
    files::copy_folder(&template(), package)?;
    for license in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files::copy(&root.join(license), &package.join(license))?;
    }
    files::write(&package.join(notices::FILE), notices::text()?)?;
    let stamp = project::version_of("xregion")?;
    let stamps = [stamp.clone(), format!("{stamp} full")];
    let files = [("xregion.wasm", "inline.js", verdicts), ("full.wasm", "full-inline.js", full)];
    for ((file, script, module), stamp) in files.into_iter().zip(&stamps) {
        let bytes = stamp::stamped(&module.bytes, stamp)?;
        files::write(&package.join(file), &bytes)?;
        files::write(&package.join(script), inline(&bytes)?)?;
    }
    files::write(&package.join("quick-inline.js"), ready(&stamp::stamped(&quick.bytes, &stamp)?))?;
    files::write(&package.join("stamp.js"), stamp::script(&stamps))?;
    files::write(&package.join("glue.js"), glue::factory(&files::read(&full.glue)?)?)?;
    variants::write(package)?;
    twins::write(modules, package)?;
    files::write(&package.join("package.json"), manifest::of(&template(), package)?)
}

/// What is written by hand.
fn template() -> PathBuf {
    project::root().join("pkg-template")
}

/// A tool that fails and does not say so leaves an empty file, or none of its kind.
fn check_module(module: &[u8]) -> Result<()> {
    if !module.starts_with(MAGIC) {
        bail!("what came out is not a WebAssembly module: it has {} bytes", module.len());
    }
    Ok(())
}

/// The module as a script, for those who cannot fetch a file before they start. It is deflated, as what is in Base64
/// grows by a third on its way, however it is sent.
fn inline(module: &[u8]) -> Result<String> {
    let mut deflated = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, module, &mut deflated)?;
    let base64 = STANDARD.encode(deflated);
    Ok(format!("export const deflated = \"{base64}\";\nexport const size = {};\n", module.len()))
}

/// The same for scripts that lie beside the program: to inflate it would take longer than to read it.
fn ready(module: &[u8]) -> String {
    format!("export const base64 = \"{}\";\n", STANDARD.encode(module))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let script = inline(&b"\0asm".repeat(100)).unwrap();
        assert!(
            script.starts_with("export const deflated = \"") && script.ends_with("\";\nexport const size = 400;\n")
        );
    }
}
