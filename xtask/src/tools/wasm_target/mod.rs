//! A Rust toolchain that compiles for wasm32-unknown-unknown.
//!
//! Most people's comes from rustup. Where rustup's server cannot be reached, Debian has all the parts of one.
//! `XREGION_WASM_TOOLCHAIN` may say which of the two it shall be; otherwise it is what is there, else rustup's,
//! else Debian's.

mod debian;
mod rustup;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{Tool, lookup};
use crate::process;
use crate::workshop::Workshop;

/// The target of the module.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const VARIABLE: &str = "XREGION_WASM_TOOLCHAIN";

/// What rustup and cargo tell their children, which would bring these back to the toolchain that runs us.
const INHERITED: &[&str] = &["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC", "RUSTDOC", "CARGO_BUILD_RUSTC"];

/// The toolchain that compiles the module.
#[derive(Debug, PartialEq)]
pub(crate) enum Toolchain {
    /// The one that compiled us.
    Ours,
    /// A folder laid out like one of rustup's.
    At(PathBuf),
}

impl Toolchain {
    /// A program that sees this toolchain's cargo and rustc first.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Result<Command> {
        let mut command = Command::new(program);
        if let Self::At(folder) = self {
            INHERITED.iter().for_each(|variable| {
                command.env_remove(variable);
            });
            lookup::put_first(&mut command, &folder.join("bin"))?;
        }
        Ok(command)
    }

    /// Its cargo.
    pub(crate) fn cargo(&self) -> Result<Command> {
        self.program("cargo")
    }

    /// What identifies its compiler.
    pub(crate) fn version(&self) -> Result<String> {
        process::answer(self.program("rustc")?.arg("-vV"))
    }

    /// Whether `cargo clippy` works. Debian's clippy does not fit Debian's newer compiler.
    pub(crate) fn has_clippy(&self) -> Result<bool> {
        Ok(*self == Self::Ours && process::answer(self.cargo()?.args(["clippy", "--version"])).is_ok())
    }

    /// The folder that holds it.
    pub(crate) fn sysroot(&self) -> Result<String> {
        process::answer(self.program("rustc")?.args(["--print", "sysroot"]))
    }

    fn program(&self, program: &str) -> Result<Command> {
        match self {
            Self::Ours => self.command(program),
            Self::At(folder) => self.command(folder.join("bin").join(program)),
        }
    }

    /// Whether the standard library for the target is there.
    fn can_compile(&self) -> bool {
        let asked = self
            .program("rustc")
            .and_then(|mut rustc| process::answer(rustc.args(["--print", "target-libdir", "--target", TARGET])));
        asked.is_ok_and(|folder| holds_standard_library(Path::new(&folder)))
    }
}

fn holds_standard_library(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

/// The way by which the toolchain comes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Rustup,
    Debian,
    WhatIsThere,
}

impl Way {
    fn wanted() -> Result<Self> {
        Self::named(&std::env::var(VARIABLE).unwrap_or_default())
    }

    fn named(name: &str) -> Result<Self> {
        Ok(match name {
            "" => Self::WhatIsThere,
            "rustup" => Self::Rustup,
            "debian" => Self::Debian,
            other => bail!("{VARIABLE} is `{other}`; it may be `rustup`, `debian` or absent"),
        })
    }
}

/// The need for such a toolchain. The handle is the toolchain.
pub(crate) struct WasmTarget;

impl Tool for WasmTarget {
    type Handle = Toolchain;

    fn name(&self) -> String {
        format!("a Rust toolchain for {TARGET}")
    }

    fn find(&self) -> Result<Option<Toolchain>> {
        let way = Way::wanted()?;
        if way != Way::Debian && Toolchain::Ours.can_compile() {
            return Ok(Some(Toolchain::Ours));
        }
        Ok(if way == Way::Rustup { None } else { debian::find()? })
    }

    fn install(&self, workshop: &Workshop) -> Result<()> {
        match Way::wanted()? {
            Way::Rustup => rustup::install(),
            Way::Debian => debian::install(workshop),
            Way::WhatIsThere => rustup::install().or_else(|error| {
                if !debian::is_possible() {
                    return Err(error);
                }
                println!("{error:#}; taking Debian's parts instead");
                debian::install(workshop)
            }),
        }
    }

    fn hint(&self) -> String {
        format!(
            "get it by: rustup target add {TARGET}, or as root on Debian set {VARIABLE}=debian, which needs: apt-get install {}",
            debian::PACKAGES.join(" ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_is_named_by_a_variable() {
        for (name, expected) in [
            ("", Some(Way::WhatIsThere)),
            ("rustup", Some(Way::Rustup)),
            ("debian", Some(Way::Debian)),
            ("Debian", None),
        ] {
            assert_eq!(Way::named(name).ok(), expected, "{name:?}");
        }
    }
}
