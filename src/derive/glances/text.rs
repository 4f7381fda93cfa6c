//! Conditions that a string is as usual.

use super::expression::{Constants, number, of_any};
use crate::glance::bits;
use crate::identifiers::partition::known_regions;
use crate::shape::{Part, Prose, Regions, Role, Text, Usual};

/// Where a string stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// What it is in the function.
    pub(super) of: &'a str,
    /// Whether the item or entry around it is in a Region.
    pub(super) is_in_entry: bool,
    /// Whether it is the key of an entry, which no other has.
    pub(super) is_key: bool,
}

/// The condition that it is as usual.
pub(super) fn condition(text: &Text, spot: Spot<'_>, constants: &mut Constants) -> String {
    let condition = by_itself(text, spot, constants);
    match text.role {
        Role::TagKey if !spot.is_key && condition != NEVER => format!("{condition} && isNew(facts, {})", spot.of),
        _ => condition,
    }
}

/// The condition of what is never usual.
pub(super) const NEVER: &str = "false";

fn by_itself(text: &Text, spot: Spot<'_>, constants: &mut Constants) -> String {
    let of = spot.of;
    let (least, most) = text.length.as_ref().map_or((0, usize::MAX), |bounds| (bounds.min, bounds.max));
    let most = number(most);
    match text.usual {
        _ if text.document => format!("isPolicy({of})"),
        Usual::Sound if text.pattern.is_none() && text.formats.is_empty() => {
            format!("isWritten({of}, {least}, {most})")
        }
        Usual::Sound => NEVER.to_owned(),
        Usual::Tag(characters) => {
            format!("hasLength({of}, {least}, {most}) && isTag({of}, {})", constants.set(characters))
        }
        Usual::Varied { least, different } => {
            format!("hasLength({of}, {least}, {most}) && isVaried({of}, {different})")
        }
        Usual::Prose(Prose { signs, longest }) => {
            let prose = constants.name(format!("prose({signs:?}, {longest})"));
            format!("hasLength({of}, {least}, {most}) && isProse({of}, {prose})")
        }
        Usual::Forms(forms) => match of_region(forms, spot) {
            Some(condition) => condition,
            None => of_arns(forms, spot, constants).map_or_else(
                || NEVER.to_owned(),
                |condition| format!("hasLength({of}, {least}, {most}) && {condition}"),
            ),
        },
    }
}

/// The same of a string that is the code of a Region, or the name of a zone.
fn of_region(forms: &[&[Part]], Spot { of, is_in_entry, .. }: Spot<'_>) -> Option<String> {
    let among = match forms {
        [[before @ .., Part::Region]] => {
            let is_on = |code: &&str| before.iter().all(|part| is_on(part, code));
            bits(&known_regions().filter(is_on).collect::<Vec<&str>>())
        }
        [[Part::RegionIn(Regions(among))]] => *among,
        [[Part::Zone]] if is_in_entry => return Some(format!("isZone(facts, {of})")),
        _ => return None,
    };
    let called = if is_in_entry { "isHere" } else { "isRegion" };
    let (low, high) = (among as u32 as i32, (among >> 32) as u32 as i32);
    Some(format!("{called}(facts, {of}, {low}, {high})"))
}

/// The same of ARNs of a service, and of what names their resources otherwise.
fn of_arns(forms: &[&[Part]], spot: Spot<'_>, constants: &mut Constants) -> Option<String> {
    let Spot { of, is_in_entry, .. } = spot;
    match forms {
        [[Part::ArnNearby(service), ..], ..] if is_in_entry => {
            let resources = forms.iter().map(|form| match form {
                [Part::ArnNearby(other), resource @ ..] if other == service => Some(resource),
                _ => None,
            });
            let arns = format!("arns({service:?}, {})", of_any(resources, constants)?);
            Some(format!("isNearby(facts, {of}, {})", constants.name(arns)))
        }
        [[Part::Arn(service), resource @ ..], others @ ..] if !is_in_entry => {
            let resource = of_any(std::iter::once(Some(resource)), constants)?;
            let others = of_any(others.iter().copied().map(Some), constants)?;
            let arns = format!("arns({service:?}, {resource}, {others})");
            Some(format!("isNamed(facts, {of}, {})", constants.name(arns)))
        }
        _ => None,
    }
}

/// Whether a part that says more of what comes next admits a code.
fn is_on(part: &Part, code: &str) -> bool {
    matches!(part, Part::Where(accepts) if accepts(code))
}
