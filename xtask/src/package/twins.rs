//! CommonJS beside the modules: each script and each declaration has a twin, which is made of it.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::variants;
use crate::files;
use crate::process::Step;

/// One file for each, and nothing in it that its module does not have.
const FAITHFUL: &[&str] = &[
    "--preserveModules",
    "--no-treeshake",
    "--no-hoistTransitiveImports",
    "--no-externalLiveBindings",
    "--no-freeze",
    "--failAfterWarnings",
];

/// Puts them into the package, of which only manifests are missing.
pub(super) fn write(modules: &Path, package: &Path) -> Result<()> {
    let files = files::names_below(package)?;
    scripts(modules, package, files.iter().filter(|file| file.ends_with(".js") && !variants::is_compiled(file)))?;
    files.iter().filter_map(|file| file.strip_suffix(".d.ts")).try_for_each(|name| {
        let declarations = files::read(&package.join(format!("{name}.d.ts")))?;
        files::write(&package.join(format!("{name}.d.cts")), commonjs(&declarations))
    })
}

fn scripts<'a>(modules: &Path, package: &Path, scripts: impl Iterator<Item = &'a String>) -> Result<()> {
    let mut command = Command::new("node");
    command.current_dir(package).arg(modules.join("@rollup/wasm-node/dist/bin/rollup")).args(FAITHFUL);
    command.args(["--format", "cjs", "--exports", "named", "--interop", "esModule", "--generatedCode", "es2015"]);
    // What one entry imports of another is imported by its name.
    command.args(["--external", "xregion", "--dir", ".", "--entryFileNames", "[name].cjs"]);
    for script in scripts {
        command.args(["--input", script]);
    }
    Step::new("making CommonJS of the modules", command).run().map(drop)
}

/// Declarations that name the twins of what they import.
fn commonjs(declarations: &str) -> String {
    let lines = declarations.lines().map(|line| match line.strip_suffix(".js\";") {
        Some(import) if import.contains(" from \".") => format!("{import}.cjs\";\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_import_twins() {
        for (line, expected) in [
            ("export * from \"./index.js\";\n", "export * from \"./index.cjs\";\n"),
            ("} from \"../localize.js\";\n", "} from \"../localize.cjs\";\n"),
            ("import type { A } from \"other/index.js\";\n", "import type { A } from \"other/index.js\";\n"),
            ("  /** Of `./index.js`. */\n", "  /** Of `./index.js`. */\n"),
        ] {
            assert_eq!(commonjs(line), expected, "{line}");
        }
    }
}
