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

/// How a twin ends that is what its module exports by default, as a language is.
const IS_DEFAULT: &str = "\nmodule.exports = ";

/// It has itself as its default export, too: compilers look for that where they do not know what a twin is. It is no
/// member that is copied or listed.
const ITS_OWN_DEFAULT: &str = "Object.defineProperty(module.exports, \"default\", { value: module.exports });\n";

/// Puts them into the package, of which only manifests are missing.
pub(super) fn write(modules: &Path, package: &Path) -> Result<()> {
    let files = files::names_below(package)?;
    scripts(modules, package, files.iter().filter(|file| file.ends_with(".js") && !variants::is_compiled(file)))?;
    for twin in files::names_below(package)?.iter().filter(|file| file.ends_with(".cjs")) {
        let script = files::read(&package.join(twin))?;
        if script.contains(IS_DEFAULT) {
            files::write(&package.join(twin), script + ITS_OWN_DEFAULT)?;
        }
    }
    files.iter().filter_map(|file| file.strip_suffix(".d.ts")).try_for_each(|name| {
        let declarations = files::read(&package.join(format!("{name}.d.ts")))?;
        let is_script = !name.ends_with(".wasm");
        files::write(&package.join(format!("{name}.d.cts")), commonjs(&declarations, is_script))
    })
}

fn scripts<'a>(modules: &Path, package: &Path, scripts: impl Iterator<Item = &'a String>) -> Result<()> {
    let mut command = Command::new("node");
    command.current_dir(package).arg(modules.join("@rollup/wasm-node/dist/bin/rollup")).args(FAITHFUL);
    command.args(["--format", "cjs", "--exports", "auto", "--interop", "esModule", "--generatedCode", "es2015"]);
    // What one entry imports of another is imported by its name.
    command.args(["--external", "xregion", "--dir", ".", "--entryFileNames", "[name].cjs"]);
    for script in scripts {
        command.args(["--input", script]);
    }
    Step::new("making CommonJS of the modules", command).run().map(drop)
}

/// Declarations that name the twins of what they import. What a script exports by default is its twin; what another file
/// does, those know who can load it.
fn commonjs(declarations: &str, is_script: bool) -> String {
    let lines = declarations.lines().map(|line| {
        let import = line.strip_suffix(".js\";").filter(|import| import.contains(" from \"."));
        let default = line.strip_prefix("export default ").filter(|_| is_script);
        match (import, default) {
            (Some(import), _) => format!("{import}.cjs\";\n"),
            (_, Some(default)) => default_twin(default),
            _ => format!("{line}\n"),
        }
    });
    lines.collect()
}

/// What a twin is that is a default export, and has it.
fn default_twin(default: &str) -> String {
    let name = default.trim_end_matches(';');
    format!("declare const twin: typeof {name} & {{ readonly default: typeof {name} }};\nexport = twin;\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_import_twins() {
        for (line, expected) in [
            (
                "export default locale;\n",
                "declare const twin: typeof locale & { readonly default: typeof locale };\nexport = twin;\n",
            ),
            ("export * from \"./index.js\";\n", "export * from \"./index.cjs\";\n"),
            ("} from \"../localize.js\";\n", "} from \"../localize.cjs\";\n"),
            ("import type { A } from \"other/index.js\";\n", "import type { A } from \"other/index.js\";\n"),
            ("  /** Of `./index.js`. */\n", "  /** Of `./index.js`. */\n"),
        ] {
            assert_eq!(commonjs(line, true), expected, "{line}");
        }
        let module = "export default module;\n";
        assert_eq!(commonjs(module, false), module);
    }
}
