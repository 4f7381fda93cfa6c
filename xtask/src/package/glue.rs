//! What wasm-bindgen writes, made fit for many instances.
//!
//! It writes a module of JavaScript with one state, for one instance that is never given up. Here the same text becomes
//! the body of a function that is called once for each instance. The loader at its end is left out: it can do what is
//! not wanted here, such as fetching, and finding out where a module is belongs to the package.

use anyhow::{Context as _, Result, bail};

/// Where the loader begins.
const LOADER: &str = "let wasmModule, wasmInstance, wasm;";

/// How a function begins that is offered.
const OFFERED: &str = "export function ";

/// The text of `glue.js`.
pub(super) fn factory(script: &str) -> Result<String> {
    let [body, _] = script.split(LOADER).collect::<Vec<_>>()[..] else {
        bail!("the glue does not hold {LOADER:?} once: wasm-bindgen writes it otherwise now");
    };
    if !body.contains("function __wbg_get_imports()") {
        bail!("the glue does not say what the module imports");
    }
    let mut names = Vec::new();
    let mut lines = Vec::new();
    for line in body.trim_end().lines() {
        match line.strip_prefix(OFFERED) {
            Some(rest) => {
                names.push(rest.split_once('(').context("a function of the glue has no name")?.0);
                lines.push(format!("function {rest}"));
            }
            None if line.starts_with("export") || line.starts_with("import") => {
                bail!("the glue holds {line:?}, which a function cannot hold");
            }
            None => lines.push(line.to_owned()),
        }
    }
    if names.is_empty() {
        bail!("the glue offers nothing");
    }
    let [body, names] = [lines.join("\n"), names.join(", ")];
    Ok(format!(
        "/** An instance as functions: `connect` makes it of what it imports, and gives what it exports. */
export function makeGlue(connect) {{
{body}

const wasm = connect(__wbg_get_imports());
wasm.__wbindgen_start();
return {{ {names}, memory: wasm.memory, places: wasm.__wbindgen_externrefs }};
}}
"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "/**\n * @returns {any}\n */\nexport function one(a) {\n    return wasm.one(a);\n}\n\
        export function two() {}\nfunction __wbg_get_imports() {}\nlet state = 0;\n\n\
        let wasmModule, wasmInstance, wasm;\nfetch();\nexport { initSync };\n";

    #[test]
    fn a_module_becomes_a_function() {
        let expected = "/** An instance as functions: `connect` makes it of what it imports, and gives what it exports. */\n\
            export function makeGlue(connect) {\n/**\n * @returns {any}\n */\nfunction one(a) {\n    return wasm.one(a);\n}\n\
            function two() {}\nfunction __wbg_get_imports() {}\nlet state = 0;\n\n\
            const wasm = connect(__wbg_get_imports());\nwasm.__wbindgen_start();\n\
            return { one, two, memory: wasm.memory, places: wasm.__wbindgen_externrefs };\n}\n";
        assert_eq!(factory(SCRIPT).unwrap(), expected);
    }

    #[test]
    fn what_is_written_otherwise_is_refused() {
        for (from, to) in [
            (LOADER, "let wasm;"),
            ("let state = 0;", LOADER),
            ("__wbg_get_imports", "imports"),
            ("let state = 0;", "export const state = 0;"),
            ("let state = 0;", "import * as state from \"./state.js\";"),
            ("export function one(a)", "export function one"),
            ("export function ", "function "),
        ] {
            assert!(factory(&SCRIPT.replace(from, to)).is_err(), "{from} as {to}");
        }
    }
}
