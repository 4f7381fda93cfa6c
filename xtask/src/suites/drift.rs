//! The models that AWS publishes with its SDKs, which change without us. What they say is news, no failure; that they
//! cannot be read is one.

use anyhow::Result;

use crate::drift::{self, fetch};
use crate::process::interrupt;

pub(super) fn run() -> Result<()> {
    let release = match fetch::newest() {
        Ok(release) => release,
        Err(cause) => {
            interrupt::check()?;
            println!("not compared: botocore could not be fetched: {cause:#}");
            return Ok(());
        }
    };
    let verdict = drift::compare(&release.wheel)?;
    print!("{}", drift::table(&verdict));
    let news = if verdict.is_explained() { "nothing but what is explained" } else { "something is not explained" };
    println!("compared: {news}");
    Ok(())
}
