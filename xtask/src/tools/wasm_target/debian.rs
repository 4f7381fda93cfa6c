//! A toolchain laid out from Debian's parts: its newest compiler, and a standard library that we compile with it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::{INHERITED, TARGET, Toolchain};
use crate::files;
use crate::process::{self, Step};
use crate::project;
use crate::tools::{apt, lookup};
use crate::workshop::Workshop;

/// The compiler that Debian keeps new enough for browsers, its source, and the linker of the same LLVM.
pub(super) const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

const RUSTC: &str = "/usr/bin/rustc";
const RUSTDOC: &str = "/usr/bin/rustdoc";
const CARGO: &str = "/usr/bin/cargo";
const LINKER: &str = "/usr/bin/wasm-ld-22";
const SOURCE: &str = "/usr/lib/rustlib/src";

/// The name under which rustup knows it, as in `cargo +xregion-debian build`.
const LINKED_AS: &str = "xregion-debian";

/// Counted up when toolchains come out differently, so that those that are there already are not used.
const RECIPE: u32 = 3;

/// The library that exists only so that cargo compiles all that it depends on: the standard library.
const EMPTY: &str = "empty";

pub(super) fn find() -> Result<Option<Toolchain>> {
    if !parts_are_there() {
        return Ok(None);
    }
    let toolchain = Toolchain::At(Compiler::ask()?.folder()?);
    Ok(toolchain.can_compile().then_some(toolchain))
}

pub(super) fn install(workshop: &Workshop) -> Result<()> {
    if !parts_are_there() {
        apt::install(PACKAGES)?;
    }
    let compiler = Compiler::ask()?;
    let folder = compiler.folder()?;
    let staging = workshop.staging(&folder)?;
    let toolchain = staging.path().join("toolchain");
    lay_out(&compiler, &toolchain, &folder)?;
    let built = build_standard_library(&staging.path().join(EMPTY))?;
    copy_libraries(&built, &toolchain.join("lib/rustlib").join(TARGET).join("lib"))?;
    staging.publish(Some("toolchain"))?;
    link(&folder)
}

/// Whether [`install`] has a chance.
pub(super) fn is_possible() -> bool {
    parts_are_there() || apt::is_usable()
}

fn parts_are_there() -> bool {
    [RUSTC, RUSTDOC, CARGO, LINKER, &format!("{SOURCE}/rust/library/std/Cargo.toml")]
        .into_iter()
        .all(|part| Path::new(part).exists())
}

/// What Debian's compiler says of itself.
#[derive(Debug, PartialEq)]
struct Compiler {
    release: String,
    host: String,
}

impl Compiler {
    fn ask() -> Result<Self> {
        let answer = process::answer(Command::new(RUSTC).arg("-vV"))?;
        Self::read(&answer).with_context(|| format!("{RUSTC} -vV names neither its release nor its host"))
    }

    fn read(answer: &str) -> Option<Self> {
        let field = |name: &str| Some(answer.lines().find_map(|line| line.strip_prefix(name))?.trim().to_owned());
        Some(Self { release: field("release:")?, host: field("host:")? })
    }

    /// Where the toolchain goes. A newer compiler cannot read the libraries of an older one: each has its own folder.
    fn folder(&self) -> Result<PathBuf> {
        Ok(project::cache()?.join("toolchains").join(format!("debian-{}-{RECIPE}", self.release)))
    }
}

/// Compiles the standard library for the target and returns the folder where its parts are.
fn build_standard_library(empty: &Path) -> Result<PathBuf> {
    files::write(
        &empty.join("Cargo.toml"),
        format!("[package]\nname = \"{EMPTY}\"\nedition = \"2024\"\n\n[workspace]\n"),
    )?;
    files::write(&empty.join("src/lib.rs"), "")?;

    let mut cargo = Command::new(CARGO);
    for variable in INHERITED {
        cargo.env_remove(variable);
    }
    cargo.current_dir(empty).env("RUSTC", RUSTC);
    // Compiling the standard library is not yet stable in cargo, though it is what made the one that Debian ships.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    // What a panic says ends up in modules, and shall not tell where this was done.
    let places = [(project::cargo_home()?, "/cargo"), (PathBuf::from(SOURCE), "/rust/lib/rustlib/src")];
    let mut flags = places.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).to_vec();
    // As in what rustup installs: without it, what uses the library is not optimised together with it.
    flags.push("-Cembed-bitcode=yes".to_owned());
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    cargo.args(["build", "--release", "--target", TARGET, "--target-dir", "target"]);
    cargo.arg("-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro");
    Step::new("compiling Rust's standard library for wasm32, about a minute", cargo).run()?;
    Ok(empty.join("target").join(TARGET).join("release/deps"))
}

/// Makes the folder look like a toolchain of rustup's: wasm-pack and rust-analyzer look into it.
fn lay_out(compiler: &Compiler, toolchain: &Path, final_place: &Path) -> Result<()> {
    let sysroot = format!("--sysroot '{}'", final_place.display());
    for (name, program, arguments) in
        [("rustc", RUSTC, &*sysroot), ("rustdoc", RUSTDOC, &*sysroot), ("cargo", CARGO, "")]
    {
        script(&toolchain.join("bin").join(name), &format!("exec {program} {arguments} \"$@\""))?;
    }
    let rustlib = toolchain.join("lib/rustlib");
    let host = rustlib.join(&compiler.host);
    symlink(Path::new("/usr/lib/rustlib").join(&compiler.host).join("lib"), &host.join("lib"))?;
    symlink(LINKER, &host.join("bin/rust-lld"))?;
    symlink(SOURCE, &rustlib.join("src"))
}

fn copy_libraries(from: &Path, to: &Path) -> Result<()> {
    files::create_folder(to)?;
    for library in files::files_below(from)? {
        let name = library.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with(&format!("lib{EMPTY}-")) {
            files::copy(&library, &to.join(&*name))?;
        }
    }
    Ok(())
}

/// Makes rustup, and so editors, know it. Nothing here depends on that.
fn link(folder: &Path) -> Result<()> {
    if lookup::program("rustup").is_some() {
        process::answer(Command::new("rustup").args(["toolchain", "link", LINKED_AS]).arg(folder))?;
    }
    Ok(())
}

#[cfg(unix)]
fn script(path: &Path, line: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;

    files::write(path, format!("#!/bin/sh\n{line}\n"))?;
    Ok(std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))?)
}

#[cfg(unix)]
fn symlink(target: impl AsRef<Path>, link: &Path) -> Result<()> {
    if let Some(folder) = link.parent() {
        files::create_folder(folder)?;
    }
    std::os::unix::fs::symlink(target, link).with_context(|| format!("cannot link {}", link.display()))
}

#[cfg(not(unix))]
fn script(_path: &Path, _line: &str) -> Result<()> {
    anyhow::bail!("Debian's parts are of use on Debian alone")
}

#[cfg(not(unix))]
fn symlink(_target: impl AsRef<Path>, _link: &Path) -> Result<()> {
    anyhow::bail!("Debian's parts are of use on Debian alone")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_introduces_itself() {
        let compiler = |release: &str, host: &str| Compiler { release: release.to_owned(), host: host.to_owned() };
        for (answer, expected) in [
            (
                "rustc 1.96.0 (ac68faa20 2026-05-25)\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\nrelease: 1.96.0\n",
                Some(compiler("1.96.0", "x86_64-unknown-linux-gnu")),
            ),
            ("rustc 1.96.0\nrelease: 1.96.0\n", None),
            ("", None),
        ] {
            assert_eq!(Compiler::read(answer), expected, "{answer}");
        }
    }
}
