//! The package as npm sends it.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::Package;
use crate::process::Step;
use crate::tools::npm;
use crate::{files, project};

impl Package {
    /// Packs it into a folder.
    pub(crate) fn pack(&self, folder: &Path) -> Result<PathBuf> {
        files::create_folder(folder)?;
        let mut command = npm::npm()?;
        command.args(["pack", "--ignore-scripts", "--pack-destination"]).arg(folder).current_dir(&self.folder);
        Step::new("packing", command).run()?;
        Ok(folder.join(format!("xregion-{}.tgz", project::version_of("xregion")?)))
    }
}
