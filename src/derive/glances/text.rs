//! Conditions that a string is as usual.

use super::expression::{Sets, number, of_any};
use crate::glance::bits;
use crate::identifiers::partition::known_regions;
use crate::shape::{Part, Prose, Regions, Role, Text, Usual};

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
pub(super) fn condition(text: &Text, spot: Spot<'_>, sets: &mut Sets) -> (Option<String>, String) {
    let Spot { of, name, is_key, .. } = spot;
    let (least, most) = text.length.as_ref().map_or((0, usize::MAX), |bounds| (bounds.min, bounds.max));
    let length = |least: usize| format!("hasLength({of}, {least}, {})", number(most));
    let (constant, condition) = match text.usual {
        _ if text.document => (None, format!("isPolicy({of})")),
        Usual::Sound if text.pattern.is_none() && text.formats.is_empty() => {
            (None, format!("isWritten({of}, {least}, {})", number(most)))
        }
        Usual::Sound => (None, NEVER.to_owned()),
        Usual::Tag(characters) => (None, format!("{} && isTag({of}, {})", length(least), sets.of(characters))),
        Usual::Varied(least, different) => (None, format!("{} && isVaried({of}, {different})", length(least))),
        Usual::Prose(Prose { signs, longest }) => (
            Some(format!("/* @__PURE__ */ prose({signs:?}, {longest})")),
            format!("{} && isProse({of}, {name})", length(least)),
        ),
        Usual::Forms(forms) => match of_forms(forms, spot, sets) {
            None => (None, NEVER.to_owned()),
            Some((None, condition)) => (None, condition),
            Some((constant, condition)) => (constant, format!("{} && {condition}", length(least))),
        },
    };
    let is_new = match text.role {
        Role::TagKey if !is_key && condition != NEVER => format!(" && isNew(facts, {of})"),
        _ => String::new(),
    };
    (constant, condition + &is_new)
}

/// The condition of what is never usual.
pub(super) const NEVER: &str = "false";

/// The same for a string of one of these forms, where they are such as are known here.
fn of_forms(forms: &[&[Part]], spot: Spot<'_>, sets: &mut Sets) -> Option<(Option<String>, String)> {
    let Spot { of, name, is_in_entry, .. } = spot;
    match forms {
        [[before @ .., Part::Region]] => {
            let among: Vec<&str> = known_regions().filter(|code| before.iter().all(|part| is_on(part, code))).collect();
            Some((None, region(bits(&among), of, is_in_entry)))
        }
        [[Part::RegionIn(Regions(among))]] => Some((None, region(*among, of, is_in_entry))),
        [[Part::Zone]] if is_in_entry => Some((None, format!("isZone(facts, {of})"))),
        [[Part::ArnNearby(service), ..], ..] if is_in_entry => {
            let resources = forms.iter().map(|form| match form {
                [Part::ArnNearby(other), resource @ ..] if other == service => Some(resource),
                _ => None,
            });
            let form = format!("/* @__PURE__ */ arns({service:?}, {})", of_any(resources, sets)?);
            Some((Some(form), format!("isNearby(facts, {of}, {name})")))
        }
        [[Part::Arn(service), resource @ ..], others @ ..] if !is_in_entry => {
            let resource = of_any(std::iter::once(Some(resource)), sets)?;
            let others = of_any(others.iter().copied().map(Some), sets)?;
            let form = format!("/* @__PURE__ */ arns({service:?}, {resource}, {others})");
            Some((Some(form), format!("isNamed(facts, {of}, {name})")))
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
