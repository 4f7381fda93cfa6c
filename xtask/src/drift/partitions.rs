//! The partitions, and the Regions in which services are offered.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use xregion::Code;
use xregion::identifiers::Partition;
use xregion::shape::{Format, Operation, Shape, Structure, Text};

use super::difference::{Found, Kind, Side};
use super::model::{Endpoints, Partitions};

/// The rule of the table of partitions.
const RULE: &str = "X-11";

pub(super) fn compare(ours: &[&Partition], theirs: &Partitions, found: &mut Found) {
    let rule = |_: &str| RULE.to_owned();
    let ids =
        (ours.iter().map(|partition| partition.id), theirs.partitions.iter().map(|partition| partition.id.as_str()));
    found.compare_lists(Kind::Partition, rule, |id| format!("partition {id}"), ids.0, ids.1);

    for partition in &theirs.partitions {
        let Some(known) = ours.iter().find(|known| known.id == partition.id) else { continue };
        let place = format!("partition {}", known.id);
        found.compare(Kind::RegionPattern, RULE, &place, known.region_pattern.documented, &partition.region_regex);
        let told = |name: &str| partition.outputs.get(name).and_then(Value::as_str).unwrap_or("none");
        found.compare(Kind::Suffix, RULE, &place, known.dns_suffix, told("dnsSuffix"));
        found.compare(Kind::DualStackSuffix, RULE, &place, known.dual_stack_dns_suffix, told("dualStackDnsSuffix"));
        for (variant, name) in [("FIPS", "supportsFIPS"), ("dual-stack", "supportsDualStack")] {
            let has = partition.outputs.get(name).and_then(Value::as_bool).unwrap_or(false);
            let side = Side::of_having(true, has);
            found.note(side, Kind::Variant, RULE, &place, variant, format!("no {variant}"));
        }
        let regions: Vec<&str> = known.region_codes().chain(known.global).collect();
        let theirs = partition.regions.keys().map(String::as_str);
        found.compare_lists(Kind::Region, rule, |_| place.clone(), regions, theirs);
    }
}

/// Where the table of an operation says in which Regions its service is offered, that is compared, too. Of Regions that
/// the table of partitions does not have it says nothing.
pub(super) fn compare_offers(
    operation: &Operation,
    prefix: &str,
    known: &[&Partition],
    theirs: &Endpoints,
    found: &mut Found,
) {
    let Some(format) = offers_of_structure(&operation.input) else { return };
    let services = theirs.partitions.iter().filter_map(|offers| offers.services.get(prefix));
    let offered: BTreeMap<&str, &Value> =
        services.flat_map(|service| &service.endpoints).map(|(region, endpoint)| (region.as_str(), endpoint)).collect();
    let regions: BTreeSet<&str> = known.iter().flat_map(|partition| partition.region_codes()).collect();
    let is_listed = |region: &&str| offered.contains_key(*region);
    let is_accepted = |region: &&str| (format.accepts)(region);
    found.compare_lists(
        Kind::Offer,
        |_| format.rule.id.to_owned(),
        |_| format!("{} Regions", operation.service.signing_name),
        regions.iter().filter(|region| is_accepted(region)).copied(),
        regions.iter().filter(|region| is_listed(region)).copied(),
    );
}

fn offers_of_structure(structure: &Structure) -> Option<&Format> {
    structure.members.iter().find_map(|member| offers_of_shape(&member.shape))
}

fn offers_of_shape(shape: &Shape) -> Option<&Format> {
    match shape {
        Shape::Boolean(_) => None,
        Shape::Text(text) => offers_of_text(text),
        Shape::List(list) => offers_of_shape(list.item),
        Shape::Map(map) => offers_of_text(&map.key).or_else(|| offers_of_shape(map.value)),
        Shape::Structure(structure) => offers_of_structure(structure),
    }
}

fn offers_of_text(text: &Text) -> Option<&Format> {
    text.formats.iter().find(|format| format.code == Code::ServiceNotInRegion)
}
