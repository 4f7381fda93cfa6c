// The requests that are timed: of each operation four that pass without a warning, from the smallest to one at the
// limits, and one with five errors of a kind that every library finds.

export const VALID_SIZES = ["minimal", "small", "middle", "large"];
export const SIZES = [...VALID_SIZES, "invalid"];

/** How many errors an invalid payload has. */
export const ERRORS = 5;

const ACCOUNT = "111122223333";
const PRIMARY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/mrk-1234abcd12ab34cd56ef1234567890ab`;
const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:orders/database-a1b2c3`;
const FILE_SYSTEM = `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:file-system/fs-0123456789abcdef0`;
const TOKEN = "aa1b2cde-27e3-42ff-9cac-9938012345ab";

const keyIn = (region) => `arn:aws:kms:${region}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const upTo = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const tagKey = (index) => `project/orders:tag-${index}`;
const tagValue = (index) => `value number ${index} of team=${index % 7}, kept @ cost-center`;

const tagMap = (count) => Object.fromEntries(upTo(count, (index) => [tagKey(index), tagValue(index)]));
const tagList = (count) => upTo(count, (index) => ({ TagKey: tagKey(index), TagValue: tagValue(index) }));

const encrypted = (...regions) => Object.fromEntries(regions.map((region) => [region, { sseKmsKeyId: keyIn(region) }]));

/** Regions that an account has beside us-east-1, one an entry. */
const REGIONS = [
  ..."ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1".split(" "),
  ..."eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-2 us-west-1 us-west-2".split(" "),
  ..."af-south-1 ap-east-1 eu-south-1 me-south-1".split(" "),
];

const replicas = (count) => REGIONS.slice(0, count).map((Region) => ({ Region, KmsKeyId: keyIn(Region) }));

const ADMINISTRATION = {
  Sid: "Enable IAM policies",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: "kms:*",
  Resource: "*",
};

const use = (index) => ({
  Sid: `Allow use ${index}`,
  Effect: "Allow",
  Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:role/application-${index}`] },
  Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
  Resource: "*",
  Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
});

/** A key policy of at least so many characters, as its author or a program would write it. */
function policy(length, indent) {
  const document = { Version: "2012-10-17", Id: "key-policy", Statement: [ADMINISTRATION] };
  const written = () => JSON.stringify(document, null, indent);
  while (written().length < length) document.Statement.push(use(document.Statement.length));
  return written();
}

/** By the operation's name and the size. A file system has one replica: requests for it are never long. */
export const payloads = {
  CreateReplicationSet: {
    minimal: { regions: { "us-east-1": {} } },
    small: { clientToken: TOKEN, regions: encrypted("us-east-1", "eu-west-1"), tags: { team: "orders", env: "prod" } },
    middle: { clientToken: TOKEN, regions: encrypted("us-east-1", "eu-west-1", "us-west-2"), tags: tagMap(10) },
    large: { clientToken: TOKEN, regions: encrypted("us-east-1", "eu-west-1", "ap-south-1"), tags: tagMap(50) },
    invalid: {
      clientToken: "a1b2c3d4-".repeat(15),
      regions: { "us-east-1": { sseKmsKeyId: 7 }, "eu-west-1": { sseKmsKeyId: keyIn("eu-west-1").repeat(30) } },
      tags: { team: "orders!", env: "prod" },
      Tags: {},
    },
  },
  ReplicateSecretToRegions: {
    minimal: { SecretId: "orders", AddReplicaRegions: [{ Region: "eu-west-1" }] },
    small: { SecretId: SECRET, AddReplicaRegions: replicas(2), ForceOverwriteReplicaSecret: false },
    middle: { SecretId: SECRET, AddReplicaRegions: replicas(4), ForceOverwriteReplicaSecret: false },
    large: { SecretId: SECRET, AddReplicaRegions: replicas(20), ForceOverwriteReplicaSecret: false },
    invalid: {
      SecretId: "",
      AddReplicaRegions: [{ Region: "EU-WEST-3" }, { KmsKeyId: "alias/aws/secretsmanager" }],
      ForceOverwriteReplicaSecret: "no",
      Replicas: [],
    },
  },
  CreateReplicationConfiguration: {
    minimal: { SourceFileSystemId: "fs-0123456789abcdef0", Destinations: [{ Region: "us-west-2" }] },
    small: { SourceFileSystemId: FILE_SYSTEM, Destinations: [{ Region: "us-west-2", KmsKeyId: keyIn("us-west-2") }] },
    middle: {
      SourceFileSystemId: FILE_SYSTEM,
      Destinations: [{ Region: "us-west-2", AvailabilityZoneName: "us-west-2a", KmsKeyId: keyIn("us-west-2") }],
    },
    large: {
      SourceFileSystemId: FILE_SYSTEM,
      Destinations: [
        {
          Region: "us-west-2",
          AvailabilityZoneName: "us-west-2a",
          KmsKeyId: `arn:aws:kms:us-west-2:${ACCOUNT}:alias/${"orders/replicas/".repeat(15)}fs`,
        },
      ],
    },
    invalid: {
      SourceFileSystemId: "fs-XYZ",
      Destinations: [
        { Region: "us_west_2", KmsKeyId: `arn:aws:kms:us-west-2:12:key/orders`, FileSystemId: 7, Zone: "us-west-2a" },
      ],
    },
  },
  ReplicateKey: {
    minimal: { KeyId: PRIMARY, ReplicaRegion: "eu-west-1" },
    small: { KeyId: PRIMARY, ReplicaRegion: "eu-west-1", Description: "Replica of the orders' key", Tags: tagList(2) },
    middle: {
      KeyId: PRIMARY,
      ReplicaRegion: "eu-west-1",
      Policy: policy(1_000, 2),
      BypassPolicyLockoutSafetyCheck: false,
      Description: "Replica of the orders' key for disasters",
      Tags: tagList(8),
    },
    large: {
      KeyId: PRIMARY,
      ReplicaRegion: "eu-west-1",
      Policy: policy(30_000),
      BypassPolicyLockoutSafetyCheck: false,
      Description: "Replica of the orders' key for disasters. ".repeat(10),
      Tags: tagList(50),
    },
    invalid: {
      KeyId: "",
      ReplicaRegion: "euwest1",
      BypassPolicyLockoutSafetyCheck: "no",
      Tags: [{ TagKey: "", TagValue: "orders" }, { TagKey: "team" }],
    },
  },
};
