// The requests that the other tests here hold against clients: valid, and of every sort.
import assert from "node:assert/strict";
import { test } from "node:test";
import { forEach, isError, operationNamed, shown } from "../node/support.mjs";
import { nameOf, ownEndpoints, requests } from "./requests.mjs";
import { partitions } from "./support.mjs";
import { nasty } from "./texts.mjs";

const table = await partitions();
const all = [...requests(table)];

test("there are enough, and they are the same in every run", () => {
  assert.ok(all.length >= 800, String(all.length));
  assert.deepEqual([...requests(table)], all);
  assert.ok(new Set(all.map(({ operation, input }) => operation + JSON.stringify(input))).size > all.length * 0.9);
});

test("each is valid", () => {
  forEach(all, nameOf, ({ operation, input }) => {
    const built = operationNamed(operation).build(input);
    assert.deepEqual(built.issues.filter(isError), []);
    assert.equal(built.ok, true);
  });
});

const strings = (value) => (typeof value === "object" ? Object.entries(value).flat().flatMap(strings) : [value]);

test("each nasty text is a value or a key in some of them", () => {
  const used = new Set(all.flatMap(({ input }) => strings(input)));
  forEach(nasty, shown, (text) => assert.ok(used.has(text)));
});

const set = (is) => [
  "CreateReplicationSet",
  ({ regions, clientToken, tags }) => is({ regions: Object.entries(regions), clientToken, tags }),
];
const secret = (is) => ["ReplicateSecretToRegions", is];
const fileSystem = (is) => [
  "CreateReplicationConfiguration",
  ({ SourceFileSystemId, Destinations: [there] }) => is(there, SourceFileSystemId),
];
const key = (is) => ["ReplicateKey", is];
const isArn = (text) => text?.startsWith("arn:") ?? false;

const sorts = {
  "one Region": set(({ regions }) => regions.length === 1),
  "two Regions": set(({ regions }) => regions.length === 2),
  "three Regions": set(({ regions }) => regions.length === 3),
  "keys of customers": set(({ regions }) => regions.every(([, { sseKmsKeyId }]) => isArn(sseKmsKeyId))),
  "no keys": set(({ regions }) => regions.every(([, { sseKmsKeyId }]) => sseKmsKeyId === undefined)),
  "an empty key": set(({ regions }) => regions.some(([, { sseKmsKeyId }]) => sseKmsKeyId === "")),
  "an empty token": set(({ clientToken }) => clientToken === ""),
  "a token": set(({ clientToken }) => clientToken?.length > 0),
  "no token": set(({ clientToken }) => clientToken === undefined),
  "no tags of a set": set(({ tags }) => tags === undefined),
  "one tag of a set": set(({ tags = {} }) => Object.keys(tags).length === 1),
  "fifty tags of a set": set(({ tags = {} }) => Object.keys(tags).length === 50),
  "a tag named __proto__": set(({ tags = {} }) => Object.hasOwn(tags, "__proto__")),
  "a secret by its name": secret(({ SecretId }) => !isArn(SecretId)),
  "a secret by its ARN": secret(({ SecretId }) => isArn(SecretId)),
  "many replicas": secret(({ AddReplicaRegions }) => AddReplicaRegions.length > 4),
  "a replica's key by its ARN": secret(({ AddReplicaRegions }) =>
    AddReplicaRegions.some(({ KmsKeyId }) => isArn(KmsKeyId)),
  ),
  "a replica's key by another name": secret(({ AddReplicaRegions }) =>
    AddReplicaRegions.some(({ KmsKeyId }) => KmsKeyId && !isArn(KmsKeyId)),
  ),
  "an empty replica's key": secret(({ AddReplicaRegions }) =>
    AddReplicaRegions.some(({ KmsKeyId }) => KmsKeyId === ""),
  ),
  overwriting: secret(({ ForceOverwriteReplicaSecret }) => ForceOverwriteReplicaSecret === true),
  "not overwriting": secret(({ ForceOverwriteReplicaSecret }) => ForceOverwriteReplicaSecret === false),
  "a source by its id": fileSystem((_, source) => !isArn(source)),
  "a source by its ARN": fileSystem((_, source) => isArn(source)),
  Regional: fileSystem(
    ({ Region, AvailabilityZoneName, FileSystemId }) => Region && !AvailabilityZoneName && !FileSystemId,
  ),
  "one zone": fileSystem(({ Region, AvailabilityZoneName }) => !Region && AvailabilityZoneName),
  "one zone with its Region": fileSystem(({ Region, AvailabilityZoneName }) => Region && AvailabilityZoneName),
  "an existing file system": fileSystem(({ FileSystemId, RoleArn }) => FileSystemId && !RoleArn),
  "another account's": fileSystem(({ FileSystemId, RoleArn }) => isArn(FileSystemId) && RoleArn),
  "an encrypted replica": fileSystem(({ KmsKeyId }) => KmsKeyId),
  "a destination that says nothing": fileSystem((there) => Object.keys(there).length === 0),
  "a key by its id": key(({ KeyId }) => !isArn(KeyId)),
  "a key by its ARN": key(({ KeyId }) => isArn(KeyId)),
  "a policy": key(({ Policy }) => Policy),
  "a policy of several lines": key(({ Policy }) => Policy?.includes("\n")),
  bypassing: key(({ BypassPolicyLockoutSafetyCheck }) => BypassPolicyLockoutSafetyCheck === true),
  "not bypassing": key(({ BypassPolicyLockoutSafetyCheck }) => BypassPolicyLockoutSafetyCheck === false),
  "an empty description": key(({ Description }) => Description === ""),
  "the longest description": key(({ Description = "" }) => [...Description].length === 8192),
  "no tags": key(({ Tags }) => Tags === undefined),
  "an empty list of tags": key(({ Tags }) => Tags?.length === 0),
  "fifty tags": key(({ Tags }) => Tags?.length === 50),
  "a tag named constructor": key(({ Tags = [] }) => Tags.some(({ TagKey }) => TagKey === "constructor")),
  "only what is required": key((input) => Object.keys(input).length === 2),
};

test("there are several of each sort", () => {
  forEach(
    Object.entries(sorts),
    ([sort]) => sort,
    ([, [operation, is]]) => {
      const count = all.filter((each) => each.operation === operation && is(each.input)).length;
      assert.ok(count >= 3, String(count));
    },
  );
});

test("every Region is called, with FIPS and dual-stack and without", () => {
  const regions = table.flatMap(({ regions }) => regions);
  assert.equal(new Set(regions).size, regions.length);
  assert.equal(new Set(all.map(nameOf)).size, all.length);
  assert.equal(all.length, (regions.length * 4 + ownEndpoints.length) * 4);
});
