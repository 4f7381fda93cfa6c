// Memory: it does not grow with the number of calls, and what one call needed is not kept for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as xregion from "xregion";
import { instances, instancesMade } from "./instances.mjs";
import { passing } from "./support.mjs";

const { createReplicationSet, fromCli, fromJson, loadHouseRules, operations, replicateKey } = xregion;

const MB = 1_000_000;

const input = passing.ReplicateKey;
const json = JSON.stringify(input);
const region = "us-east-1";
const { request } = replicateKey.build(input);
const forms = ["toSdkV3", "toBoto3", "toCli", "toTerraform", "toCloudFormation"].map((form) => () => request[form]());
const rules = { name: "n", replicaRegions: { "Only Tokyo": { allowed: ["ap-northeast-1"] } } };
const { request: inNoRegion } = createReplicationSet.build(passing.CreateReplicationSet);
const house = loadHouseRules(rules);

function thrower() {
  throw new Error("read me not");
}

/** What is called, and how often. */
const MANY = 200_000;
const kinds = [
  [MANY, "validate", () => replicateKey.validate(input)],
  [MANY, "validateJson", () => replicateKey.validateJson(json)],
  [MANY, "validateJsonl", () => replicateKey.validateJsonl(json).next()],
  [MANY, "build", (count) => operations[count % 4].build(passing[operations[count % 4].name])],
  [MANY, "renderings", (count) => [() => request.toHttp({ region }), ...forms][count % 6]()],
  [MANY, "house rules", () => replicateKey.validate(input, { house })],
  [MANY, "the same house rules, loaded again", () => loadHouseRules(rules)],
  [20_000, "validate what is wrong", () => replicateKey.validate({ KeyId: "", Tags: [{}, {}], more: [] })],
  [20_000, "validate in the midst", () => replicateKey.validate({ get KeyId() { return replicateKey.validate({}); } })],
  [20_000, "a rendering that is refused", () => assert.throws(() => inNoRegion.toHttp())],
  [20_000, "house rules that are refused", () => assert.throws(() => loadHouseRules({}))],
  [20_000, "validateField", () => replicateKey.validateField("/KeyId", "x", input)],
  [20_000, "notes", () => replicateKey.notes(input)],
  [20_000, "fromJson", () => fromJson(json)],
  [20_000, "fromCli", () => fromCli("aws kms replicate-key --key-id 'x' --replica-region eu-west-1")],
  [20_000, "fromRows", () => createReplicationSet.fromRows({ regions: [{ Region: region }] })],
  [20_000, "toRows", () => createReplicationSet.toRows({ regions: { [region]: {} } })],
  [20_000, "validateRows", () => createReplicationSet.validateRows({ regions: [{ Region: region }] })],
  [20_000, "skeleton", () => replicateKey.skeleton()],
  [20_000, "explainError", () => replicateKey.explainError({ name: "NotFoundException", message: "x" })],
  [20_000, "readResponse", () => replicateKey.readResponse({ ReplicaKeyMetadata: { KeyState: "Creating" } })],
  [20_000, "checkKeyPolicy", () => xregion.checkKeyPolicy('{ "Version": "2012-10-17", "Statement": [{}] }')],
];

for (const [times, name, call] of kinds) {
  test(`${times} calls need no more memory than the first few: ${name}`, async () => {
    for (let count = 0; count < 1000; count += 1) call(count);
    const [before, made] = [await instances(), instancesMade()];
    for (let count = 0; count < times; count += 1) call(count);
    assert.deepEqual(await instances(), before);
    assert.equal(instancesMade(), made);
    assert.ok(before.length > 0 && before.every(({ bytes }) => bytes < 4 * MB), JSON.stringify(before));
  });
}

test("200000 values that throw need no more memory than many", async () => {
  for (let count = 0; count < MANY; count += 1) replicateKey.validate({ get KeyId() { return thrower(); } });
  const left = await instances();
  assert.ok(left.length <= 2 && left.every(({ bytes, places }) => bytes < 4 * MB && places < 20_000), JSON.stringify(left));
});

const HUGE = 50 * MB;

/** Calls with 50 MB of input, and what they answer. */
const huge = {
  "JSON text of many values": () => {
    const tag = '{"TagKey":"a","TagValue":"b"},';
    const text = `{"Tags":[${tag.repeat(HUGE / tag.length)}{}]}`;
    return replicateKey.validateJson(text).issues.length > 0;
  },
  "JSON text of one value": () => replicateKey.validateJson(`{"Description":"${"x".repeat(HUGE)}"}`).issues.length > 0,
  "JSON text as bytes": () => !replicateKey.validateJson(new Uint8Array(HUGE).fill(0x20)).ok,
  "a text in an object": () => replicateKey.validate({ ...input, Description: "x".repeat(HUGE) }).issues.length === 1,
  "a text of three bytes a character": () =>
    replicateKey.validate({ ...input, Description: "\u3042".repeat(HUGE / 3) }).issues.length === 1,
  "a key of an object": () => !replicateKey.validate({ ["x".repeat(HUGE)]: 1 }).ok,
  "a draft": () => replicateKey.build({ Description: "x".repeat(HUGE) }).draft.input.Description.length === HUGE,
  "a policy": () => xregion.checkKeyPolicy("[".repeat(HUGE)).length > 0,
  "a command": () => fromCli(`aws kms replicate-key --key-id ${"x".repeat(HUGE)}`).input.KeyId.length === HUGE,
  rows: () => !createReplicationSet.validateRows({ regions: [{ Region: "x".repeat(HUGE) }] }).ok,
  "an error": () => replicateKey.explainError({ name: "NotFoundException", message: "x".repeat(HUGE) }).name === "NotFoundException",
};

for (const [name, call] of Object.entries(huge)) {
  test(`50 MB are judged, and their memory is given back: ${name}`, async () => {
    assert.equal(call(), true);
    assert.equal(replicateKey.validate(input, { house }).issues[0].rule, "Only Tokyo");
    const left = await instances();
    assert.ok(left.length <= 2 && left.every(({ bytes }) => bytes < 4 * MB), JSON.stringify(left));
  });
}

test("an instance that is large because of its house rules is kept", async () => {
  const rule = (index) => [`Rule ${index}`, { allowed: ["eu-west-1"], message: `${index} ${"x".repeat(1000)}` }];
  const large = loadHouseRules({ name: "n", replicaRegions: Object.fromEntries(Array.from({ length: 15_000 }, (_, index) => rule(index))) });
  replicateKey.validate(input, { house: large });
  const made = instancesMade();
  for (let count = 0; count < 10; count += 1) assert.equal(replicateKey.validate(input, { house: large }).ok, true);
  assert.equal(instancesMade(), made);
  assert.ok((await instances()).some(({ bytes }) => bytes > 20 * MB), "the rules were to be large");
});

test("an instance is kept through inputs of an everyday size", () => {
  replicateKey.validate({});
  const made = instancesMade();
  for (const size of [1, 10, 100, 1000, 2000]) replicateKey.validate({ ...input, Description: "x".repeat(size * 1000) });
  assert.equal(instancesMade(), made);
});
