//! Requests that are almost formed as they should be: every way to a verdict, what is suggested, and what is built.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::Value;
use xregion::shape::{Operation, Wire};
use xregion::{BuildOptions, Context, HttpOptions, Issue, Report, build, validate};

use crate::{context, judged_alike, nearly, operation};

/// A request of an operation, and what is known beside it.
struct Asked {
    operation: &'static Operation,
    context: Context,
    input: Value,
    /// Whether what is suggested is done.
    is_followed: bool,
}

impl<'a> Arbitrary<'a> for Asked {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let number: u8 = bytes.arbitrary()?;
        let operation = operation(number);
        let input = nearly::structure(bytes, &operation.input)?;
        Ok(Self { operation, context: context(number / 4), input, is_followed: number < 128 })
    }
}

/// The bytes are what the request is made of. Suggestions are followed in every other one: what is done with each input
/// is paid for in inputs.
pub fn check(data: &[u8]) {
    let Ok(asked) = Unstructured::new(data).arbitrary::<Asked>() else { return };
    let verdict = judged_alike(asked.operation, &asked.input, &asked.context);
    if asked.is_followed {
        suggestions_help(&asked, verdict.issues());
    } else {
        what_is_built_is_what_was_given(asked, &verdict);
    }
}

fn suggestions_help(Asked { operation, context, input, .. }: &Asked, issues: &[Issue]) {
    for issue in issues {
        let Some(suggestion) = &issue.suggestion else { continue };
        let mut mended = input.clone();
        suggestion.apply(&mut mended);
        assert_ne!(&mended, input, "{suggestion:?} changes nothing");
        let left = validate(operation, &mended, context);
        let stays = left.issues().iter().any(|other| (other.code, &other.path) == (issue.code, &issue.path));
        assert!(!stays, "{:?} at {} stays after {suggestion:?}: {input}", issue.code, issue.path);
    }
}

fn what_is_built_is_what_was_given(Asked { operation, context, input, .. }: Asked, verdict: &Report) {
    let mut options = BuildOptions::default();
    options.context = context;
    let to = HttpOptions::region("us-east-1");
    let (built, text, http) = match build(operation, &input, &options) {
        Ok(request) => {
            assert!(verdict.is_ok());
            assert_eq!(request.issues(), verdict.issues());
            (request.input().clone(), request.to_json(), request.to_http(&to))
        }
        Err(rejected) => {
            assert!(!verdict.is_ok());
            assert_eq!(&rejected.report, verdict);
            (rejected.draft.input().clone(), rejected.draft.to_json(), rejected.draft.to_http(&to))
        }
    };
    assert_eq!(built, input);
    assert_eq!(read(&text), input);
    if let Ok(http) = http {
        assert_eq!(read(&http.body), in_body(operation, input));
    }
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What of an input does not stand in the path.
fn in_body(operation: &Operation, mut input: Value) -> Value {
    let Wire::RestJson { path } = operation.wire else { return input };
    let in_path = path.split('{').skip(1).filter_map(|part| part.split_once('}'));
    for (name, _) in in_path {
        input.as_object_mut().map(|members| members.shift_remove(name));
    }
    input
}
