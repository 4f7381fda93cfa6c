//! Documents of house rules.

use std::sync::{Arc, LazyLock};

use serde_json::Value;
use xregion::shape::Operation;
use xregion::{Context, HouseRules, OPERATIONS};

use crate::judged_alike;

/// Requests that house rules are asked about.
static REQUESTS: LazyLock<Vec<(&'static Operation, Value)>> = LazyLock::new(|| {
    let of = |operation: &&'static Operation| {
        let operation = *operation;
        operation
            .guide
            .samples
            .iter()
            .filter_map(move |sample| Some((operation, serde_json::from_str(sample.input).ok()?)))
    };
    OPERATIONS.iter().flat_map(of).collect()
});

/// The first byte tells the request that is asked about, the rest is the document.
pub fn check(data: &[u8]) {
    let [number, text @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let loaded = HouseRules::load(text);
    if let Ok(document) = serde_json::from_str::<Value>(text) {
        assert_eq!(loaded, HouseRules::from_value(&document));
    }
    match loaded {
        Ok(rules) => {
            let mut context = Context::default();
            context.house = Some(Arc::new(rules));
            let (operation, request) = &REQUESTS[usize::from(*number) % REQUESTS.len()];
            judged_alike(operation, request, &context);
        }
        Err(error) => {
            assert!(!error.problems.is_empty());
            assert!(error.problems.is_sorted());
            assert!(error.problems.iter().all(|problem| !problem.message.is_empty()), "{error}");
        }
    }
}
