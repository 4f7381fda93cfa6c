//! Scripts that differ from another in nothing but where they have the module from.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::files;

/// A script that is made of another.
struct Variant {
    script: &'static str,
    of: &'static str,
    /// The script that it has its modules from.
    modules: &'static str,
}

/// Those for runtimes that compile no bytes, and import the module as such instead.
const COMPILED: &[Variant] = &[
    Variant { script: "workerd.js", of: "index.js", modules: "modules-workerd.js" },
    Variant { script: "edge-light.js", of: "index.js", modules: "modules-edge-light.js" },
];

/// The one for runtimes that read scripts from disk.
const LARGE: Variant = Variant { script: "node.js", of: "index.js", modules: "modules-node.js" };

/// What the others have the module from.
const INLINE: &str = "modules-inline.js";

/// Writes them into a package that has all other scripts.
pub(super) fn write(package: &Path) -> Result<()> {
    COMPILED.iter().chain([&LARGE]).try_for_each(|variant| {
        let script = with_module(&files::read(&package.join(variant.of))?, variant.modules);
        let script = script.with_context(|| format!("{} does not import {INLINE} once", variant.of))?;
        files::write(&package.join(variant.script), script)
    })
}

/// Whether a script is for such runtimes alone, all of which read modules.
pub(super) fn is_compiled(script: &str) -> bool {
    COMPILED.iter().any(|variant| [variant.script, variant.modules].contains(&script))
}

fn with_module(script: &str, module: &str) -> Option<String> {
    (script.matches(INLINE).count() == 1).then(|| script.replace(INLINE, module))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_replaced_once() {
        for (script, expected) in [
            ("import \"./modules-inline.js\";\n", Some("import \"./b.js\";\n")),
            ("import \"./a.js\";\n", None),
            ("import \"./modules-inline.js\";\nexport * from \"./modules-inline.js\";\n", None),
        ] {
            assert_eq!(with_module(script, "b.js").as_deref(), expected, "{script}");
        }
    }

    #[test]
    fn scripts_for_other_runtimes_are_known() {
        for (script, expected) in
            [("workerd.js", true), ("modules-edge-light.js", true), ("index.js", false), ("modules-inline.js", false)]
        {
            assert_eq!(is_compiled(script), expected, "{script}");
        }
    }
}
