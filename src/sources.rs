//! The pages that state the facts, and how a fact is cited.

#[cfg(feature = "full")]
use serde::Serialize;

/// A page that documents a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(Serialize))]
pub struct Source {
    /// The page's title.
    pub title: &'static str,
    /// The page's address.
    pub url: &'static str,
}

/// A documented fact: its id, for ever the same, and the page that states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// For example `KMS-REPLICATEKEY-17`.
    pub id: &'static str,
    /// Where the fact is documented.
    pub source: &'static Source,
}

macro_rules! sources {
    (
        $(#[doc = $about:literal])+ $all:ident, $shown:ident;
        $($(#[doc = $doc:literal])+ $name:ident = $title:literal, $url:literal;)+
    ) => {
        $($(#[doc = $doc])+ pub static $name: Source = Source { title: $shown($title), url: $shown($url) };)+

        $(#[doc = $about])+
        pub static $all: &[&Source] = &[$(&$name),+];
    };
}

/// Every page.
pub fn all() -> impl Iterator<Item = &'static Source> {
    OF_VERDICTS.iter().chain(OTHERS).copied()
}

/// A text about a page.
const fn stated(text: &'static str) -> &'static str {
    text
}

/// The same about one that verdicts cite. The module that only validates has none: the package's JavaScript knows these
/// pages by their numbers.
const fn numbered(text: &'static str) -> &'static str {
    if cfg!(all(feature = "wasm", not(feature = "full"))) { "" } else { text }
}

/// The place of a page among those that verdicts cite.
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
pub(crate) fn number_of(source: &Source) -> Option<usize> {
    OF_VERDICTS.iter().position(|known| core::ptr::eq(*known, source))
}

sources! {
    /// The pages that verdicts cite.
    OF_VERDICTS, numbered;

    /// What a string is, how it is counted, and that patterns are not anchored by themselves.
    SMITHY_STRING = "Smithy: constraint traits", "https://smithy.io/2.0/spec/constraint-traits.html";
    /// The request of SSM Incidents.
    CREATE_REPLICATION_SET = "Incident Manager API Reference: CreateReplicationSet", "https://docs.aws.amazon.com/incident-manager/latest/APIReference/API_CreateReplicationSet.html";
    /// Where the service is offered.
    INCIDENT_MANAGER_ENDPOINTS = "AWS General Reference: Incident Manager endpoints and quotas", "https://docs.aws.amazon.com/general/latest/gr/incidentmanager.html";
    /// What a replication set is and where its keys must be.
    REPLICATION_SET_GUIDE = "Incident Manager User Guide: resilience", "https://docs.aws.amazon.com/incident-manager/latest/userguide/disaster-recovery-resiliency.html";
    /// That all Regions or none have customer managed keys.
    TERRAFORM_REPLICATION_SET = "Terraform AWS provider: aws_ssmincidents_replication_set", "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/ssmincidents_replication_set.html.markdown";
    /// The request of Secrets Manager.
    REPLICATE_SECRET = "Secrets Manager API Reference: ReplicateSecretToRegions", "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html";
    /// Where secrets can be replicated to.
    REPLICATE_SECRET_GUIDE = "Secrets Manager User Guide: replicate secrets across Regions", "https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html";
    /// The names of secrets.
    SECRET_NAME = "Secrets Manager API Reference: CreateSecret", "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html";
    /// How a secret's ARN is made.
    SECRET_ARN = "Secrets Manager User Guide: what's in a secret", "https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html";
    /// The request of EFS.
    CREATE_REPLICATION_CONFIGURATION = "EFS API Reference: CreateReplicationConfiguration", "https://docs.aws.amazon.com/efs/latest/ug/API_CreateReplicationConfiguration.html";
    /// What EFS says of a destination.
    EFS_DESTINATION = "EFS API Reference: DestinationToCreate", "https://docs.aws.amazon.com/efs/latest/ug/API_DestinationToCreate.html";
    /// What EFS says of zones and keys of a file system.
    EFS_CREATE_FILE_SYSTEM = "EFS API Reference: CreateFileSystem", "https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html";
    /// The request of KMS.
    REPLICATE_KEY = "KMS API Reference: ReplicateKey", "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html";
    /// What multi-Region keys are.
    MULTI_REGION_KEYS = "KMS Developer Guide: multi-Region keys", "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html";
    /// What a key policy is and how long it may be.
    KEY_POLICIES = "KMS Developer Guide: key policies", "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html";
    /// What tags may be.
    TAG_RESTRICTIONS = "Cost Management User Guide: user-defined tag restrictions", "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/allocation-tag-restrictions.html";
    /// Which Regions belong together.
    PARTITIONS = "AWS Fault Isolation Boundaries: partitions", "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html";
    /// How JSON is written.
    JSON = "RFC 8259: the JSON data interchange format", "https://www.rfc-editor.org/rfc/rfc8259";
    /// How this library is called.
    XREGION = "xregion: README", "https://www.npmjs.com/package/xregion";
}

sources! {
    /// Those that only the rest cites: answers, notes, and other forms of a request.
    OTHERS, stated;

    /// Which permissions the service knows.
    INCIDENT_MANAGER_ACTIONS = "Service Authorization Reference: Incident Manager", "https://docs.aws.amazon.com/service-authorization/latest/reference/list_ssm-incidents.html";
    /// How a file system is replicated to another account.
    EFS_CROSS_ACCOUNT = "EFS User Guide: replicating across accounts", "https://docs.aws.amazon.com/efs/latest/ug/cross-account-replication.html";
    /// The service's own words about a key of another Region.
    CDK_EFS_KEY_REGION = "AWS CDK pull request 37116: EFS answers “unexpected region”", "https://github.com/aws/aws-cdk/pull/37116";
    /// Errors of every operation.
    COMMON_ERRORS = "KMS API Reference: errors that are common to all actions", "https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html";
    /// How a service writes its errors and its timestamps.
    SMITHY_JSON = "Smithy: AWS JSON 1.1 protocol", "https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html";
    /// The same for the services with paths.
    SMITHY_REST_JSON = "Smithy: AWS restJson1 protocol", "https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html";
    /// What the states of a key mean.
    KEY_STATES = "KMS Developer Guide: key states", "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html";
    /// The key that a replica is described by.
    KEY_METADATA = "KMS API Reference: KeyMetadata", "https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html";
    /// How far a replica of a secret is.
    REPLICATION_STATUS_TYPE = "Secrets Manager API Reference: ReplicationStatusType", "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicationStatusType.html";
    /// Why a replica of a secret fails.
    REPLICATE_SECRET_TROUBLE = "Secrets Manager User Guide: troubleshoot replication", "https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html";
    /// The destination in a response of EFS.
    EFS_DESTINATION_OUTPUT = "EFS API Reference: Destination", "https://docs.aws.amazon.com/efs/latest/ug/API_Destination.html";
    /// The AWS SDK for JavaScript, version 3.
    SDK_V3 = "AWS SDK for JavaScript v3 Developer Guide", "https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/welcome.html";
    /// The AWS SDK for Python.
    BOTO3 = "Boto3 documentation", "https://boto3.amazonaws.com/v1/documentation/api/latest/index.html";
    /// How the AWS CLI takes the whole input as JSON, or by a file.
    CLI_SKELETON = "AWS CLI User Guide: AWS CLI skeletons and input files", "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html";
    /// How long an argument may be on Linux.
    EXECVE = "Linux manual: execve(2)", "https://man7.org/linux/man-pages/man2/execve.2.html";
    /// How long a command line may be on Windows.
    CREATE_PROCESS = "Win32: CreateProcessW", "https://learn.microsoft.com/en-us/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw";
    /// How long a command may be at the command prompt.
    CMD_LENGTH = "Windows: command prompt (Cmd.exe) command-line string limitation", "https://learn.microsoft.com/en-us/troubleshoot/windows-client/shell-experience/command-line-string-limitation";
    /// Version 6 of the provider.
    TERRAFORM_REGION = "Terraform AWS provider: enhanced Region support", "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/guides/enhanced-region-support.html.markdown";
    /// The secret in Terraform.
    TERRAFORM_SECRET = "Terraform AWS provider: aws_secretsmanager_secret", "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/secretsmanager_secret.html.markdown";
    /// The replication of a file system in Terraform.
    TERRAFORM_EFS_REPLICATION = "Terraform AWS provider: aws_efs_replication_configuration", "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/efs_replication_configuration.html.markdown";
    /// The replica of a key in Terraform.
    TERRAFORM_REPLICA_KEY = "Terraform AWS provider: aws_kms_replica_key", "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/kms_replica_key.html.markdown";
    /// The replication set in CloudFormation.
    CLOUDFORMATION_REPLICATION_SET = "CloudFormation Template Reference: AWS::SSMIncidents::ReplicationSet", "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssmincidents-replicationset.html";
    /// The secret in CloudFormation.
    CLOUDFORMATION_SECRET = "CloudFormation Template Reference: AWS::SecretsManager::Secret", "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html";
    /// The file system in CloudFormation.
    CLOUDFORMATION_FILE_SYSTEM = "CloudFormation Template Reference: AWS::EFS::FileSystem", "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html";
    /// The replica of a key in CloudFormation.
    CLOUDFORMATION_REPLICA_KEY = "CloudFormation Template Reference: AWS::KMS::ReplicaKey", "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-replicakey.html";
    /// What CloudFormation is.
    CLOUDFORMATION = "CloudFormation User Guide", "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/Welcome.html";
}
