//! Where in a key policy its findings are.

use serde_json::{Value, json};
use xregion::{Context, check_key_policy};

/// Statements of a policy, and the codes of its findings with their places.
fn policies() -> Vec<(Value, Vec<(&'static str, &'static str)>)> {
    let root = || json!({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"});
    let public = json!({"Effect": "Allow", "Principal": "*", "Action": "kms:Encrypt", "Resource": "*"});
    let elsewhere = json!({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:Encrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/1"});
    vec![
        (json!([root()]), vec![]),
        (json!([root(), public]), vec![("public_policy", "/Statement/1/Principal")]),
        (json!([root(), elsewhere]), vec![("policy_resource", "/Statement/1/Resource")]),
    ]
}

#[test]
fn findings_tell_their_places() {
    for (statements, expected) in policies() {
        let text = json!({"Version": "2012-10-17", "Statement": statements}).to_string();
        let report = check_key_policy(&text, &Context::default());
        let place = |issue: &xregion::Issue| issue.within.as_ref().unwrap().pointer.to_string();
        let found: Vec<_> = report.issues().iter().map(|issue| (issue.code.as_str(), place(issue))).collect();
        let expected: Vec<_> = expected.into_iter().map(|(code, at)| (code, at.to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }
}
