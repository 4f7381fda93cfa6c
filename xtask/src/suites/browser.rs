//! The library inside browsers: its tests, compiled to wasm32 and run there.

use std::path::PathBuf;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::all;
use crate::process::Step;
use crate::tools::browsers::Browsers;
use crate::tools::chromium;
use crate::tools::wasm_target::{Toolchain, WasmTarget};
use crate::tools::{crates, ensure, lookup};
use crate::{files, project};

/// Seconds after which a page that does not come to an end is given up.
const PATIENCE: &str = "300";

pub(super) fn run() -> Result<()> {
    let Browsers { chromium, firefox, geckodriver } = Browsers::ensure()?;
    let toolchain = ensure(&WasmTarget)?;
    let programs = Programs { bindgen: ensure(&crates::wasm_bindgen()?)?, pack: ensure(&crates::wasm_pack())? };
    let browsers = [
        Browser {
            name: "Chromium",
            arguments: ["--chrome", "--chromedriver"],
            driver: chromium.driver,
            capabilities: json!({ "goog:chromeOptions": { "binary": chromium.browser, "args": chromium::flags() } }),
        },
        Browser {
            name: "Firefox",
            arguments: ["--firefox", "--geckodriver"],
            driver: geckodriver,
            capabilities: json!({ "moz:firefoxOptions": { "binary": firefox } }),
        },
    ];
    all(browsers.iter().map(|browser| browser.test(&toolchain, &programs)))
}

struct Programs {
    bindgen: PathBuf,
    pack: PathBuf,
}

struct Browser {
    name: &'static str,
    arguments: [&'static str; 2],
    driver: PathBuf,
    capabilities: Value,
}

impl Browser {
    fn test(&self, toolchain: &Toolchain, programs: &Programs) -> Result<()> {
        let capabilities = project::scratch().join(format!("webdriver-{}.json", self.name.to_lowercase()));
        files::write(&capabilities, self.capabilities.to_string())?;

        let mut command = toolchain.command(&programs.pack)?;
        // wasm-pack takes the wasm-bindgen that it finds, if the version fits, and else downloads one.
        if let Some(folder) = programs.bindgen.parent() {
            lookup::put_first(&mut command, folder)?;
        }
        command.args(["test", "--headless"]).args(self.arguments).arg(&self.driver);
        // Examples in the documentation are run by the native suite; browsers have no way to run them.
        command.args(["--", "--features", "wasm-full", "--lib", "--test", "browser"]);
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities).env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE);
        command.current_dir(project::root());
        let output = Step::new(format!("testing in {}", self.name), command).shown().run()?;
        if passed(&output) == 0 {
            bail!("no test was run in {}", self.name);
        }
        Ok(())
    }
}

/// How many tests passed: a runner that finds none is content with that.
fn passed(output: &str) -> usize {
    let results = output.lines().filter(|line| line.contains("test result:"));
    let counts = results.filter_map(|line| line.split_once(" passed")?.0.rsplit(' ').next()?.parse::<usize>().ok());
    counts.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_that_passed_are_counted() {
        for (output, expected) in [
            ("running 2 tests\n\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out", 2),
            ("test result: \u{1b}[32mok\u{1b}[0m. 1 passed; 0 failed\n…\n    test result: ok. 41 passed; 0 failed", 42),
            ("no tests to run!", 0),
            ("12 passed", 0),
            ("", 0),
        ] {
            assert_eq!(passed(output), expected, "{output}");
        }
    }
}
