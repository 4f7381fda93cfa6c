//! Where a request goes: the endpoint of a service in a Region, by AWS's endpoint rules.

use crate::identifiers::Partition;
use crate::shape::Service;

/// The host of a service in a Region. That there is a name does not say that the service is offered there.
pub fn host(service: &Service, region: &str, fips: bool, dual_stack: bool) -> String {
    let partition = Partition::for_endpoints(region);
    let exception = service
        .dual_stack
        .iter()
        .find(|exception| dual_stack && (exception.with_fips || !fips) && exception.partitions.contains(&partition.id));
    let (label, plain_suffix) = match exception {
        Some(exception) => (exception.label, exception.plain_suffix),
        None => (service.host_label, !dual_stack),
    };
    let fips = if fips { "-fips" } else { "" };
    let suffix = if plain_suffix { partition.dns_suffix } else { partition.dual_stack_dns_suffix };
    format!("{label}{fips}.{region}.{suffix}")
}
