// The structure of the requests as a JSON Schema says it: what every library is told. It is what
// `operation.jsonSchema()` gives, without its words; a test holds that.

const text = (minLength, maxLength, pattern) => ({
  type: "string",
  ...(minLength > 0 && { minLength }),
  maxLength,
  ...(pattern && { pattern }),
});

const object = (properties, required) => ({
  type: "object",
  properties,
  ...(required && { required }),
  additionalProperties: false,
});

const map = (minProperties, maxProperties, propertyNames, additionalProperties) => ({
  type: "object",
  minProperties,
  maxProperties,
  propertyNames,
  additionalProperties,
});

const list = (minItems, maxItems, items) => ({
  type: "array",
  ...(minItems !== undefined && { minItems }),
  ...(maxItems !== undefined && { maxItems }),
  items,
});

/** A text whose length alone is told, as a key of a map. */
const { type: _, ...REGION_NAME } = text(0, 20);
const { type: __, ...TAG_NAME } = text(1, 128, "^(?!aws:)[A-Za-z0-9 _=@:.+-/]+$");

const FILE_SYSTEM = text(
  0,
  128,
  "^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:file-system/fs-[0-9a-f]{8,40}|fs-[0-9a-f]{8,40})$",
);

const KEY =
  "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|(arn:aws[-a-z]*:kms:[a-z0-9-]+:\\d{12}:((key/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(key/mrk-[0-9a-f]{32})|(alias/[a-zA-Z0-9/_-]+))))$";

/** By the operation's name. */
export const schemas = {
  CreateReplicationSet: object(
    {
      clientToken: text(0, 128),
      regions: map(1, 3, REGION_NAME, object({ sseKmsKeyId: text(0, 2048) })),
      tags: map(1, 50, TAG_NAME, text(0, 256, "^[A-Za-z0-9 _=@:.+-/]*$")),
    },
    ["regions"],
  ),
  ReplicateSecretToRegions: object(
    {
      SecretId: text(1, 2048),
      AddReplicaRegions: list(
        1,
        undefined,
        object({ Region: text(1, 128, "^([a-z]+-)+\\d+$"), KmsKeyId: text(0, 2048) }, ["Region"]),
      ),
      ForceOverwriteReplicaSecret: { type: "boolean" },
    },
    ["SecretId", "AddReplicaRegions"],
  ),
  CreateReplicationConfiguration: object(
    {
      SourceFileSystemId: FILE_SYSTEM,
      Destinations: list(
        1,
        1,
        object({
          Region: text(1, 64, "^[a-z]{2}-((iso[a-z]{0,1}-)|(gov-)){0,1}[a-z]+-{0,1}[0-9]{0,1}$"),
          AvailabilityZoneName: text(1, 64, "^(?:.+)$"),
          KmsKeyId: text(0, 2048, KEY),
          FileSystemId: FILE_SYSTEM,
          RoleArn: text(0, 2048, "^(?:arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+)$"),
        }),
      ),
    },
    ["SourceFileSystemId", "Destinations"],
  ),
  ReplicateKey: object(
    {
      KeyId: text(1, 2048),
      ReplicaRegion: text(1, 32, "^([a-z]+-){2,3}\\d+$"),
      Policy: text(1, 131072, "^(?:[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+)$"),
      BypassPolicyLockoutSafetyCheck: { type: "boolean" },
      Description: text(0, 8192),
      Tags: list(undefined, 50, object({ TagKey: text(1, 128), TagValue: text(0, 256) }, ["TagKey", "TagValue"])),
    },
    ["KeyId", "ReplicaRegion"],
  ),
};
