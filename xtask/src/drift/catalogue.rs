//! What the tables of the library do not hold of an operation: where its model is, and the rules of its way over HTTP.

use anyhow::{Context as _, Result};

/// An operation's line.
pub(crate) struct Entry {
    pub(crate) operation: &'static str,
    /// The folder of the service in botocore's data.
    pub(crate) folder: &'static str,
    /// The rule of the method and the path.
    pub(crate) path: &'static str,
    /// The rule of the protocol.
    pub(crate) protocol: &'static str,
    /// The rule of the header that names the operation.
    pub(crate) target: &'static str,
    /// The rule of the signature.
    pub(crate) signing: &'static str,
    /// The rules of the hosts: plain, FIPS, dual-stack, both.
    pub(crate) hosts: [&'static str; 4],
}

pub(crate) static CATALOGUE: &[Entry] = &[
    Entry {
        operation: "CreateReplicationSet",
        folder: "ssm-incidents",
        path: "SSMI-CREATEREPLSET-47",
        protocol: "SSMI-CREATEREPLSET-48",
        target: "SSMI-CREATEREPLSET-48",
        signing: "SSMI-CREATEREPLSET-49",
        hosts: ["SSMI-CREATEREPLSET-51"; 4],
    },
    Entry {
        operation: "ReplicateSecretToRegions",
        folder: "secretsmanager",
        path: "SECM-REPLICATESECRET-53",
        protocol: "SECM-REPLICATESECRET-55",
        target: "SECM-REPLICATESECRET-54",
        signing: "SECM-REPLICATESECRET-56",
        hosts: [
            "SECM-REPLICATESECRET-57",
            "SECM-REPLICATESECRET-57",
            "SECM-REPLICATESECRET-58",
            "SECM-REPLICATESECRET-59",
        ],
    },
    Entry {
        operation: "CreateReplicationConfiguration",
        folder: "efs",
        path: "EFS-CREATEREPLCONF-84",
        protocol: "EFS-CREATEREPLCONF-86",
        target: "EFS-CREATEREPLCONF-86",
        signing: "EFS-CREATEREPLCONF-87",
        hosts: ["EFS-CREATEREPLCONF-89", "EFS-CREATEREPLCONF-89", "EFS-CREATEREPLCONF-90", "EFS-CREATEREPLCONF-90"],
    },
    Entry {
        operation: "ReplicateKey",
        folder: "kms",
        path: "KMS-REPLICATEKEY-125",
        protocol: "KMS-REPLICATEKEY-127",
        target: "KMS-REPLICATEKEY-126",
        signing: "KMS-REPLICATEKEY-128",
        hosts: ["KMS-REPLICATEKEY-130"; 4],
    },
];

/// The line of an operation.
pub(crate) fn entry(catalogue: &'static [Entry], operation: &str) -> Result<&'static Entry> {
    let found = catalogue.iter().find(|entry| entry.operation == operation);
    found.with_context(|| format!("xtask/src/drift/catalogue.rs does not say where the model of {operation} is"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{files, project};

    #[test]
    fn every_operation_has_a_line_and_every_rule_is_one() {
        for operation in xregion::OPERATIONS {
            assert!(entry(CATALOGUE, operation.name).is_ok(), "{}", operation.name);
        }
        let known = files::read(&project::root().join("tests/vectors/catalogue.json")).unwrap();
        let known: Vec<serde_json::Value> = serde_json::from_str(&known).unwrap();
        let known: BTreeSet<(&str, &str)> =
            known.iter().map(|row| (row["id"].as_str().unwrap(), row["operation"].as_str().unwrap())).collect();
        for Entry { operation, path, protocol, target, signing, hosts, .. } in CATALOGUE {
            for rule in [path, protocol, target, signing].into_iter().chain(hosts) {
                assert!(known.contains(&(*rule, *operation)), "{operation} has no rule {rule}");
            }
        }
    }
}
