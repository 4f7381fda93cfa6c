//! Examples of what every code says in English, for whoever says it by a program of his own: the package does.

use serde_json::{Map, Value, json};

use crate::message::{PHRASES, english};
use crate::report::{Code, Param, ParamType};

/// The text of `tests/vectors/messages.json`: every code, with parameters of each kind.
pub(super) fn spoken() -> String {
    let examples = Code::ALL.iter().flat_map(|code| (0..EXAMPLES).map(move |which| (*code, which)));
    // There are no house rules of other kinds.
    let examples = examples.filter(|(code, which)| *code != Code::HouseRule || *which == 0);
    let examples = examples.map(|(code, which)| example(code, which));
    let lines: Vec<String> = examples.map(|example| format!("  {example}")).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

const EXAMPLES: usize = 3;

fn example(code: Code, which: usize) -> Value {
    let params: Vec<Param> = code.param_types().iter().zip(0..).map(|(of, at)| param(*of, which, at)).collect();
    let named = code.params().iter().zip(&params).map(|(name, param)| ((*name).to_owned(), json!(param)));
    json!({ "code": code, "params": named.collect::<Map<_, _>>(), "message": english(code, &params) })
}

/// Numbers of each plural category, and texts that are names of phrases or none.
fn param(of: ParamType, which: usize, at: usize) -> Param {
    let number = [1, 12, 1_234_567].into_iter().nth(which).unwrap_or_default();
    let phrase = |index: usize| PHRASES.get(index % PHRASES.len()).map_or("", |(name, _)| *name);
    match (of, which) {
        (ParamType::Count, 2) => ParamType::UNCOUNTED[0].into(),
        (ParamType::Number | ParamType::Count, _) => number.into(),
        (ParamType::List, _) | (ParamType::TextOrList, 1) => vec!["eu-west-1".to_owned(), "{max}".to_owned()].into(),
        (ParamType::Text | ParamType::TextOrList, 0) => phrase(7 * at).into(),
        (ParamType::Text | ParamType::TextOrList, _) => {
            ["$& {expected} “x”", "eu-west-1"].into_iter().nth(which - 1).unwrap_or_default().into()
        }
    }
}
