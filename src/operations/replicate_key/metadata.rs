//! The key that a response of KMS describes.

use super::answers::KEY_STATES;
use super::cited;
use crate::answer::{Kind, Output, Status};
use crate::shape::Rule;
use crate::sources;

const fn metadata(id: &'static str) -> Rule {
    cited(id, &sources::KEY_METADATA)
}

pub(super) static KEY_METADATA: &[Output] = &[
    Output {
        name: "AWSAccountId",
        doc: "The account that owns the key, twelve digits.",
        rule: metadata("KMS-REPLICATEKEY-71"),
        ..Output::TEXT
    },
    Output {
        name: "KeyId",
        doc: "The key's id: the same as the primary's.",
        rule: metadata("KMS-REPLICATEKEY-72"),
        always: true,
        ..Output::TEXT
    },
    Output {
        name: "Arn",
        doc: "The key's ARN, in the replica's Region.",
        rule: metadata("KMS-REPLICATEKEY-73"),
        ..Output::TEXT
    },
    Output {
        name: "CreationDate",
        doc: "When the key was made.",
        rule: metadata("KMS-REPLICATEKEY-74"),
        kind: Kind::Timestamp,
        ..Output::TEXT
    },
    Output {
        name: "Enabled",
        doc: "Whether the key can be used: only in the state Enabled.",
        rule: metadata("KMS-REPLICATEKEY-75"),
        kind: Kind::Boolean,
        ..Output::TEXT
    },
    Output {
        name: "Description",
        doc: "The description of the replica.",
        rule: metadata("KMS-REPLICATEKEY-76"),
        ..Output::TEXT
    },
    Output {
        name: "KeyUsage",
        doc: "What the key is for.",
        rule: metadata("KMS-REPLICATEKEY-77"),
        kind: Kind::Values(&[
            "SIGN_VERIFY",
            "ENCRYPT_DECRYPT",
            "GENERATE_VERIFY_MAC",
            "KEY_AGREEMENT",
            "ENCAPSULATE_DECAPSULATE",
        ]),
        ..Output::TEXT
    },
    Output {
        name: "KeyState",
        doc: "How far the key is.",
        rule: metadata("KMS-REPLICATEKEY-78"),
        kind: Kind::Status(Status { states: KEY_STATES, reason: None }),
        ..Output::TEXT
    },
    Output {
        name: "DeletionDate",
        doc: "When the key will be deleted; only in the state PendingDeletion.",
        rule: metadata("KMS-REPLICATEKEY-79"),
        kind: Kind::Timestamp,
        ..Output::TEXT
    },
    Output {
        name: "ValidTo",
        doc: "When imported key material expires; only where it does.",
        rule: metadata("KMS-REPLICATEKEY-80"),
        kind: Kind::Timestamp,
        ..Output::TEXT
    },
    Output {
        name: "Origin",
        doc: "Where the key material comes from.",
        rule: metadata("KMS-REPLICATEKEY-81"),
        kind: Kind::Values(&["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]),
        ..Output::TEXT
    },
    Output {
        name: "CustomKeyStoreId",
        doc: "The custom key store, where there is one.",
        rule: metadata("KMS-REPLICATEKEY-82"),
        ..Output::TEXT
    },
    Output {
        name: "CloudHsmClusterId",
        doc: "The CloudHSM cluster of the key store, where there is one.",
        rule: metadata("KMS-REPLICATEKEY-83"),
        ..Output::TEXT
    },
    Output {
        name: "ExpirationModel",
        doc: "Whether imported key material expires.",
        rule: metadata("KMS-REPLICATEKEY-84"),
        kind: Kind::Values(&["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"]),
        ..Output::TEXT
    },
    Output {
        name: "KeyManager",
        doc: "Who manages the key.",
        rule: metadata("KMS-REPLICATEKEY-85"),
        kind: Kind::Values(&["AWS", "CUSTOMER"]),
        ..Output::TEXT
    },
    Output {
        name: "CustomerMasterKeySpec",
        doc: "The same as KeySpec, by its old name.",
        rule: metadata("KMS-REPLICATEKEY-86"),
        kind: Kind::Values(&[
            "RSA_2048",
            "RSA_3072",
            "RSA_4096",
            "ECC_NIST_P256",
            "ECC_NIST_P384",
            "ECC_NIST_P521",
            "ECC_SECG_P256K1",
            "SYMMETRIC_DEFAULT",
            "HMAC_224",
            "HMAC_256",
            "HMAC_384",
            "HMAC_512",
            "SM2",
        ]),
        ..Output::TEXT
    },
    Output {
        name: "KeySpec",
        doc: "The kind of the key material.",
        rule: metadata("KMS-REPLICATEKEY-87"),
        kind: Kind::Values(&[
            "RSA_2048",
            "RSA_3072",
            "RSA_4096",
            "ECC_NIST_P256",
            "ECC_NIST_P384",
            "ECC_NIST_P521",
            "ECC_SECG_P256K1",
            "SYMMETRIC_DEFAULT",
            "HMAC_224",
            "HMAC_256",
            "HMAC_384",
            "HMAC_512",
            "SM2",
            "ML_DSA_44",
            "ML_DSA_65",
            "ML_DSA_87",
            "ECC_NIST_EDWARDS25519",
            "ML_KEM_512",
            "ML_KEM_768",
            "ML_KEM_1024",
        ]),
        ..Output::TEXT
    },
    Output {
        name: "EncryptionAlgorithms",
        doc: "How the key can encrypt; only for ENCRYPT_DECRYPT.",
        rule: metadata("KMS-REPLICATEKEY-88"),
        kind: Kind::List(
            &Kind::Values(&["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"]),
            metadata("KMS-REPLICATEKEY-89"),
        ),
        ..Output::TEXT
    },
    Output {
        name: "SigningAlgorithms",
        doc: "How the key can sign; only for SIGN_VERIFY.",
        rule: metadata("KMS-REPLICATEKEY-90"),
        kind: Kind::List(
            &Kind::Values(&[
                "RSASSA_PSS_SHA_256",
                "RSASSA_PSS_SHA_384",
                "RSASSA_PSS_SHA_512",
                "RSASSA_PKCS1_V1_5_SHA_256",
                "RSASSA_PKCS1_V1_5_SHA_384",
                "RSASSA_PKCS1_V1_5_SHA_512",
                "ECDSA_SHA_256",
                "ECDSA_SHA_384",
                "ECDSA_SHA_512",
                "SM2DSA",
                "ML_DSA_SHAKE_256",
                "ED25519_SHA_512",
                "ED25519_PH_SHA_512",
            ]),
            metadata("KMS-REPLICATEKEY-91"),
        ),
        ..Output::TEXT
    },
    Output {
        name: "KeyAgreementAlgorithms",
        doc: "How the key can agree on secrets; only for KEY_AGREEMENT.",
        rule: metadata("KMS-REPLICATEKEY-92"),
        kind: Kind::List(&Kind::Values(&["ECDH"]), metadata("KMS-REPLICATEKEY-93")),
        ..Output::TEXT
    },
    Output {
        name: "EncapsulationAlgorithms",
        doc: "How the key can encapsulate; only for ENCAPSULATE_DECAPSULATE.",
        rule: metadata("KMS-REPLICATEKEY-94"),
        kind: Kind::List(&Kind::Values(&["ML_KEM"]), metadata("KMS-REPLICATEKEY-95")),
        ..Output::TEXT
    },
    Output {
        name: "MultiRegion",
        doc: "Whether it is a multi-Region key.",
        rule: metadata("KMS-REPLICATEKEY-96"),
        kind: Kind::Boolean,
        ..Output::TEXT
    },
    Output {
        name: "MultiRegionConfiguration",
        doc: "The family of the key: its primary and its replicas.",
        rule: metadata("KMS-REPLICATEKEY-97"),
        kind: Kind::Structure(FAMILY),
        ..Output::TEXT
    },
    Output {
        name: "PendingDeletionWindowInDays",
        doc: "How many days the primary waits for its deletion, once its last replica is gone.",
        rule: metadata("KMS-REPLICATEKEY-105"),
        kind: Kind::Integer,
        ..Output::TEXT
    },
    Output {
        name: "MacAlgorithms",
        doc: "How the key can make codes; only for GENERATE_VERIFY_MAC.",
        rule: metadata("KMS-REPLICATEKEY-106"),
        kind: Kind::List(
            &Kind::Values(&["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"]),
            metadata("KMS-REPLICATEKEY-107"),
        ),
        ..Output::TEXT
    },
    Output {
        name: "XksKeyConfiguration",
        doc: "The key in an external key store, where there is one.",
        rule: metadata("KMS-REPLICATEKEY-108"),
        kind: Kind::Structure(EXTERNAL_KEY),
        ..Output::TEXT
    },
    Output {
        name: "CurrentKeyMaterialId",
        doc: "The id of the current key material.",
        rule: metadata("KMS-REPLICATEKEY-110"),
        ..Output::TEXT
    },
];

static FAMILY: &[Output] = &[
    Output {
        name: "MultiRegionKeyType",
        doc: "Whether this key is the primary.",
        rule: metadata("KMS-REPLICATEKEY-98"),
        kind: Kind::Values(&["PRIMARY", "REPLICA"]),
        ..Output::TEXT
    },
    Output {
        name: "PrimaryKey",
        doc: "The primary of the family.",
        rule: metadata("KMS-REPLICATEKEY-99"),
        kind: Kind::Structure(PRIMARY),
        ..Output::TEXT
    },
    Output {
        name: "ReplicaKeys",
        doc: "The replicas of the family.",
        rule: metadata("KMS-REPLICATEKEY-102"),
        kind: Kind::List(&Kind::Structure(REPLICA), metadata("KMS-REPLICATEKEY-102")),
        ..Output::TEXT
    },
];

static PRIMARY: &[Output] = &[
    Output { name: "Arn", doc: "The primary's ARN.", rule: metadata("KMS-REPLICATEKEY-100"), ..Output::TEXT },
    Output { name: "Region", doc: "The primary's Region.", rule: metadata("KMS-REPLICATEKEY-101"), ..Output::TEXT },
];

static REPLICA: &[Output] = &[
    Output { name: "Arn", doc: "The replica's ARN.", rule: metadata("KMS-REPLICATEKEY-103"), ..Output::TEXT },
    Output { name: "Region", doc: "The replica's Region.", rule: metadata("KMS-REPLICATEKEY-104"), ..Output::TEXT },
];

static EXTERNAL_KEY: &[Output] =
    &[Output { name: "Id", doc: "The external key's id.", rule: metadata("KMS-REPLICATEKEY-109"), ..Output::TEXT }];
