//! Python, with packages of PyPI from a lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::lookup::Lookup;
use super::{Tool, apt, ensure};
use crate::package::fingerprint::Fingerprint;
use crate::process::{self, Step};
use crate::workshop::Workshop;
use crate::{files, project};

const PACKAGES: &[&str] = &["python3", "python3-venv"];

const PYTHON: Lookup = Lookup { variable: "XREGION_PYTHON", names: &["python3"], places: &[] };

/// The oldest that the lock file was made for.
const OLDEST: (u32, u32) = (3, 10);

/// What a Python says of itself, a line each: its version, whether it can make environments, and where it is, which
/// may be elsewhere than the program that was found. Debian leaves `ensurepip` to a package of its own.
const QUESTION: &str = "\
import sys, importlib.util as util
print('%d.%d.%d' % sys.version_info[:3])
print(all(util.find_spec(name) for name in ('venv', 'ensurepip')))
print(sys.executable)";

/// Packages of PyPI that something needs, as lock files name them, which are installed one after the other.
pub(crate) struct Packages {
    name: &'static str,
    locks: &'static [Lock],
}

struct Lock {
    file: &'static str,
    /// What pip may build. What is built from source runs scripts, and may need a compiler.
    builds: &'static [&'static str],
}

const WHEELS: &[&str] = &["--only-binary", ":all:"];

/// What the suite of clients needs.
pub(crate) const CLIENTS: Packages = Packages {
    name: "the set of Python packages for tests",
    locks: &[Lock { file: "tests/clients/requirements.txt", builds: WHEELS }],
};

/// What the example with Spark needs. PyPI has PySpark as source alone, which is built with what is locked, too.
pub(crate) const SPARK: Packages = Packages {
    name: "PySpark",
    locks: &[
        Lock { file: "examples/spark/build.txt", builds: WHEELS },
        Lock {
            file: "examples/spark/requirements.txt",
            builds: &["--only-binary", ":all:", "--no-binary", "pyspark", "--no-build-isolation"],
        },
    ],
};

/// The Python that has packages of PyPI. Programs of these packages are called by `-m`.
pub(crate) fn with(packages: &Packages) -> Result<PathBuf> {
    let interpreter = ensure(&Python)?;
    ensure(&PythonModules { interpreter, packages })
}

/// Python that can make environments.
struct Python;

/// One that was found.
#[derive(Debug, PartialEq)]
struct Interpreter {
    version: String,
    path: PathBuf,
}

impl Tool for Python {
    type Handle = Interpreter;

    fn name(&self) -> String {
        format!("Python {}.{} or later with venv", OLDEST.0, OLDEST.1)
    }

    fn find(&self) -> Result<Option<Interpreter>> {
        let Some(program) = PYTHON.find()? else { return Ok(None) };
        let answer = process::answer(Command::new(&program).args(["-I", "-c", QUESTION]))?;
        judge(&answer).with_context(|| format!("{} will not do", program.display()))
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        apt::install(PACKAGES)
    }

    fn hint(&self) -> String {
        format!("{}, elsewhere install Python and name it by {}", apt::by_hand(PACKAGES), PYTHON.variable)
    }
}

/// The Python that gave an answer; none where what makes environments is still to be installed.
fn judge(answer: &str) -> Result<Option<Interpreter>> {
    let mut lines = answer.lines().map(str::trim);
    let (Some(version), Some(can_make), Some(path)) = (lines.next(), lines.next(), lines.next()) else {
        bail!("it does not say what it is");
    };
    let (oldest_major, oldest_minor) = OLDEST;
    if release(version).is_none_or(|release| release < OLDEST) {
        bail!(
            "Python {version} is too old; install {oldest_major}.{oldest_minor} or later, or name it by {}",
            PYTHON.variable
        );
    }
    Ok((can_make == "True").then(|| Interpreter { version: version.to_owned(), path: PathBuf::from(path) }))
}

fn release(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

/// Packages in an environment of their own in the cache: one for each state of the lock files and each Python. The
/// handle is the environment's Python.
struct PythonModules<'p> {
    interpreter: Interpreter,
    packages: &'p Packages,
}

impl PythonModules<'_> {
    fn folder(&self) -> Result<PathBuf> {
        let Interpreter { version, path } = &self.interpreter;
        let locks = self.packages.locks.iter().map(|lock| files::read(&project::root().join(lock.file)));
        let print = Fingerprint::default().with(locks.collect::<Result<String>>()?).with(version).with(path);
        Ok(project::cache()?.join("python").join(print.to_string()))
    }

    /// Written last, as environments are made where they stay: their programs know where they are.
    fn mark(folder: &Path) -> PathBuf {
        folder.join(".installed")
    }
}

impl Tool for PythonModules<'_> {
    type Handle = PathBuf;

    fn name(&self) -> String {
        self.packages.name.to_owned()
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        let folder = self.folder()?;
        Ok(Self::mark(&folder).is_file().then(|| python_of(&folder)))
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        let folder = self.folder()?;
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
        let mut venv = Command::new(&self.interpreter.path);
        venv.args(["-I", "-m", "venv"]).arg(&folder);
        Step::new("making an environment for Python", venv).run()?;

        for lock in self.packages.locks {
            let mut pip = Command::new(python_of(&folder));
            pip.args(["-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes"]);
            pip.args(lock.builds).arg("--requirement").arg(project::root().join(lock.file));
            Step::new(format!("installing from PyPI what {} names", lock.file), pip).run()?;
        }
        files::write(&Self::mark(&folder), "")
    }

    fn hint(&self) -> String {
        let files: Vec<&str> = self.packages.locks.iter().map(|lock| lock.file).collect();
        format!("look at pip's log, or try: python3 -m pip install --require-hashes -r {}", files.join(" -r "))
    }
}

fn python_of(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pythons_that_will_do_are_taken() {
        for (answer, expected) in [
            ("3.11.2\nTrue\n/usr/bin/python3", Ok(Some("/usr/bin/python3"))),
            ("3.10.0\r\nTrue\r\n/opt/with blank/python3\r\n", Ok(Some("/opt/with blank/python3"))),
            ("4.0.0\nTrue\n/usr/bin/python3", Ok(Some("/usr/bin/python3"))),
            ("3.13.5\nFalse\n/usr/bin/python3", Ok(None)),
            ("3.9.18\nTrue\n/usr/bin/python3", Err("Python 3.9.18 is too old")),
            ("2.7.18\nFalse\n/usr/bin/python3", Err("Python 2.7.18 is too old")),
            ("strange\nTrue\n/usr/bin/python3", Err("Python strange is too old")),
            ("", Err("it does not say what it is")),
        ] {
            let judged = judge(answer).map(|found| found.map(|interpreter| interpreter.path));
            let judged = judged.map_err(|error| error.to_string().split(';').next().unwrap().to_owned());
            let expected = expected.map(|path| path.map(PathBuf::from)).map_err(str::to_owned);
            assert_eq!(judged, expected, "{answer}");
        }
    }
}
