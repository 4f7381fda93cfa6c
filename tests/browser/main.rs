//! The boundary in a real browser: every vector as JSON text and as the package writes values down, and what a hostile
//! page can hand over.

#![cfg(target_arch = "wasm32")]

mod full;
mod support;
mod verdicts;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
