//! What a request says of that which house rules speak of, found by the roles in its table.

use std::collections::BTreeSet;

use crate::context::Context;
use crate::identifiers::{Arn, kms_key, region};
use crate::report::Path;
use crate::shape::{Member, Operation, Role, Shape, Structure, Text};
use crate::tree::Place;

/// Where something is said, or would be.
#[derive(Clone, Copy)]
pub(super) struct At<'t, 'a> {
    place: Place<'t, 'a>,
    absent: Option<&'static Member>,
    /// Whether it is said by the key of a map's entry.
    pub(super) on_key: bool,
}

impl<'t, 'a> At<'t, 'a> {
    fn value(place: Place<'t, 'a>) -> Self {
        Self { place, absent: None, on_key: false }
    }

    fn key(place: Place<'t, 'a>) -> Self {
        Self { on_key: true, ..Self::value(place) }
    }

    fn absent(place: Place<'t, 'a>, member: &'static Member) -> Self {
        Self { absent: Some(member), ..Self::value(place) }
    }

    pub(super) fn path(self) -> Path {
        match self.absent {
            Some(member) => self.place.path().join(member.name),
            None => self.place.path(),
        }
    }
}

/// What is said, each with its place.
pub(super) struct Subjects<'t, 'a> {
    pub(super) primary_region: Option<&'t str>,
    pub(super) replica_regions: Vec<(At<'t, 'a>, &'t str)>,
    /// Where the request takes tags, the keys that it has.
    pub(super) tags: Vec<(At<'t, 'a>, BTreeSet<&'t str>)>,
    pub(super) tag_keys: Vec<(At<'t, 'a>, &'t str)>,
    /// The values, each with the key of its tag.
    pub(super) tag_values: Vec<(At<'t, 'a>, Option<&'t str>, &'t str)>,
    /// The accounts of keys.
    pub(super) key_accounts: Vec<(At<'t, 'a>, &'t str)>,
    /// Where a replica has no customer managed key.
    pub(super) without_customer_key: Vec<At<'t, 'a>>,
    caller: Option<&'t str>,
}

impl<'t, 'a> Subjects<'t, 'a> {
    pub(super) fn of(operation: &'static Operation, request: Place<'t, 'a>, context: &'t Context) -> Self {
        let mut subjects = Self {
            primary_region: primary_region(operation, request, context),
            replica_regions: Vec::new(),
            tags: Vec::new(),
            tag_keys: Vec::new(),
            tag_values: Vec::new(),
            key_accounts: Vec::new(),
            without_customer_key: Vec::new(),
            caller: context.account(),
        };
        if request.is_sound() {
            subjects.structure(request, &operation.input);
        }
        subjects
    }

    fn structure(&mut self, place: Place<'t, 'a>, structure: &'static Structure) {
        let tag_key = with_role(structure, Role::TagKey).and_then(|member| place.text_of(member));
        for member in structure.members.iter().copied() {
            let found = place.member(member);
            match found {
                Some(found) => self.shape(found, &member.shape, tag_key),
                None if tags_of(&member.shape).is_some() => {
                    self.tags.push((At::absent(place, member), BTreeSet::new()));
                }
                None => {}
            }
        }
        let keeps_its_key = with_role(structure, Role::Replica).is_some_and(|member| place.member(member).is_some());
        if let Some(member) = with_role(structure, Role::EncryptionKey).filter(|_| !keeps_its_key) {
            match place.place_and_text(member) {
                Some((key, text)) if !kms_key::is_customer_managed(text) => {
                    self.without_customer_key.push(At::value(key));
                }
                None if place.lacks(member) => self.without_customer_key.push(At::absent(place, member)),
                _ => {}
            }
        }
    }

    /// `tag_key` is the key of the tag that a value belongs to.
    fn shape(&mut self, place: Place<'t, 'a>, shape: &'static Shape, tag_key: Option<&'t str>) {
        if let Some(keys_of) = tags_of(shape).filter(|_| place.is_sound()) {
            let keys = place.children().filter_map(|tag| keys_of.map_or(tag.key(), |member| tag.text_of(member)));
            self.tags.push((At::value(place), keys.collect()));
        }
        match shape {
            Shape::Boolean(_) => {}
            Shape::Text(text) => {
                if let Some(said) = place.text() {
                    self.text(text, At::value(place), said, tag_key);
                }
            }
            Shape::List(list) => {
                for item in place.children() {
                    self.shape(item, list.item, None);
                }
            }
            Shape::Map(map) => {
                for entry in place.children() {
                    if let Some(key) = entry.key() {
                        self.text(&map.key, At::key(entry), key, None);
                    }
                    self.shape(entry, map.value, entry.key());
                }
            }
            Shape::Structure(structure) if place.is_sound() => self.structure(place, structure),
            Shape::Structure(_) => {}
        }
    }

    fn text(&mut self, shape: &Text, at: At<'t, 'a>, said: &'t str, tag_key: Option<&'t str>) {
        match shape.role {
            Role::None => {}
            Role::ReplicaRegion => self.replica_regions.extend(region::is_code(said).then_some((at, said))),
            Role::ReplicaZone => self.replica_regions.extend(region::of_zone(said).map(|region| (at, region))),
            Role::Replica => self.replica_regions.extend(region_of_arn(said).map(|region| (at, region))),
            Role::TagKey => self.tag_keys.push((at, said)),
            Role::TagValue => self.tag_values.push((at, tag_key, said)),
            Role::EncryptionKey | Role::ReplicatedKey if kms_key::is_customer_managed(said) => {
                let account = kms_key::arn(said).map(|arn| arn.account).or(self.caller);
                self.key_accounts.extend(account.map(|account| (at, account)));
            }
            Role::EncryptionKey | Role::ReplicatedKey => {}
        }
    }
}

fn with_role(structure: &Structure, role: Role) -> Option<&'static Member> {
    let has_role = |member: &&'static Member| matches!(&member.shape, Shape::Text(text) if text.role == role);
    structure.members.iter().copied().find(has_role)
}

/// Whether a shape holds tags, and the member of each that is its key where they are a list.
fn tags_of(shape: &Shape) -> Option<Option<&'static Member>> {
    match shape {
        Shape::Map(map) => (map.key.role == Role::TagKey).then_some(None),
        Shape::List(list) => match list.item {
            Shape::Structure(tag) => with_role(tag, Role::TagKey).map(Some),
            _ => None,
        },
        _ => None,
    }
}

fn region_of_arn(text: &str) -> Option<&str> {
    Arn::parse(text).map(|arn| arn.region).filter(|region| region::is_code(region))
}

/// The Region of the primary, which is that of the call unless its ARN says otherwise. An operation without a primary
/// begins where it is called.
fn primary_region<'t>(operation: &Operation, request: Place<'t, '_>, context: &'t Context) -> Option<&'t str> {
    let of_call = context.region.as_deref();
    let Some(member) = operation.primary else { return of_call };
    let primary = request.text_of(member)?;
    if Arn::parse(primary).is_some() { region_of_arn(primary) } else { of_call }
}
