//! House rules on the far side of the boundary: a table of what was loaded, by a number. It is never cleared: rules live
//! as long as the instance. Which number stands for which rules is JavaScript's to say, as it knows the rules longer
//! than any instance does.

use std::cell::RefCell;
use std::collections::BTreeMap;
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
    static LOADED: RefCell<BTreeMap<u32, Arc<HouseRules>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The JSON text of rules that are given as such or as a value, or `{ message, problems }`. The same rules have the
/// same text.
///
/// It is one thing to look at a value, which can do whatever it likes meanwhile, and another to load what was seen.
#[wasm_bindgen(js_name = readHouseRules)]
pub fn read_house_rules(document: JsValue) -> JsValue {
    #[derive(Serialize)]
    struct Refused {
        message: String,
        problems: Vec<LoadProblem>,
    }
    let read = match document.as_string() {
        Some(text) => HouseRules::parse(&text).and_then(HouseRules::document),
        None => HouseRules::document(JsInput::from(document)),
    };
    match read {
        Ok(document) => JsValue::from(document.to_string()),
        Err(error) => to_js(&Refused { message: error.to_string(), problems: error.problems }),
    }
}

/// Loads rules from the JSON text that they were read as, under a number of the caller's choice.
#[wasm_bindgen(js_name = keepHouseRules)]
pub fn keep_house_rules(number: u32, text: &str) {
    if let Ok(rules) = HouseRules::load(text) {
        LOADED.with_borrow_mut(|loaded| loaded.insert(number, Arc::new(rules)));
    }
}

/// The house rules of a number.
pub(super) fn loaded(number: &Value) -> Result<Arc<HouseRules>, Issue> {
    let number = number.as_u64().and_then(|number| u32::try_from(number).ok());
    let rules = number.and_then(|number| LOADED.with_borrow(|loaded| loaded.get(&number).cloned()));
    rules.ok_or_else(|| problem("house", "option_house"))
}
