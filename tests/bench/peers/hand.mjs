// What somebody writes who needs these requests judged fast: nothing is made before something is wrong.
import { schemas } from "../schemas.mjs";

const { CreateReplicationSet, ReplicateSecretToRegions, CreateReplicationConfiguration, ReplicateKey } = schemas;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** A text has at most as many characters as UTF-16 units, which are counted first. */
const isLonger = (text, most) => text.length > most && text.replace(PAIRS, "_").length > most;

/** Says something of a member: at the top, of a list or map, or of an entry of it. */
function add(errors, message, name, within, entry) {
  const around = within === undefined ? "" : entry === undefined ? `/${within}` : `/${within}/${entry}`;
  errors.push({ path: `${around}/${name}`, message });
}

function text(errors, value, fact, name, within, entry) {
  if (typeof value !== "string") return add(errors, "must be a string", name, within, entry);
  if (value.length < fact.least) add(errors, `must have at least ${fact.least} characters`, name, within, entry);
  else if (fact.pattern !== undefined && !fact.pattern.test(value))
    add(errors, `must match ${fact.pattern.source}`, name, within, entry);
  if (isLonger(value, fact.most)) add(errors, `must have at most ${fact.most} characters`, name, within, entry);
}

function flag(errors, value, name) {
  if (typeof value !== "boolean") add(errors, "must be a boolean", name);
}

const missing = (errors, name, within, entry) => add(errors, "is missing", name, within, entry);
const unknown = (errors, name, within, entry) => add(errors, "is not known", name, within, entry);

/** Judges each structure of a list. */
function list(errors, value, name, least, most, judge) {
  if (!Array.isArray(value)) return add(errors, "must be an array", name);
  if (value.length < least || value.length > most) add(errors, `must have ${least} to ${most} items`, name);
  for (let index = 0; index < value.length; index += 1) {
    if (isObject(value[index])) judge(errors, value[index], index);
    else add(errors, "must be an object", index, name);
  }
}

/** Judges each entry of a map. */
function map(errors, value, name, most, judge) {
  if (!isObject(value)) return add(errors, "must be an object", name);
  const keys = Object.keys(value);
  if (keys.length < 1 || keys.length > most) add(errors, `must have 1 to ${most} members`, name);
  for (const key of keys) judge(errors, key, value[key]);
}

const fact = ({ minLength = 0, maxLength, pattern }) => ({
  least: minLength,
  most: maxLength,
  pattern: pattern === undefined ? undefined : new RegExp(pattern),
});

const TOKEN = fact(CreateReplicationSet.properties.clientToken);
const REGION_NAME = fact(CreateReplicationSet.properties.regions.propertyNames);
const REGION_KEY = fact(CreateReplicationSet.properties.regions.additionalProperties.properties.sseKmsKeyId);
const TAG_NAME = fact(CreateReplicationSet.properties.tags.propertyNames);
const TAG_VALUE = fact(CreateReplicationSet.properties.tags.additionalProperties);

function region(errors, name, value) {
  text(errors, name, REGION_NAME, name, "regions");
  if (!isObject(value)) return add(errors, "must be an object", name, "regions");
  for (const member of Object.keys(value)) {
    if (member === "sseKmsKeyId") text(errors, value.sseKmsKeyId, REGION_KEY, member, "regions", name);
    else unknown(errors, member, "regions", name);
  }
}

function tagOfMap(errors, name, value) {
  text(errors, name, TAG_NAME, name, "tags");
  text(errors, value, TAG_VALUE, name, "tags");
}

function set(errors, value) {
  for (const name of Object.keys(value)) {
    if (name === "clientToken") text(errors, value.clientToken, TOKEN, name);
    else if (name === "regions") map(errors, value.regions, name, 3, region);
    else if (name === "tags") map(errors, value.tags, name, 50, tagOfMap);
    else unknown(errors, name);
  }
  if (value.regions === undefined) missing(errors, "regions");
}

const SECRET_ID = fact(ReplicateSecretToRegions.properties.SecretId);
const REPLICA_REGION = fact(ReplicateSecretToRegions.properties.AddReplicaRegions.items.properties.Region);
const REPLICA_KEY = fact(ReplicateSecretToRegions.properties.AddReplicaRegions.items.properties.KmsKeyId);

function replica(errors, value, index) {
  for (const name of Object.keys(value)) {
    if (name === "Region") text(errors, value.Region, REPLICA_REGION, name, "AddReplicaRegions", index);
    else if (name === "KmsKeyId") text(errors, value.KmsKeyId, REPLICA_KEY, name, "AddReplicaRegions", index);
    else unknown(errors, name, "AddReplicaRegions", index);
  }
  if (value.Region === undefined) missing(errors, "Region", "AddReplicaRegions", index);
}

