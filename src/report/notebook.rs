//! Where findings are noted while a request is looked at, and what becomes of them.

use alloc::vec;
use alloc::vec::Vec;

use super::{Code, Issue, Params, Path, Report, Severity, Suggestion, echo};
use crate::context::{Context, Override, Overrides};
use crate::identifiers::{Arn, kms_key};
use crate::policy::Spot;
use crate::shape::Member;
use crate::sorted::{first_of_each, sorted};
use crate::sources::{self, Rule};
use crate::tree::{Children, Place};

/// Of two findings at one path the first named makes the second needless.
const SUPPRESSES: [(Code, Code); 2] =
    [(Code::SameRegion, Code::PartitionMismatch), (Code::PartitionMismatch, Code::RegionMismatch)];

/// The most errors that a report tells, and the most warnings: a small text can hold so many mistakes that all of them
/// would fill the memory of whoever is told.
pub const MOST_ISSUES: usize = 1000;

/// A report has at most so many issues.
pub(crate) static MOST: Rule = Rule { id: "XREGION-MOST", source: &sources::XREGION };

/// Where findings are noted while a request is looked at.
pub(crate) struct Notebook {
    overrides: Overrides,
    issues: Vec<Issue>,
    /// How many of the issues are errors.
    errors: usize,
    /// How many were left out.
    omitted: usize,
}

impl Notebook {
    pub(crate) fn new(context: &Context) -> Self {
        Self { overrides: context.rules.clone(), issues: Vec::new(), errors: 0, omitted: 0 }
    }

    /// Notes a finding, unless the caller switched its rule off.
    pub(crate) fn note(&mut self, rule: &Rule, code: Code, path: Path, on_key: bool, params: Params) -> Noted<'_> {
        let Some(severity) = self.severity(rule.id, code, code.severity()) else { return Noted(None) };
        self.add(Issue::new(*rule, code, severity, path, on_key, params))
    }

    /// Adds an issue whose severity is decided.
    pub(crate) fn add(&mut self, issue: Issue) -> Noted<'_> {
        if self.is_full_of(issue.severity) {
            self.omitted += 1;
            return Noted(None);
        }
        self.errors += usize::from(issue.severity == Severity::Error);
        self.issues.push(issue);
        Noted(self.issues.last_mut())
    }

    /// Whether there are so many issues of a severity that no more of them are told.
    fn is_full_of(&self, severity: Severity) -> bool {
        let told = match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.issues.len() - self.errors,
        };
        told >= MOST_ISSUES
    }

    /// Whether the caller switched a rule off: then there is no need to look.
    pub(crate) fn is_off(&self, rule: &Rule, code: Code) -> bool {
        self.severity(rule.id, code, code.severity()).is_none()
    }

    /// The severity of a rule's findings for this caller, who may have left it as it is. `None` where the rule is
    /// switched off.
    pub(crate) fn severity(&self, rule: &str, code: Code, unchanged: Severity) -> Option<Severity> {
        match self.overrides.of(rule).or_else(|| self.overrides.of(code.as_str())) {
            None => Some(unchanged),
            Some(Override::Off) => None,
            Some(Override::Warning) => Some(Severity::Warning),
            Some(Override::Error) => Some(Severity::Error),
        }
    }

    /// The findings that stand, in their order.
    pub(crate) fn close(mut self) -> Report {
        let omitted = core::mem::take(&mut self.omitted);
        if let Some(severity) = self.severity(MOST.id, Code::IssuesOmitted, Severity::Warning).filter(|_| omitted > 0) {
            let params = vec![omitted.into(), MOST_ISSUES.into()];
            self.issues.push(Issue::new(MOST, Code::IssuesOmitted, severity, Path::default(), false, params));
        }
        let mut issues = sorted(self.issues, Issue::compare);
        issues.dedup_by(|one, another| {
            one.code == another.code && one.params == another.params && one.compare(another).is_eq()
        });
        // A warning does not stand for an error. Few codes can be hidden: of the others there may be many at one path.
        let stands = |issue: &Issue, beside: &[Issue]| {
            let mut hiding = SUPPRESSES.iter().filter(|(_, hidden)| *hidden == issue.code);
            !hiding
                .any(|(hiding, _)| beside.iter().any(|other| other.code == *hiding && other.severity <= issue.severity))
        };
        if cfg!(feature = "glance")
            && !SUPPRESSES.iter().any(|(_, hidden)| issues.iter().any(|issue| issue.code == *hidden))
        {
            return Report { issues };
        }
        let mut standing = Vec::with_capacity(issues.len());
        for at_one_path in issues.chunk_by(|one, another| one.path == another.path) {
            for issue in at_one_path {
                standing.push(stands(issue, at_one_path));
            }
        }
        let mut standing = standing.into_iter();
        issues.retain(|_| standing.next() == Some(true));
        Report { issues }
    }
}

