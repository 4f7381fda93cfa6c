//! Where requests go: AWS's endpoint rules as a table.

use serde_json::json;
use xregion::identifiers::Partition;
use xregion::identifiers::partition::PARTITIONS;
use xregion::{Draft, HttpOptions, OPERATIONS};

/// A Region of each partition, and the suffixes of plain and of dual-stack hosts there.
const SUFFIXES: [(&str, &str, &str, &str); 9] = [
    ("aws", "us-east-1", "amazonaws.com", "api.aws"),
    ("aws-cn", "cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
    ("aws-eusc", "eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu"),
    ("aws-iso", "us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov"),
    ("aws-iso-b", "us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud"),
    ("aws-iso-e", "eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    ("aws-iso-f", "us-isof-east-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
    ("aws-us-gov", "us-gov-west-1", "amazonaws.com", "api.aws"),
    ("", "xx-new-1", "amazonaws.com", "api.aws"),
];

/// The forms of hosts by service and partitions, `*` for all others: plain, FIPS, dual-stack and both. `R` is the
/// Region, `S` the suffix of plain hosts, `D` that of dual-stack hosts.
const HOSTS: [(&str, &str, [&str; 4]); 7] = [
    ("kms", "*", ["kms.R.S", "kms-fips.R.S", "kms.R.D", "kms-fips.R.D"]),
    (
        "ssm-incidents",
        "*",
        ["ssm-incidents.R.S", "ssm-incidents-fips.R.S", "ssm-incidents.R.D", "ssm-incidents-fips.R.D"],
    ),
    (
        "elasticfilesystem",
        "aws aws-cn aws-us-gov",
        ["elasticfilesystem.R.S", "elasticfilesystem-fips.R.S", "efs.R.D", "efs-fips.R.D"],
    ),
    (
        "elasticfilesystem",
        "*",
        ["elasticfilesystem.R.S", "elasticfilesystem-fips.R.S", "elasticfilesystem.R.D", "elasticfilesystem-fips.R.D"],
    ),
    (
        "secretsmanager",
        "aws aws-us-gov",
        ["secretsmanager.R.S", "secretsmanager-fips.R.S", "secretsmanager.R.S", "secretsmanager-fips.R.S"],
    ),
    (
        "secretsmanager",
        "aws-cn",
        ["secretsmanager.R.S", "secretsmanager-fips.R.S", "secretsmanager.R.S", "secretsmanager-fips.R.D"],
    ),
    (
        "secretsmanager",
        "*",
        ["secretsmanager.R.S", "secretsmanager-fips.R.S", "secretsmanager.R.D", "secretsmanager-fips.R.D"],
    ),
];

#[test]
fn hosts_of_every_service_partition_and_variant() {
    for operation in OPERATIONS {
        let service = operation.service.signing_name;
        let draft = Draft::new(operation, json!({ "SourceFileSystemId": "fs-01234567" }));
        for (partition, region, plain, dual) in SUFFIXES {
            // A Region that is not known yet is looked for where most are.
            let partition = if partition.is_empty() { "aws" } else { partition };
            let (_, _, forms) = HOSTS
                .iter()
                .find(|(of, partitions, _)| {
                    *of == service && (*partitions == "*" || partitions.split(' ').any(|id| id == partition))
                })
                .unwrap();
            for (form, (fips, dual_stack)) in
                forms.iter().zip([(false, false), (true, false), (false, true), (true, true)])
            {
                let mut options = HttpOptions::region(region);
                options.fips = fips;
                options.dual_stack = dual_stack;
                let parts = form.split('.').map(|part| match part {
                    "R" => region,
                    "S" => plain,
                    "D" => dual,
                    label => label,
                });
                let expected = parts.collect::<Vec<_>>().join(".");
                let http = draft.to_http(&options).unwrap();
                assert_eq!(http.hostname, expected, "{service} in {region}, {options:?}");
                assert_eq!(http.headers["host"], expected);
                assert_eq!((http.signing.service, http.signing.region.as_str()), (service, region));
            }
        }
    }
}

#[test]
fn every_region_belongs_to_one_partition() {
    for partition in PARTITIONS {
        assert!(SUFFIXES.iter().any(|(id, ..)| *id == partition.id), "no row for {}", partition.id);
        for region in partition.region_codes() {
            let owners: Vec<_> =
                PARTITIONS.iter().filter(|other| other.region_pattern.matches(region)).map(|other| other.id).collect();
            assert_eq!(owners, [partition.id], "{region}");
        }
    }
    let claims = [
        ("us-east-99", Some("aws")),
        ("us-gov-north-7", Some("aws-us-gov")),
        ("us-iso-x-1", Some("aws-iso")),
        ("us-isob-x-1", Some("aws-iso-b")),
        ("eusc-de-x-1", Some("aws-eusc")),
        ("eusc-fr-x-1", None),
        ("xx-new-1", None),
        ("aws-global", Some("aws")),
        ("aws-iso-b-global", Some("aws-iso-b")),
        ("aws-eusc-global", None),
        ("us-east-1a", None),
        ("us-east-1\n", None),
        ("us-east-\u{661}", None),
        ("", None),
    ];
    for (region, expected) in claims {
        assert_eq!(Partition::of_region(region).map(|partition| partition.id), expected, "{region:?}");
    }
}
