//! botocore's data: in a wheel as it comes from the registry, or unpacked in a folder.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use flate2::read::GzDecoder;
use serde::de::DeserializeOwned;
use zip::ZipArchive;
use zip::result::ZipError;

/// Where the data is in a wheel, and in a folder of packages.
const INSIDE: &str = "botocore/data";

/// The data of one release.
pub(crate) struct Data {
    /// What people call it: the file or the folder.
    pub(crate) name: String,
    source: Source,
}

enum Source {
    Folder(PathBuf),
    Wheel(Box<RefCell<ZipArchive<File>>>),
}

impl Data {
    /// A wheel; or a folder that is the data, or holds it as a wheel does.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        if path.is_dir() {
            let inside = path.join(INSIDE);
            let folder = if inside.is_dir() { inside } else { path.to_owned() };
            return Ok(Self { name, source: Source::Folder(folder) });
        }
        let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        let archive = ZipArchive::new(file).with_context(|| format!("{} is no wheel", path.display()))?;
        Ok(Self { name, source: Source::Wheel(Box::new(RefCell::new(archive))) })
    }

    /// A file by its path below the data, packed or not.
    pub(crate) fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        let failed = || format!("cannot read {path} of {}", self.name);
        let packed = self.bytes(&format!("{path}.gz")).with_context(failed)?;
        let bytes = match packed {
            Some(packed) => {
                let mut bytes = Vec::new();
                GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).with_context(failed)?;
                bytes
            }
            None => self.bytes(path).with_context(failed)?.with_context(|| format!("{} has no {path}", self.name))?,
        };
        serde_json::from_slice(&bytes).with_context(failed)
    }

    /// The latest of the versions of a service, which are named by days.
    pub(crate) fn latest(&self, service: &str) -> Result<String> {
        let versions = match &self.source {
            Source::Folder(folder) => {
                let path = folder.join(service);
                let entries = fs::read_dir(&path).with_context(|| format!("cannot list {}", path.display()))?;
                entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect::<Vec<_>>()
            }
            Source::Wheel(archive) => {
                let prefix = format!("{INSIDE}/{service}/");
                let archive = archive.borrow();
                let inside = archive
                    .file_names()
                    .filter_map(|name| Some(name.ok()?.strip_prefix(&prefix)?.split('/').next()?.to_owned()));
                inside.collect()
            }
        };
        let is_day =
            |name: &&String| name.len() == 10 && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        match versions.iter().filter(is_day).max() {
            Some(version) => Ok(format!("{service}/{version}")),
            None => bail!("{} has no model of {service}", self.name),
        }
    }

    fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>> {
        match &self.source {
            Source::Folder(folder) => match fs::read(folder.join(path)) {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                read => Ok(Some(read?)),
            },
            Source::Wheel(archive) => match archive.borrow_mut().by_name(&format!("{INSIDE}/{path}")) {
                Err(ZipError::FileNotFound) => Ok(None),
                file => {
                    let mut bytes = Vec::new();
                    file?.read_to_end(&mut bytes)?;
                    Ok(Some(bytes))
                }
            },
        }
    }
}
