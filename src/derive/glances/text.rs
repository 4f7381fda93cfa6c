//! Conditions that a string is as usual.

use super::expression::{class, of_parts};
use crate::glance::bits;
use crate::identifiers::partition::known_regions;
use crate::shape::{Part, Regions, Role, Text, Usual};

/// Where a string stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// What it is in the function.
    pub(super) of: &'a str,
    /// What is made once for it is called so.
    pub(super) name: &'a str,
    /// Whether the item or entry around it is in a Region.
    pub(super) is_in_entry: bool,
    /// Whether it is the key of an entry, which no other has.
    pub(super) is_key: bool,
}

/// What has to be made once for the condition, and itself.
pub(super) fn condition(text: &Text, spot: Spot<'_>) -> (Option<String>, String) {
    let (constant, condition) = by_itself(text, spot);
    if text.role == Role::TagKey && !spot.is_key && condition != NEVER {
        return (constant, format!("{condition} && isNew(facts, {})", spot.of));
    }
    (constant, condition)
}

fn by_itself(text: &Text, spot: Spot<'_>) -> (Option<String>, String) {
    let Spot { of, name, .. } = spot;
    let (least, most) = match &text.length {
        None => (0, "Infinity".to_owned()),
        Some(bounds) => (bounds.min, bounds.max.to_string()),
    };
    let expected = |pattern: String| {
        let condition = format!("hasLength({of}, {least}, {most}) && matches({name}, {of})");
        (Some(format!("/^{pattern}$/")), condition)
    };
    match text.usual {
        _ if text.document => (None, format!("isPolicy({of})")),
        Usual::Sound if text.pattern.is_none() && text.formats.is_empty() => {
            (None, format!("isWritten({of}, {least}, {most})"))
        }
        Usual::Sound => unsure(),
        Usual::Matching(pattern) => expected(format!("(?:{})", pattern.replace('/', r"\/"))),
        Usual::Tag(characters) => expected(format!("(?![Aa][Ww][Ss]:)[{}]*", class(characters))),
        Usual::Forms(forms) => match of_forms(forms, spot) {
            None => unsure(),
            Some((None, condition)) => (None, condition),
            Some((constant, condition)) => (constant, format!("hasLength({of}, {least}, {most}) && {condition}")),
        },
    }
}

/// The condition of what is never usual.
pub(super) const NEVER: &str = "false";

fn unsure() -> (Option<String>, String) {
    (None, NEVER.to_owned())
}

/// The same for a string of one of these forms, where they are such as are known here.
fn of_forms(forms: &[&[Part]], Spot { of, name, is_in_entry, .. }: Spot<'_>) -> Option<(Option<String>, String)> {
    match forms {
        [[before @ .., Part::Region]] => {
            let among: Vec<&str> = known_regions().filter(|code| before.iter().all(|part| is_on(part, code))).collect();
            Some((None, region(bits(&among), of, is_in_entry)))
        }
        [[Part::RegionIn(Regions(among))]] => Some((None, region(*among, of, is_in_entry))),
        [[Part::Zone]] if is_in_entry => Some((None, format!("isZone(facts, {of})"))),
        [[Part::ArnNearby(service), ..], ..] if is_in_entry => {
            let resources = forms.iter().map(|form| match form {
                [Part::ArnNearby(other), resource @ ..] if other == service => of_parts(resource),
                _ => None,
            });
            let resources = resources.collect::<Option<Vec<String>>>()?.join("|");
            Some((
                Some(format!("/* @__PURE__ */ nearby({service:?}, {resources:?})")),
                format!("isNearby(facts, {of}, {name})"),
            ))
        }
        [[Part::Arn(service), resource @ ..], others @ ..] if !is_in_entry => {
            let resource = of_parts(resource)?;
            let others = others.iter().map(|form| of_parts(form)).collect::<Option<Vec<String>>>()?.join("|");
            Some((
                Some(format!("/* @__PURE__ */ named({service:?}, {resource:?}, {others:?})")),
                format!("isNamed(facts, {of}, {name})"),
            ))
        }
        _ => None,
    }
}

/// Whether a part that says more of what comes next admits a code.
fn is_on(part: &Part, code: &str) -> bool {
    matches!(part, Part::Where(accepts) if accepts(code))
}

/// That a string is the code of a Region among these.
fn region(among: u64, of: &str, is_in_entry: bool) -> String {
    let called = if is_in_entry { "isHere" } else { "isRegion" };
    let (low, high) = (among as u32 as i32, (among >> 32) as u32 as i32);
    format!("{called}(facts, {of}, {low}, {high})")
}
