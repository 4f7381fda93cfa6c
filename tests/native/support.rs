//! How the suites read the vectors.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use xregion::OPERATIONS;
use xregion::shape::Operation;

/// A request and every error that it must yield.
pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) operation: &'static Operation,
    pub(crate) request: Value,
    pub(crate) expect: BTreeSet<(String, String)>,
}

/// A request and the HTTP request that AWS's own client makes of it.
pub(crate) struct WireVector {
    pub(crate) id: String,
    pub(crate) operation: &'static Operation,
    pub(crate) request: Value,
    pub(crate) options: Value,
    pub(crate) endpoint: String,
    pub(crate) http: Option<Value>,
    pub(crate) signing: Value,
}

/// The repository's top folder.
pub(crate) fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository, as text.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The operation of that name.
pub(crate) fn operation(name: &str) -> &'static Operation {
    OPERATIONS.iter().copied().find(|operation| operation.name == name).unwrap_or_else(|| panic!("no operation {name}"))
}

fn lines(path: &str) -> Vec<Value> {
    read(path).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Every vector of `validate.jsonl`.
pub(crate) fn vectors() -> Vec<Vector> {
    let vector = |row: Value| Vector {
        id: text(&row["id"]),
        operation: operation(row["operation"].as_str().unwrap()),
        expect: expected(&row["expect"]),
        request: row["request"].clone(),
    };
    lines("tests/vectors/validate.jsonl").into_iter().map(vector).collect()
}

/// Paths and codes of a list of expected findings.
pub(crate) fn expected(list: &Value) -> BTreeSet<(String, String)> {
    list.as_array().unwrap().iter().map(|finding| (text(&finding["path"]), text(&finding["code"]))).collect()
}

/// Every vector of `wire.jsonl`.
pub(crate) fn wire_vectors() -> Vec<WireVector> {
    let vector = |row: Value| {
        WireVector {
        id: text(&row["id"]),
        operation: operation(row["operation"].as_str().unwrap()),
        request: row["request"].clone(),
        options: serde_json::json!({ "region": row["region"], "fips": row["fips"], "dualStack": row["dualstack"] }),
        endpoint: text(&row["ruleset_url"]),
        http: row.get("http").cloned(),
        signing: row.get("signing").cloned().unwrap_or_else(|| serde_json::json!({ "name": operation(row["operation"].as_str().unwrap()).service.signing_name, "region": row["region"] })),
    }
    };
    lines("tests/vectors/wire.jsonl").into_iter().map(vector).collect()
}