/// A finding that was just noted, to be added to.
pub struct Noted<'n>(Option<&'n mut Issue>);

impl Noted<'_> {
    /// Whether it is told: otherwise there is no need to find out what was meant.
    pub(crate) fn is_told(&self) -> bool {
        self.0.is_some()
    }

    /// Adds what would make the finding go away.
    pub fn suggesting(self, suggestion: Option<Suggestion>) -> Self {
        self.with(|issue| issue.suggestion = suggestion)
    }

    /// Adds where in a document that is written in a string the finding is.
    pub fn within(self, within: &Spot) -> Self {
        self.with(|issue| issue.within = Some(within.clone()))
    }

    fn with(mut self, change: impl FnOnce(&mut Issue)) -> Self {
        if let Some(issue) = &mut self.0 {
            change(issue);
        }
        self
    }
}

/// What a constraint may note: findings of its own rule and code.
pub struct Findings<'n> {
    notebook: &'n mut Notebook,
    rule: &'n Rule,
    code: Code,
}

impl<'n> Findings<'n> {
    pub(crate) fn new(notebook: &'n mut Notebook, rule: &'n Rule, code: Code) -> Self {
        Self { notebook, rule, code }
    }

    /// Notes a finding at a place.
    pub fn at(&mut self, place: Place<'_, '_>, params: Params) -> Noted<'_> {
        self.at_path(place.path(), params)
    }

    /// Notes a finding at a place whose parameters are texts, each repeated as far as values are.
    pub fn about(&mut self, place: Place<'_, '_>, texts: &[&str]) -> Noted<'_> {
        self.at(place, texts.iter().map(|text| echo(text)).collect())
    }

    /// Notes a finding at a path, for what is not there.
    pub fn at_path(&mut self, path: Path, params: Params) -> Noted<'_> {
        self.notebook.note(self.rule, self.code, path, false, params)
    }

    /// Notes each string of a member that an earlier item holds already.
    pub fn duplicates(&mut self, items: Children<'_, '_>, member: &'static Member) {
        let mut texts = Vec::new();
        for (index, item) in items.enumerate() {
            if let Some((place, text)) = item.place_and_text(member) {
                texts.push((index, place, text));
            }
        }
        let text = |at: usize| texts.get(at).map(|(.., text)| *text);
        let firsts = first_of_each(texts.len(), &|one, another| text(one).cmp(&text(another)));
        for ((index, place, _), first) in texts.iter().zip(firsts) {
            if let Some((first, ..)) = texts.get(first).filter(|(first, ..)| first != index) {
                self.at(*place, vec![(*first).into()]);
            }
        }
    }

    /// Notes a key's ARN of another Region than the one where the key is needed, and suggests its namesake there.
    pub fn key_outside(&mut self, region: &str, place: Place<'_, '_>, key: &Arn<'_>) {
        if key.region != region {
            let namesake = kms_key::in_region(key, region).map(|key| Suggestion::replace(place.path(), key));
            self.about(place, &[key.region, region]).suggesting(namesake);
        }
    }

    /// Notes an ARN that claims another partition than its Region belongs to.
    pub fn foreign_to_its_region(&mut self, place: Place<'_, '_>, arn: &Arn<'_>) {
        if let Some(expected) = arn.partition_of_region().filter(|id| *id != arn.partition) {
            self.about(place, &[arn.partition, expected]);
        }
    }
}