function secret(errors, value) {
  for (const name of Object.keys(value)) {
    if (name === "SecretId") text(errors, value.SecretId, SECRET_ID, name);
    else if (name === "AddReplicaRegions") list(errors, value.AddReplicaRegions, name, 1, Infinity, replica);
    else if (name === "ForceOverwriteReplicaSecret") flag(errors, value.ForceOverwriteReplicaSecret, name);
    else unknown(errors, name);
  }
  if (value.SecretId === undefined) missing(errors, "SecretId");
  if (value.AddReplicaRegions === undefined) missing(errors, "AddReplicaRegions");
}

const SOURCE = fact(CreateReplicationConfiguration.properties.SourceFileSystemId);
const { Region, AvailabilityZoneName, KmsKeyId, FileSystemId, RoleArn } =
  CreateReplicationConfiguration.properties.Destinations.items.properties;
const DESTINATION_REGION = fact(Region);
const DESTINATION_ZONE = fact(AvailabilityZoneName);
const DESTINATION_KEY = fact(KmsKeyId);
const DESTINATION_ID = fact(FileSystemId);
const DESTINATION_ROLE = fact(RoleArn);

function destination(errors, value, index) {
  for (const name of Object.keys(value)) {
    if (name === "Region") text(errors, value.Region, DESTINATION_REGION, name, "Destinations", index);
    else if (name === "AvailabilityZoneName") text(errors, value[name], DESTINATION_ZONE, name, "Destinations", index);
    else if (name === "KmsKeyId") text(errors, value.KmsKeyId, DESTINATION_KEY, name, "Destinations", index);
    else if (name === "FileSystemId") text(errors, value.FileSystemId, DESTINATION_ID, name, "Destinations", index);
    else if (name === "RoleArn") text(errors, value.RoleArn, DESTINATION_ROLE, name, "Destinations", index);
    else unknown(errors, name, "Destinations", index);
  }
}

function fileSystem(errors, value) {
  for (const name of Object.keys(value)) {
    if (name === "SourceFileSystemId") text(errors, value.SourceFileSystemId, SOURCE, name);
    else if (name === "Destinations") list(errors, value.Destinations, name, 1, 1, destination);
    else unknown(errors, name);
  }
  if (value.SourceFileSystemId === undefined) missing(errors, "SourceFileSystemId");
  if (value.Destinations === undefined) missing(errors, "Destinations");
}

const KEY_ID = fact(ReplicateKey.properties.KeyId);
const KEY_REGION = fact(ReplicateKey.properties.ReplicaRegion);
const POLICY = fact(ReplicateKey.properties.Policy);
const DESCRIPTION = fact(ReplicateKey.properties.Description);
const TAG_KEY = fact(ReplicateKey.properties.Tags.items.properties.TagKey);
const TAG_TEXT = fact(ReplicateKey.properties.Tags.items.properties.TagValue);

function tag(errors, value, index) {
  for (const name of Object.keys(value)) {
    if (name === "TagKey") text(errors, value.TagKey, TAG_KEY, name, "Tags", index);
    else if (name === "TagValue") text(errors, value.TagValue, TAG_TEXT, name, "Tags", index);
    else unknown(errors, name, "Tags", index);
  }
  if (value.TagKey === undefined) missing(errors, "TagKey", "Tags", index);
  if (value.TagValue === undefined) missing(errors, "TagValue", "Tags", index);
}

function key(errors, value) {
  for (const name of Object.keys(value)) {
    if (name === "KeyId") text(errors, value.KeyId, KEY_ID, name);
    else if (name === "ReplicaRegion") text(errors, value.ReplicaRegion, KEY_REGION, name);
    else if (name === "Policy") text(errors, value.Policy, POLICY, name);
    else if (name === "Description") text(errors, value.Description, DESCRIPTION, name);
    else if (name === "BypassPolicyLockoutSafetyCheck") flag(errors, value.BypassPolicyLockoutSafetyCheck, name);
    else if (name === "Tags") list(errors, value.Tags, name, 0, 50, tag);
    else unknown(errors, name);
  }
  if (value.KeyId === undefined) missing(errors, "KeyId");
  if (value.ReplicaRegion === undefined) missing(errors, "ReplicaRegion");
}

const judges = {
  CreateReplicationSet: set,
  ReplicateSecretToRegions: secret,
  CreateReplicationConfiguration: fileSystem,
  ReplicateKey: key,
};

export function compile(_, name) {
  const judge = judges[name];
  return (value) => {
    if (!isObject(value)) return [{ path: "", message: "must be an object" }];
    const errors = [];
    judge(errors, value);
    return errors.length > 0 ? errors : null;
  };
}
