//! The hosts of a service in every Region, plain, FIPS, dual-stack and both.

use std::collections::BTreeSet;

use xregion::request::endpoint;
use xregion::shape::Operation;

use super::catalogue::Entry;
use super::difference::{Found, Kind};
use super::model::Partitions;
use super::ruleset::RuleSet;

const VARIANTS: [(&str, bool, bool); 4] =
    [("plain", false, false), ("FIPS", true, false), ("dual-stack", false, true), ("FIPS and dual-stack", true, true)];

/// Regions that differ in the same way are listed as one.
pub(super) fn compare(ours: &Operation, entry: &Entry, rules: &RuleSet, partitions: &Partitions, found: &mut Found) {
    let mut told = BTreeSet::new();
    for ((variant, fips, dual_stack), rule) in VARIANTS.into_iter().zip(entry.hosts) {
        for partition in &partitions.partitions {
            for region in partition.regions.keys() {
                let form = |host: &str| host.replace(region.as_str(), "{Region}");
                let here = form(&format!("https://{}", endpoint::host(ours.service, region, fips, dual_stack)));
                let there = rules.resolve(partitions, region, fips, dual_stack);
                let there = form(&there.unwrap_or_else(|cause| format!("unknown ({cause:#})")));
                if told.insert((variant, &partition.id, here.clone(), there.clone())) {
                    let place = format!("{} hosts, {}, {variant}", ours.service.signing_name, partition.id);
                    found.compare(Kind::Host, rule, &place, &here, &there);
                }
            }
        }
    }
}
