//! Where findings are noted while a request is looked at, and what becomes of them.

use std::collections::BTreeMap;

use super::{Code, Issue, Params, Path, Report, echo};
use crate::context::Context;
use crate::identifiers::Arn;
use crate::sources::Rule;
use crate::tree::Place;

/// Of two findings at one path the first named makes the second needless.
const SUPPRESSES: [(Code, Code); 2] =
    [(Code::SameRegion, Code::PartitionMismatch), (Code::PartitionMismatch, Code::RegionMismatch)];

/// Where findings are noted while a request is looked at.
pub(crate) struct Notebook<'c> {
    context: &'c Context,
    issues: Vec<Issue>,
}

impl<'c> Notebook<'c> {
    pub(crate) fn new(context: &'c Context) -> Self {
        Self { context, issues: Vec::new() }
    }

    /// Notes a finding, unless the caller switched its rule off.
    pub(crate) fn note(&mut self, rule: Rule, code: Code, path: Path, on_key: bool, params: Params) {
        if let Some(severity) = self.context.severity(rule, code) {
            self.issues.push(Issue::new(rule, code, severity, path, on_key, params));
        }
    }

    /// The findings that stand, in their order.
    pub(crate) fn close(self) -> Report {
        let mut issues = self.issues;
        issues.sort_by(|one, another| one.order().cmp(&another.order()));
        issues.dedup();
        let stands = |issue: &&Issue, beside: &[Issue]| {
            !SUPPRESSES
                .iter()
                .any(|(stronger, weaker)| issue.code == *weaker && beside.iter().any(|other| other.code == *stronger))
        };
        let at_one_path = issues.chunk_by(|one, another| one.path == another.path);
        let issues =
            at_one_path.flat_map(|beside| beside.iter().filter(|issue| stands(issue, beside))).cloned().collect();
        Report { issues }
    }
}

/// What a constraint may note: findings of its own rule and code.
pub struct Findings<'n> {
    note: &'n mut dyn FnMut(Path, Params),
}

impl<'n> Findings<'n> {
    pub(crate) fn new(note: &'n mut dyn FnMut(Path, Params)) -> Self {
        Self { note }
    }

    /// Notes a finding at a place.
    pub fn at(&mut self, place: Place<'_, '_>, params: Params) {
        (self.note)(place.path(), params);
    }

    /// Notes each string that an earlier place holds already.
    pub fn duplicates<'t, 'a: 't>(&mut self, places: impl Iterator<Item = Option<Place<'t, 'a>>>) {
        let mut seen = BTreeMap::new();
        for (index, place) in places.enumerate() {
            if let Some((place, text)) = place.and_then(|place| Some((place, place.text()?))) {
                let first = *seen.entry(text).or_insert(index);
                if first != index {
                    self.at(place, vec![first.into()]);
                }
            }
        }
    }

    /// Notes an ARN that claims another partition than its Region belongs to.
    pub fn foreign_to_its_region(&mut self, place: Place<'_, '_>, arn: &Arn<'_>) {
        if let Some(expected) = arn.partition_of_region().filter(|id| *id != arn.partition) {
            self.at(place, vec![echo(arn.partition), expected.into()]);
        }
    }

    /// Notes a finding at a path, for what is not there.
    pub fn at_path(&mut self, path: Path, params: Params) {
        (self.note)(path, params);
    }
}
