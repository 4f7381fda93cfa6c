//! House rules on the far side of the boundary: a table of what was loaded, by index. It is never cleared: rules live
//! as long as the instance, and the same rules are there once.

use std::cell::RefCell;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::full::to_js;
use super::value::JsInput;
use crate::context::read::problem;
use crate::house::{HouseRules, LoadProblem};
use crate::report::Issue;

thread_local! {
    static LOADED: RefCell<Vec<Arc<HouseRules>>> = const { RefCell::new(Vec::new()) };
}

/// Loads rules from JSON text or a value, and gives their index, or `{ message, problems }`.
#[wasm_bindgen(js_name = loadHouseRules)]
pub fn load_house_rules(document: JsValue) -> JsValue {
    #[derive(Serialize)]
    struct Refused {
        message: String,
        problems: Vec<LoadProblem>,
    }
    let rules = match document.as_string() {
        Some(text) => HouseRules::load(&text),
        None => HouseRules::read(JsInput::from(document)),
    };
    match rules {
        Ok(rules) => JsValue::from(index_of(rules)),
        Err(error) => to_js(&Refused { message: error.to_string(), problems: error.problems }),
    }
}

fn index_of(rules: HouseRules) -> u32 {
    let index = LOADED.with_borrow_mut(|loaded| {
        loaded.iter().position(|known| **known == rules).unwrap_or_else(|| {
            loaded.push(Arc::new(rules));
            loaded.len() - 1
        })
    });
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The house rules of an index.
pub(super) fn loaded(index: &Value) -> Result<Arc<HouseRules>, Issue> {
    let index = index.as_u64().and_then(|index| usize::try_from(index).ok());
    let rules = index.and_then(|index| LOADED.with_borrow(|loaded| loaded.get(index).cloned()));
    rules.ok_or_else(|| problem("house", "option_house"))
}
