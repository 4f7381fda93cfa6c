//! The newest release of botocore, by pip, with the settings that pip has on this machine.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, anyhow};

use crate::process::{self, Step};
use crate::tools::lookup::Lookup;
use crate::workshop::{Staging, Workshop};
use crate::{files, project};

const PYTHON: Lookup = Lookup { variable: "XREGION_PYTHON", names: &["python3", "python"], places: &[] };

/// A release that was fetched, and is removed when it is dropped.
pub(crate) struct Release {
    pub(crate) wheel: PathBuf,
    // In this order: the folder goes before the workshop is open to others.
    _folder: Staging,
    _workshop: Workshop,
}

/// Fetches it. It is never installed nor run: it may be for another Python than the one that is here.
pub(crate) fn newest() -> Result<Release> {
    let python = PYTHON.find()?.context("there is no Python to fetch botocore with: install Python 3 with pip")?;
    process::answer(Command::new(&python).args(["-m", "pip", "--version"]))
        .map_err(|_| anyhow!("{} has no pip to fetch botocore with", python.display()))?;
    let workshop = Workshop::of_checkout()?;
    let folder = workshop.staging(&project::scratch().join("botocore"))?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "download", "botocore", "--no-deps", "--only-binary", ":all:", "--ignore-requires-python"]);
    pip.args(["--no-input", "--disable-pip-version-check", "--retries", "1", "--timeout", "20", "--dest"]);
    pip.arg(folder.path());
    Step::new("fetching botocore", pip).brief().run().context("the registry was not reached")?;
    let mut files = files::files_below(folder.path())?.into_iter();
    let wheel = files.find(|file| file.extension().is_some_and(|extension| extension == "whl"));
    Ok(Release { wheel: wheel.context("pip fetched no wheel")?, _folder: folder, _workshop: workshop })
}
