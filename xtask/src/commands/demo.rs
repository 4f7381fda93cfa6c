//! `cargo xtask demo`

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, value_parser};

use crate::site::{self, Server};
use crate::tools::prerequisites;

/// Build the demo page into target/site/ and serve it on this machine, after installing what that needs
#[derive(Args)]
pub(crate) struct Demo {
    /// The port to serve on [default: 8080, or the next one that is free]
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Only build
    #[arg(long)]
    no_serve: bool,
}

impl Demo {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        if !self.no_serve {
            // Once more when the server starts; here, before what takes minutes.
            site::free_port(self.port)?;
        }
        let site = site::stage()?;
        if self.no_serve {
            println!("xregion demo: {}", site.display());
        } else {
            let server = Server::start(&site, self.port)?;
            println!("xregion demo: {}", server.address());
            server.serve()?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
