//! Packages of Debian and its relatives.

use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Result, bail};

use super::lookup;
use crate::process::{self, Step};

/// Installs packages, or says in one line why that is not for us to do.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let rights = Rights::of_this_process();
    update(&rights)?;
    let mut command = rights.apt_get()?;
    command.args(["install", "-y", "--no-install-recommends"]).args(packages);
    // A package manager that is stopped half-way leaves packages half-configured.
    Step::new(format!("installing {}", packages.join(", ")), command).uninterrupted().run()?;
    Ok(())
}

/// Whether [`install`] has a chance.
pub(crate) fn is_usable() -> bool {
    matches!(Rights::of_this_process(), Rights::Root | Rights::Sudo)
}

/// How a person installs packages by hand.
pub(crate) fn by_hand(packages: &[&str]) -> String {
    format!("on Debian or Ubuntu: sudo apt-get install {}", packages.join(" "))
}

/// Lists of packages that are out of date name files that are gone. Once for each of our runs is enough.
fn update(rights: &Rights) -> Result<()> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.get().is_none() {
        let mut command = rights.apt_get()?;
        command.arg("update");
        Step::new("updating Debian's lists of packages", command).run()?;
        DONE.get_or_init(|| ());
    }
    Ok(())
}

#[derive(Debug, PartialEq)]
enum Rights {
    NotDebian,
    Root,
    Sudo,
    None,
}

impl Rights {
    fn of_this_process() -> Self {
        let sudo = || process::answer(Command::new("sudo").args(["-n", "true"])).is_ok();
        Self::decide(lookup::program("apt-get").is_some(), is_root(), sudo)
    }

    fn decide(apt: bool, root: bool, sudo: impl FnOnce() -> bool) -> Self {
        match (apt, root) {
            (false, _) => Self::NotDebian,
            (true, true) => Self::Root,
            (true, false) if sudo() => Self::Sudo,
            (true, false) => Self::None,
        }
    }

    fn apt_get(&self) -> Result<Command> {
        let words: &[&str] = match self {
            Self::NotDebian => bail!("there is no apt-get here"),
            Self::None => bail!("apt-get needs root, or sudo without a password"),
            Self::Root => &["env"],
            Self::Sudo => &["sudo", "-n", "env"],
        };
        let mut words = words.iter().chain(&["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        let mut command = Command::new(words.next().unwrap_or(&"env"));
        // Another apt-get that is at work will be done in a while.
        command.args(words).args(["-q", "-o", "DPkg::Lock::Timeout=120"]);
        Ok(command)
    }
}

/// Whether we may do everything on this machine. Browsers refuse their sandbox then.
pub(crate) fn is_root() -> bool {
    #[cfg(unix)]
    return nix::unistd::geteuid().is_root();
    #[cfg(not(unix))]
    return false;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_only_where_we_may() {
        for (apt, root, sudo, expected) in [
            (false, true, true, Rights::NotDebian),
            (true, true, false, Rights::Root),
            (true, false, true, Rights::Sudo),
            (true, false, false, Rights::None),
        ] {
            assert_eq!(Rights::decide(apt, root, || sudo), expected, "apt {apt}, root {root}, sudo {sudo}");
        }
    }
}
