//! Where the facts here differ from the models that AWS publishes with its SDKs.
//!
//! Formats and constraints are not compared: models do not state them, pages do in words.

mod catalogue;
mod data;
mod difference;
mod explained;
pub(crate) mod fetch;
mod hosts;
mod model;
mod partitions;
mod request;
mod response;
mod ruleset;
mod table;
#[cfg(test)]
mod tests;
mod wire;

use std::path::Path;

use anyhow::{Context as _, Result};
use xregion::identifiers::Partition;
use xregion::identifiers::partition::PARTITIONS;
use xregion::shape::Operation;

use catalogue::{CATALOGUE, Entry};
use data::Data;
use difference::{Difference, Found, Kind, Side};
use explained::Explanation;
use model::{Endpoints, Partitions, Service};
use ruleset::RuleSet;

pub(crate) use table::table;

/// What is compared to the models.
struct Facts {
    operations: &'static [&'static Operation],
    partitions: &'static [&'static Partition],
    catalogue: &'static [Entry],
}

/// The facts of the library.
static FACTS: Facts = Facts { operations: xregion::OPERATIONS, partitions: &PARTITIONS, catalogue: CATALOGUE };

/// What a comparison came to.
pub(crate) struct Verdict {
    /// The release that was compared to.
    model: String,
    /// Each with whether it is explained.
    differences: Vec<(Difference, bool)>,
    /// The explanations of what is no difference.
    stale: Vec<Explanation>,
}

impl Verdict {
    /// Whether everything is as the page says.
    pub(crate) fn is_explained(&self) -> bool {
        self.stale.is_empty() && self.differences.iter().all(|(_, explained)| *explained)
    }
}

/// Compares the library to a wheel of botocore, or to a folder with its data.
pub(crate) fn compare(model: &Path) -> Result<Verdict> {
    let data = Data::open(model)?;
    Ok(judge(data.name.clone(), differences(&FACTS, &data)?, explained::read()?))
}

fn judge(model: String, differences: Vec<Difference>, explanations: Vec<Explanation>) -> Verdict {
    let is_known = |difference: &Difference| explanations.iter().any(|explanation| explanation.is_of(difference));
    let judged = differences.iter().map(|difference| (difference.clone(), is_known(difference))).collect();
    let is_stale = |explanation: &Explanation| !differences.iter().any(|difference| explanation.is_of(difference));
    Verdict { model, differences: judged, stale: explanations.into_iter().filter(is_stale).collect() }
}

fn differences(facts: &Facts, data: &Data) -> Result<Vec<Difference>> {
    let mut found = Found::default();
    let partitions: Partitions = data.read("partitions.json")?;
    partitions::compare(facts.partitions, &partitions, &mut found);
    let endpoints: Endpoints = data.read("endpoints.json")?;
    for operation in facts.operations {
        let entry = catalogue::entry(facts.catalogue, operation.name)?;
        let folder = data.latest(entry.folder)?;
        let service: Service = data.read(&format!("{folder}/service-2.json"))?;
        compare_operation(operation, entry, &service, &mut found)
            .with_context(|| format!("{folder} of {}", data.name))?;
        let rules: RuleSet = data.read(&format!("{folder}/endpoint-rule-set-1.json"))?;
        hosts::compare(operation, entry, &rules, &partitions, &mut found);
        let prefix = &service.metadata.endpoint_prefix;
        partitions::compare_offers(operation, prefix, facts.partitions, &endpoints, &mut found);
    }
    Ok(found.0)
}

fn compare_operation(operation: &'static Operation, entry: &Entry, model: &Service, found: &mut Found) -> Result<()> {
    let Some(theirs) = model.operations.get(operation.name) else {
        let (here, there) = (operation.name, format!("no {}", operation.name));
        found.note(Some(Side::Looser), Kind::Operation, operation.input.rule.id, operation.name, here, there);
        return Ok(());
    };
    wire::compare(operation, entry, &model.metadata, theirs, found)?;
    let input = model.inner(theirs.input.as_ref())?;
    request::Request { operation, model, found }.compare(input)?;
    let mut response = response::Response { operation, model, found };
    response.compare(theirs.output.as_ref().map(|output| model.shape(output)).transpose()?)?;
    response.errors(&theirs.errors)
}
