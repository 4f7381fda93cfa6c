//! The demo page as a folder of plain files, and a server for it.

use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::files;
use crate::process::{group, interrupt};
use crate::tools::ensure;
use crate::tools::npm::BuildModules;
use crate::{package, project};

/// The port that people expect, and how many after it are tried when it is taken.
const PORTS: std::ops::Range<u16> = 8080..8180;

const GLANCE: Duration = Duration::from_millis(50);

/// Puts the page and the package that it loads into one folder, and returns that.
pub(crate) fn stage() -> Result<PathBuf> {
    let package = package::build()?;
    let site = project::root().join("target/site");
    let staging = package.workshop.staging(&site)?;
    files::copy_folder(&project::root().join("www"), staging.path())?;
    files::copy_folder(&package.folder, &staging.path().join("pkg"))?;
    staging.publish(None)?;
    Ok(site)
}

/// A server on this machine alone, for the files of one folder.
pub(crate) struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts it on the port that is wanted, or on the first free one. It answers when this returns.
    pub(crate) fn start(folder: &Path, wanted: Option<u16>) -> Result<Self> {
        let port = free_port(wanted)?;
        let modules = ensure(&BuildModules)?;
        let mut command = Command::new("node");
        command.arg(modules.join("sirv-cli/bin.js")).arg(folder);
        // "dev": files are read when they are asked for, so that a reload shows what was built meanwhile.
        command.args(["--dev", "--quiet", "--host", "127.0.0.1", "--port", &port.to_string()]);
        // These would win over the arguments.
        command.env_remove("HOST").env_remove("PORT").stdin(Stdio::null());
        let child = group::spawn(&mut command).context("cannot start node")?;
        let mut server = Self { child, port };
        server.wait_until_it_answers()?;
        Ok(server)
    }

    /// Where the page is.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves until we are asked to stop.
    pub(crate) fn serve(mut self) -> Result<()> {
        while !interrupt::requested() {
            self.check()?;
            thread::sleep(GLANCE);
        }
        Ok(())
    }

    fn wait_until_it_answers(&mut self) -> Result<()> {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            interrupt::check()?;
            self.check()?;
            if started.elapsed() > Duration::from_secs(20) {
                bail!("the server does not answer on port {}", self.port);
            }
            thread::sleep(GLANCE);
        }
        Ok(())
    }

    fn check(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => bail!("the server ended ({status})"),
            None => Ok(()),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        group::end(&mut self.child);
    }
}

/// The port that is wanted, or the first free one.
pub(crate) fn free_port(wanted: Option<u16>) -> Result<u16> {
    choose(wanted, |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop))
}

fn choose(wanted: Option<u16>, attempt: impl Fn(u16) -> io::Result<()>) -> Result<u16> {
    match wanted {
        Some(port) => attempt(port).map(|()| port).with_context(|| format!("port {port} cannot be used")),
        None => PORTS.into_iter().find(|port| attempt(*port).is_ok()).with_context(|| {
            format!("no port from {} to {} is free; choose one by --port", PORTS.start, PORTS.end - 1)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_refused_only_to_those_who_insist() {
        for (wanted, first_free, expected) in [
            (None, 0, Some(8080)),
            (None, 8083, Some(8083)),
            (None, u16::MAX, None),
            (Some(9000), 9000, Some(9000)),
            (Some(9000), 9001, None),
        ] {
            let attempt = |port| if port < first_free { Err(io::ErrorKind::AddrInUse.into()) } else { Ok(()) };
            assert_eq!(choose(wanted, attempt).ok(), expected, "{wanted:?} where ports are free from {first_free}");
        }
    }
}
