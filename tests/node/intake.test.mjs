// Requests read from other forms, made by their mode, and to be filled in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplicationConfiguration, createReplicationSet, fromJson, operations, replicateKey } from "xregion";
import { assertSoundIssues, forEach, passing } from "./support.mjs";

const told = ({ issues }) => issues.map(({ pointer, code }) => `${pointer} ${code}`);

test("rows become entries", () => {
  const tags = [
    { Key: "__proto__", Value: "polluted" },
    { Key: "constructor", Value: "x" },
    { Key: "__proto__", Value: "y" },
  ];
  const read = createReplicationSet.fromRows({ regions: [{ Region: "eu-west-1", sseKmsKeyId: "" }], tags });
  assert.deepEqual(told(read), ["/tags/2/Key duplicate"]);
  assertSoundIssues(read.issues);
  assert.equal(read.ok, false);
  assert.deepEqual(Object.entries(read.input.tags), [["__proto__", "polluted"], ["constructor", "x"]]);
  assert.deepEqual(read.input.regions, { "eu-west-1": {} });
  assert.equal({}.polluted, undefined);
});

test("issues come back at the row's own field", () => {
  const rows = { regions: [{ Region: "eu-west-1", sseKmsKeyId: "DefaultKey" }, { Region: "us-east-1a" }], tags: [{ Key: "a.b", Value: "é" }] };
  const { ok, issues } = createReplicationSet.validateRows(rows);
  assert.deepEqual([ok, ...told({ issues })], [
    false,
    "/regions/0/sseKmsKeyId default_key_name",
    "/regions/1/Region invalid_identifier",
    "/tags/0/Value pattern_mismatch",
  ]);
  assertSoundIssues(issues);
  const sound = { regions: [{ Region: "eu-west-1" }], tags: [{ Key: "__proto__", Value: "x" }] };
  const { value } = createReplicationSet.validateRows(sound, { region: "eu-west-1" });
  assert.deepEqual(Object.entries(value.tags), [["__proto__", "x"]]);
  assert.deepEqual(createReplicationSet.toRows(value), sound);
  assert.deepEqual(told(createReplicationSet.validateRows(5n)), [" wrong_type"]);
  const half = { regions: [{ Region: "eu-west-1" }], tags: [{ Key: "a", Value: "\ud800" }, { Key: 5n, Value: "" }] };
  assert.deepEqual(told(createReplicationSet.validateRows(half)), ["/tags/0/Value invalid_unicode", "/tags/1/Key wrong_type"]);
});

test("what are no rows is left to be judged", () => {
  const cycle = {};
  cycle.cycle = cycle;
  const hostile = { get regions() { throw new Error("no"); } };
  forEach([undefined, null, 5n, cycle, hostile, Symbol("x"), "x"], String, (rows) => {
    const { input, issues } = createReplicationSet.fromRows(rows);
    assert.deepEqual(issues, []);
    assert.equal(input, rows);
    assert.equal(createReplicationSet.validate(input).ok, false);
  });
});

test("JSON tells its operation", () => {
  forEach(operations, ({ name }) => name, (operation) => {
    const input = passing[operation.name];
    const texts = [JSON.stringify(input), JSON.stringify({ operation: operation.name, input })];
    for (const text of texts) {
      for (const json of [text, new TextEncoder().encode(text)]) {
        assert.deepEqual(fromJson(json), { ok: true, operation: operation.name, input, issues: [] });
        assert.deepEqual(operation.fromJson(json), { ok: true, operation: operation.name, input, issues: [] });
      }
    }
  });
});

test("JSON of another operation, and none", () => {
  const text = JSON.stringify({ operation: "ReplicateKey", input: {} });
  assert.deepEqual(told(createReplicationSet.fromJson(text)), [" another_operation"]);
  assert.deepEqual(told(fromJson("{")), [" invalid_json"]);
  assert.deepEqual(told(fromJson(undefined)), [" invalid_json"]);
  const twice = fromJson('{"KeyId":"\\ud800","KeyId":"k"}');
  assert.deepEqual([twice.input, told(twice)], [{ KeyId: "k" }, ["/KeyId repeated_member"]]);
  assertSoundIssues(twice.issues);
});

test("skeletons", () => {
  assert.deepEqual(replicateKey.skeleton(), {
    KeyId: "",
    ReplicaRegion: "",
    Policy: "",
    BypassPolicyLockoutSafetyCheck: false,
    Description: "",
    Tags: [{ TagKey: "", TagValue: "" }],
  });
  assert.deepEqual(createReplicationSet.skeleton({ onlyRequired: true }), { regions: { "us-east-1": {} } });
});

test("each mode makes an input that passes", () => {
  const SourceFileSystemId = "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0";
  const other = "arn:aws:elasticfilesystem:us-west-2:444455556666:file-system/fs-0fedcba9876543210";
  const RoleArn = "arn:aws:iam::111122223333:role/efs-replication";
  const modes = {
    regional: { Region: "us-west-2", KmsKeyId: "alias/efs" },
    oneZone: { AvailabilityZoneName: "us-west-2a", Region: "us-west-2" },
    existing: { FileSystemId: "fs-0fedcba9876543210" },
    crossAccount: { FileSystemId: other, RoleArn },
  };
  forEach(Object.entries(modes), ([mode]) => mode, ([mode, destination]) => {
    const input = createReplicationConfiguration[mode]({ SourceFileSystemId, ...destination });
    assert.deepEqual(input, { SourceFileSystemId, Destinations: [destination] });
    assert.equal(createReplicationConfiguration.build(input).ok, true);
  });
});

test("calls of the SDKs", () => {
  const { request } = replicateKey.build(passing.ReplicateKey);
  const { text, ...call } = request.toSdkV3();
  assert.deepEqual(call, {
    package: "@aws-sdk/client-kms",
    client: "KMSClient",
    command: "ReplicateKeyCommand",
    region: "us-east-1",
    input: passing.ReplicateKey,
    issues: [],
  });
  assert.match(text, /new ReplicateKeyCommand\(\{/);
  const { text: script, issues, ...boto3 } = request.toBoto3({ region: "us-west-2" });
  assert.deepEqual(boto3, { client: "kms", method: "replicate_key", region: "us-west-2", kwargs: passing.ReplicateKey });
  assert.match(script, /client\.replicate_key\(\n {4}KeyId=/);
  assert.deepEqual(told({ issues }), ["/KeyId region_mismatch"]);
  assert.deepEqual(told(request.toHttp({ region: "us-west-2" })), ["/KeyId region_mismatch"]);
  assert.equal(request.toHttp().issues, undefined);
  assert.throws(() => request.toSdkV3({ regoin: "x" }), { name: "RequestError", code: "invalid_options" });
});
