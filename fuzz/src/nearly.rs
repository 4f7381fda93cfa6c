//! Requests that are almost formed as they should be, made of the tables.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value};
use xregion::OPERATIONS;
use xregion::shape::{Shape, Structure};

use crate::words::{KNOWN, others};

/// Texts that mean something somewhere.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = OPERATIONS.iter().flat_map(|operation| operation.input.members).map(|member| member.name);
    let known = KNOWN.into_iter().chain(names).chain(["__proto__"]).map(str::to_owned);
    known.chain(others()).filter(|text| text.len() <= 512).collect()
});

/// How many items and entries; one where there are no bytes left.
const COUNTS: [u8; 4] = [1, 2, 0, 3];

/// The members of a structure, most of them and seldom another. Where there are no bytes left, all of them, each as its
/// example: so a few bytes are a request with a few changes.
pub(crate) fn structure(bytes: &mut Unstructured<'_>, of: &Structure) -> Result<Value> {
    let mut members = Map::new();
    for member in of.members {
        if !one_in(bytes, 5)? {
            members.insert(member.name.to_owned(), value(bytes, &member.shape, member.example)?);
        }
    }
    if one_in(bytes, 10)? {
        members.insert(text(bytes, "")?, anything(bytes, 2)?);
    }
    Ok(members.into())
}

/// Whether the next bytes say what is seldom.
fn one_in(bytes: &mut Unstructured<'_>, count: u8) -> Result<bool> {
    Ok(bytes.int_in_range(1..=count)? == count)
}

/// A value of a shape almost everywhere.
fn value(bytes: &mut Unstructured<'_>, shape: &Shape, example: &str) -> Result<Value> {
    if one_in(bytes, 16)? {
        return anything(bytes, 3);
    }
    Ok(match shape {
        Shape::Boolean(_) => bytes.arbitrary::<bool>()?.into(),
        Shape::Text(_) => text(bytes, example)?.into(),
        Shape::List(list) => {
            (0..*bytes.choose(&COUNTS)?).map(|_| value(bytes, list.item, example)).collect::<Result<_>>()?
        }
        Shape::Map(map) => (0..*bytes.choose(&COUNTS)?)
            .map(|_| Ok((text(bytes, map.key_name.1)?, value(bytes, map.value, map.value_name.1)?)))
            .collect::<Result<_>>()?,
        Shape::Structure(of) => structure(bytes, of)?,
    })
}

/// A text: the example of its place, one that means something somewhere, one of these with a change, or any.
fn text(bytes: &mut Unstructured<'_>, example: &str) -> Result<String> {
    let text = match bytes.int_in_range(0..=7)? {
        0..=2 => example.to_owned(),
        3..=6 => bytes.choose(&TEXTS)?.clone(),
        _ => return bytes.arbitrary(),
    };
    if one_in(bytes, 8)? { changed(bytes, text) } else { Ok(text) }
}

/// A text with another character, without one, or with one more at its end.
fn changed(bytes: &mut Unstructured<'_>, text: String) -> Result<String> {
    let mut characters: Vec<char> = text.chars().collect();
    let at = bytes.choose_index(characters.len() + 1)?;
    let other = bytes.arbitrary::<Option<char>>()?;
    characters.splice(at..(at + 1).min(characters.len()), other);
    Ok(characters.into_iter().collect())
}

/// Any value, so many levels deep.
fn anything(bytes: &mut Unstructured<'_>, depth: u8) -> Result<Value> {
    let most = if depth == 0 { 4 } else { 6 };
    Ok(match bytes.int_in_range(0..=most)? {
        0 => Value::Null,
        1 => bytes.arbitrary::<bool>()?.into(),
        2 => bytes.arbitrary::<i64>()?.into(),
        3 => (f64::from(bytes.arbitrary::<i16>()?) / 8.0).into(),
        4 => text(bytes, "")?.into(),
        5 => (0..*bytes.choose(&COUNTS)?).map(|_| anything(bytes, depth - 1)).collect::<Result<_>>()?,
        _ => (0..*bytes.choose(&COUNTS)?)
            .map(|_| Ok((text(bytes, "")?, anything(bytes, depth - 1)?)))
            .collect::<Result<_>>()?,
    })
}
