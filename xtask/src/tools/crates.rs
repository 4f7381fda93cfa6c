//! Programs that are compiled from crates.io: their versions, and how they are installed.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Tool;
use super::lookup::Lookup;
use crate::files;
use crate::process::Step;
use crate::project;
use crate::workshop::Workshop;

/// Writes the JavaScript beside the module, and runs its tests in browsers. It understands only modules made with the
/// crate of its own version, so that `Cargo.lock` decides which one it is.
pub(crate) fn wasm_bindgen() -> Result<CrateTool> {
    Ok(CrateTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: project::version_of("wasm-bindgen")?,
        // The lock file inside some of its releases names a version that was withdrawn, and cargo then refuses it.
        locked: false,
        elsewhere: None,
    })
}

/// Builds the tests for wasm32 and hands them to the browsers.
pub(crate) fn wasm_pack() -> CrateTool {
    CrateTool {
        package: "wasm-pack",
        program: "wasm-pack",
        version: "0.15.1".to_owned(),
        locked: true,
        elsewhere: None,
    }
}

/// Compares the Rust interface of two versions.
pub(crate) fn semver_checks() -> CrateTool {
    CrateTool {
        package: "cargo-semver-checks",
        program: "cargo-semver-checks",
        version: "0.51.0".to_owned(),
        locked: true,
        elsewhere: None,
    }
}

/// Compiles programs for a fuzzer, and with them the fuzzer.
pub(crate) fn cargo_fuzz() -> CrateTool {
    CrateTool {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2".to_owned(),
        locked: true,
        elsewhere: None,
    }
}

/// Judges what is taken from others: licences, sources, and that each crate is there once.
pub(crate) fn cargo_deny() -> CrateTool {
    CrateTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        locked: true,
        elsewhere: None,
    }
}

/// Drives Firefox. Any version that is there already will do: the protocol is a standard.
pub(crate) fn geckodriver() -> CrateTool {
    CrateTool {
        package: "geckodriver",
        program: "geckodriver",
        version: "0.37.1".to_owned(),
        locked: true,
        elsewhere: Some(Lookup { variable: "XREGION_GECKODRIVER", names: &["geckodriver"], places: &[] }),
    }
}

/// A program that `cargo install` makes. Its handle is its path.
pub(crate) struct CrateTool {
    package: &'static str,
    program: &'static str,
    version: String,
    locked: bool,
    elsewhere: Option<Lookup>,
}

impl CrateTool {
    fn folder(&self) -> Result<PathBuf> {
        Ok(project::cache()?.join("tools").join(format!("{}-{}", self.package, self.version)))
    }
}

impl Tool for CrateTool {
    type Handle = PathBuf;

    fn name(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(path) = self.elsewhere.as_ref().map(Lookup::find).transpose()?.flatten() {
            return Ok(Some(path));
        }
        let program = self.folder()?.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        Ok(program.is_file().then_some(program))
    }

    fn install(&self, workshop: &Workshop) -> Result<()> {
        let folder = self.folder()?;
        let staging = workshop.staging(&folder)?;
        let mut command = Command::new("cargo");
        command.args(["install", self.package, "--version", &self.version]);
        command.arg("--root").arg(staging.path().join("root")).arg("--target-dir").arg(staging.path().join("target"));
        if self.locked {
            command.arg("--locked");
        }
        // Settings of this project, as a target or flags of its own, are not meant for its tools.
        files::create_folder(staging.path())?;
        command.current_dir(staging.path());
        Step::new(format!("compiling {} {}, a matter of minutes", self.package, self.version), command).run()?;
        staging.publish(Some("root"))
    }

    fn hint(&self) -> String {
        format!("get it by: cargo install {} --version {}", self.package, self.version)
    }
}
