//! What a fuzzer begins with: the vectors, in the form that each target takes. Its bytes before the text say what the
//! target's `check` in `fuzz/src` says of them.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use xregion::OPERATIONS;
use xregion::house::vocabulary::SAMPLE;

use super::Target;
use crate::{files, project};

/// The seeds of a target, none longer than it takes.
pub(super) fn of(target: Target) -> Result<Vec<Vec<u8>>> {
    let mut seeds = match target {
        Target::Json => requests()?.into_iter().map(|(operation, text)| after(&[operation], &text)).collect(),
        Target::Request => (0..256).map(by_chance).collect(),
        Target::Policy => policies()?.iter().map(|text| after(&[0], text)).collect(),
        Target::Jsonl => bulk()?,
        Target::Error => errors()?,
        Target::Cli => commands()?,
        Target::House => documents()?,
    };
    seeds.retain(|seed: &Vec<u8>| seed.len() <= target.longest());
    seeds.sort();
    seeds.dedup();
    Ok(seeds)
}

fn after(numbers: &[u8], text: &str) -> Vec<u8> {
    [numbers, text.as_bytes()].concat()
}

/// Bytes that are the same every time.
fn by_chance(number: u16) -> Vec<u8> {
    (0..3_u8).flat_map(|part| Sha256::digest([&number.to_be_bytes()[..], &[part]].concat())).collect()
}

/// A file of vectors that is a list.
fn list(name: &str) -> Result<Vec<Value>> {
    let path = project::root().join("tests/vectors").join(name);
    serde_json::from_str(&files::read(&path)?).with_context(|| format!("{} is no list", path.display()))
}

/// A member of a vector; null where there is none.
fn member<'v>(vector: &'v Value, name: &str) -> &'v Value {
    vector.get(name).unwrap_or(&Value::Null)
}

fn text<'v>(vector: &'v Value, name: &str) -> Option<&'v str> {
    member(vector, name).as_str()
}

/// The number of an operation, by its name.
fn number(name: &str) -> Option<u8> {
    u8::try_from(OPERATIONS.iter().position(|operation| operation.name == name)?).ok()
}

/// Requests as JSON text, with the numbers of their operations.
fn requests() -> Result<Vec<(u8, String)>> {
    let mut requests = Vec::new();
    for line in files::read(&project::root().join("tests/vectors/validate.jsonl"))?.lines() {
        let vector: Value = serde_json::from_str(line)?;
        requests.extend(
            text(&vector, "operation").and_then(number).map(|number| (number, member(&vector, "request").to_string())),
        );
    }
    for operation in OPERATIONS {
        let of_operation = list(&format!("{}.json", operation.lower_name('_')))?;
        let written =
            |vector: &Value| text(vector, "json").map_or_else(|| member(vector, "input").to_string(), str::to_owned);
        requests.extend(
            number(operation.name)
                .into_iter()
                .flat_map(|number| of_operation.iter().map(move |vector| (number, written(vector)))),
        );
    }
    Ok(requests)
}

fn policies() -> Result<Vec<String>> {
    let policy = |(_, request): (u8, String)| {
        let request: Value = serde_json::from_str(&request).ok()?;
        Some(request.get("Policy")?.as_str()?.to_owned())
    };
    Ok(requests()?.into_iter().filter_map(policy).collect())
}

/// Lines of one operation and lines that name theirs, in parts of some bytes.
fn bulk() -> Result<Vec<Vec<u8>>> {
    const NAMED: u8 = OPERATIONS.len() as u8;
    const SIZES: [u8; 2] = [7, 60];
    let mut seeds = Vec::new();
    for vector in list("jsonl.json")? {
        let operation = text(&vector, "operation").and_then(number).unwrap_or(NAMED);
        let mut seed = vec![operation, SIZES[0], SIZES[1]];
        for part in member(&vector, "text").as_array().into_iter().flatten() {
            match part {
                Value::String(text) => seed.extend(text.bytes()),
                bytes => seed.extend(serde_json::from_value::<Vec<u8>>(bytes.clone())?),
            }
        }
        seeds.push(seed);
    }
    for lines in requests()?.chunks(3) {
        let named = |(number, text): &(u8, String)| {
            let name = OPERATIONS.get(usize::from(*number)).map_or("", |operation| operation.name);
            format!("{{\"operation\":\"{name}\",\"input\":{text}}}\n")
        };
        seeds.push(after(&[NAMED, SIZES[0], SIZES[1]], &lines.iter().map(named).collect::<String>()));
        if let [(number, first), (_, second), ..] = lines {
            seeds.push(after(&[*number, SIZES[0], SIZES[1]], &format!("{first}\r\n{second}")));
        }
    }
    Ok(seeds)
}

/// As programs print them, and in the forms in which they are given.
fn errors() -> Result<Vec<Vec<u8>>> {
    const VALUE: u8 = 2;
    const TEXT: u8 = 3;
    let vectors: Value = serde_json::from_str(&files::read(&project::root().join("tests/vectors/errors.json"))?)?;
    let all = |name: &str| member(&vectors, name).as_array().cloned().unwrap_or_default();
    let mut seeds = Vec::new();
    for vector in all("documented").iter().chain(&all("recorded")) {
        let name = text(vector, "name").or(text(vector, "code")).unwrap_or_default();
        let first = vector.pointer("/operations/0").and_then(Value::as_str);
        let operation = text(vector, "operation").or(first).unwrap_or_default();
        let message = text(vector, "message").unwrap_or_default();
        let printed = format!("An error occurred ({name}) when calling the {operation} operation: {message}");
        let body = json!({ "__type": name, "message": message }).to_string();
        if let Some(number) = number(operation) {
            seeds.extend([after(&[number + 4 * TEXT], &printed), after(&[number], &body)]);
        }
    }
    for vector in all("given") {
        if let Some(number) = text(&vector, "operation").and_then(number) {
            seeds.push(match member(&vector, "error") {
                Value::String(text) => after(&[number + 4 * TEXT], text),
                error => after(&[number + 4 * VALUE], &error.to_string()),
            });
        }
    }
    Ok(seeds)
}

fn commands() -> Result<Vec<Vec<u8>>> {
    let mut seeds = Vec::new();
    for vector in list("commands.json")?.iter().chain(&list("commands_read.json")?) {
        let shell = text(vector, "shell").or(vector.pointer("/options/shell").and_then(Value::as_str));
        let number = match shell {
            Some("posix") => 0,
            Some("powershell") => 1,
            Some("cmd") => 2,
            _ => 3,
        };
        seeds.extend(text(vector, "text").map(|text| after(&[number], text)));
    }
    Ok(seeds)
}

fn documents() -> Result<Vec<Vec<u8>>> {
    let (rules, documents) = (list("house.json")?, list("house_documents.json")?);
    let of_rules = rules.iter().map(|vector| member(vector, "rules").to_string());
    let of_documents = documents.iter().map(|vector| member(vector, "document").to_string());
    let all = of_rules.chain(of_documents).chain([SAMPLE.input.to_owned()]);
    // Each about another request.
    Ok((0..=u8::MAX).cycle().zip(all).map(|(number, text)| after(&[number], &text)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_begins_with_many_seeds_and_the_same_every_time() {
        for target in Target::ALL {
            let seeds = of(*target).unwrap();
            assert!(seeds.len() >= 60, "{target}: only {} seeds", seeds.len());
            assert_eq!(seeds, of(*target).unwrap(), "{target}");
        }
    }
}
