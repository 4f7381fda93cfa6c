//! Two made-up operations against models of them: models that say the same, and models with one change each.

mod made_up;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::files::{self, Scratch};
use crate::project;
use made_up::MADE_UP;

/// One change of the models, and the differences that come of it.
#[derive(Deserialize)]
struct Case {
    /// The kind that the first of them is of.
    kind: String,
    file: String,
    /// Where in the file.
    at: String,
    /// What to write there; `null` takes away what is there.
    write: Value,
    /// Each by its rule, side, place and text.
    found: Vec<String>,
}

impl Case {
    fn apply(&self, model: &mut Value) {
        let (above, name) = self.at.rsplit_once('/').unwrap();
        match model.pointer_mut(above) {
            Some(Value::Array(items)) => items[name.parse::<usize>().unwrap()] = self.write.clone(),
            Some(Value::Object(object)) if self.write.is_null() => drop(object.remove(name).unwrap()),
            Some(Value::Object(object)) => drop(object.insert(name.to_owned(), self.write.clone())),
            other => panic!("{}: {other:?} holds nothing", self.at),
        }
    }
}

fn folder() -> PathBuf {
    project::root().join("xtask/src/drift/tests")
}

/// A copy of the models, to be changed.
fn copy(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    files::copy_folder(&folder().join("models"), &scratch.0).unwrap();
    scratch
}

fn found(folder: &Path) -> Result<Vec<Difference>> {
    differences(&MADE_UP, &Data::open(folder)?)
}

fn words(difference: &Difference) -> String {
    let Difference { rule, place, side, .. } = difference;
    format!("{rule} | {side} | {place} | {}", difference.text())
}

#[test]
fn every_kind_of_difference_is_found() {
    let cases: Vec<Case> = serde_json::from_str(&files::read(&folder().join("cases.json")).unwrap()).unwrap();
    let mut kinds = BTreeSet::new();
    for case in &cases {
        let scratch = copy("drift-cases");
        let file = scratch.0.join(&case.file);
        let mut model: Value = serde_json::from_str(&files::read(&file).unwrap()).unwrap();
        case.apply(&mut model);
        files::write(&file, model.to_string()).unwrap();

        let found = found(&scratch.0).unwrap();
        let texts: Vec<String> = found.iter().map(words).collect();
        assert_eq!(texts, case.found, "{} of {}", case.at, case.file);
        assert_eq!(format!("{:?}", found[0].kind), case.kind, "{} of {}", case.at, case.file);
        kinds.insert(case.kind.clone());
    }
    let missing: Vec<&Kind> = Kind::ALL.iter().filter(|kind| !kinds.contains(&format!("{kind:?}"))).collect();
    assert!(missing.is_empty(), "no case is of {missing:?}");
}

#[test]
fn models_that_say_the_same_are_read_wherever_they_are() {
    let scratch = Scratch::new("drift-same");
    let mut wheel = ZipWriter::new(File::create(scratch.0.join("any.whl")).unwrap());
    let models = folder().join("models");
    for file in files::files_below(&models).unwrap() {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(files::read(&file).unwrap().as_bytes()).unwrap();
        let packed = packed.finish().unwrap();
        let name = file.strip_prefix(&models).unwrap().display().to_string().replace('\\', "/");
        let name = format!("botocore/data/{name}.gz");
        files::write(&scratch.0.join("packages").join(&name), &packed).unwrap();
        wheel.start_file(name, SimpleFileOptions::default()).unwrap();
        wheel.write_all(&packed).unwrap();
    }
    wheel.finish().unwrap();
    for place in [models, scratch.0.join("packages"), scratch.0.join("any.whl")] {
        assert_eq!(found(&place).unwrap(), [], "{}", place.display());
    }
}

#[test]
fn models_that_cannot_be_read_are_an_error() {
    for (file, text) in [
        ("partitions.json", "{"),
        ("partitions.json", "{}"),
        ("endpoints.json", "[]"),
        ("tables/2024-01-31/service-2.json", r#"{"metadata": {}}"#),
        // A later version without its files.
        ("tables/2030-01-01/other.json", "{}"),
        ("queues/2012-11-05/endpoint-rule-set-1.json", "{}"),
    ] {
        let scratch = copy("drift-broken");
        files::write(&scratch.0.join(file), text).unwrap();
        assert!(found(&scratch.0).is_err(), "{file} {text}");
    }
    let scratch = copy("drift-dangling");
    let file = scratch.0.join("tables/2024-01-31/service-2.json");
    let model = files::read(&file).unwrap().replace(r#""Labels": {"type""#, r#""Signs": {"type""#);
    files::write(&file, model).unwrap();
    let error = format!("{:#}", found(&scratch.0).unwrap_err());
    assert!(error.ends_with("the model has no shape Labels"), "{error}");

    files::write(&scratch.0.join("any.whl"), "no wheel").unwrap();
    for place in ["any.whl", "missing", "tables"] {
        assert!(found(&scratch.0.join(place)).is_err(), "{place}");
    }
}

#[test]
fn explanations_are_of_one_difference_each() {
    let difference = || Difference {
        rule: "T-1".to_owned(),
        place: "ReplicateTable Name".to_owned(),
        kind: Kind::Length,
        ours: "1 to 2".to_owned(),
        theirs: "1 to 3".to_owned(),
        side: Side::Stricter,
    };
    let explanation = |place: &str, difference: &str| Explanation {
        place: place.to_owned(),
        difference: difference.to_owned(),
        reason: "T-1".to_owned(),
    };
    let same = || explanation("ReplicateTable Name", "length: here 1 to 2, in the models 1 to 3");
    let changed = || explanation("ReplicateTable Name", "length: here 1 to 2, in the models 1 to 4");
    let elsewhere = || explanation("ReplicateTable Other", "length: here 1 to 2, in the models 1 to 3");
    for (differences, explanations, explained, stale) in [
        (vec![], vec![], true, 0),
        (vec![difference()], vec![], false, 0),
        (vec![difference()], vec![same()], true, 0),
        (vec![difference()], vec![changed()], false, 1),
        (vec![difference()], vec![same(), elsewhere()], false, 1),
        (vec![], vec![same()], false, 1),
    ] {
        let verdict = judge("any".to_owned(), differences, explanations.clone());
        assert_eq!((verdict.is_explained(), verdict.stale.len()), (explained, stale), "{explanations:?}");
        let shown = table(&verdict);
        assert_eq!(shown.matches("stale in docs/drift.md").count(), stale, "{shown}");
        assert_eq!(shown.contains("T-1"), !verdict.differences.is_empty(), "{shown}");
        assert!(shown.contains(&format!("{stale} stale explanations")), "{shown}");
    }
}
