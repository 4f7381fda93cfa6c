// Options that are none: a warning says so, and the verdict is as without them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplicationConfiguration, createReplicationSet, replicateKey } from "xregion";
import { cyclic, ends, nested, replica, replicaSet, revoked, thrower } from "./hostile.mjs";
import { assertSound, assertSoundIssues, forEach } from "./support.mjs";

/** What is no context: by mistake, or by malice. */
const contexts = {
  "a number": 0,
  "another number": 5,
  "a string": "us-east-1",
  "an empty string": "",
  "a boolean": false,
  "a symbol": Symbol("x"),
  "a BigInt": 5n,
  "a function": () => ({}),
  "an empty list": [],
  "a list": ["us-east-1"],
  "a map": new Map([["region", "us-east-1"]]),
  "a date": new Date(0),
  "a revoked proxy": revoked({}),
  "a member that throws": Object.defineProperty({}, "region", { get: thrower, enumerable: true }),
  "a context that holds itself": cyclic,
  "an unknown member": { regoin: "us-east-1" },
  "an unknown member beside a known one": { region: "us-east-1", fips: true },
  "__proto__ as a member": JSON.parse('{"__proto__":{"region":"us-east-1"}}'),
  "a Region that is no string": { region: 5 },
  "an account as a number": { accountId: 111122223333 },
  "a Region with one half": { region: "\ud800" },
  "no rules": { rules: "off" },
  "a list of rules": { rules: ["too_long"] },
  "rules in a map, which has no members": { rules: [] },
  "a rule at an unknown level": { rules: { too_long: "of" } },
  "a rule that is true": { rules: { too_long: true } },
  "a list in JSON": { toJSON: () => [] },
  "nothing in JSON": { toJSON: () => undefined },
  "a member with a long name": { ["x".repeat(10_000_000)]: 1 },
  "10,000 levels": { region: nested(10_000, (inner) => [inner]) },
};

const isComplaint = ({ code }) => code === "invalid_context";

/** Checks that the verdict is the same as without a context, with one warning more. */
function checkComplaint(issues, without) {
  assertSoundIssues(issues);
  const complaints = issues.filter(isComplaint);
  assert.equal(complaints.length, 1, "there is one complaint about the context");
  assert.equal(complaints[0].severity, "warning");
  assert.equal(complaints[0].pointer, "");
  assert.ok(complaints[0].message.length < 500, "the message repeats a long name");
  assert.deepEqual(
    issues.filter((issue) => !isComplaint(issue)),
    without,
  );
}

test("contexts that are none", ends, () => {
  const requests = [replica, { ...replica, KeyId: "alias/x", More: 1 }, undefined];
  const cases = Object.entries(contexts).flatMap(([name, context]) =>
    requests.map((request) => ({ name, context, request })),
  );
  forEach(
    cases,
    ({ name }) => name,
    ({ context, request }) => {
      const expected = replicateKey.validate(request);
      const report = replicateKey.validate(request, context);
      assertSound(report);
      checkComplaint(report.issues, expected.issues);
      assert.equal(report.ok, expected.ok);
      const text = JSON.stringify(request) ?? "";
      checkComplaint(replicateKey.validateJson(text, context).issues, replicateKey.validateJson(text).issues);
      for (const around of [undefined, request]) {
        const issues = replicateKey.validateField("/KeyId", "x", around, context);
        checkComplaint(issues, replicateKey.validateField("/KeyId", "x", around));
      }
      const built = replicateKey.build(request, context);
      checkComplaint(built.issues, expected.issues);
      assert.equal(built.ok, expected.ok);
    },
  );
});

test("contexts that are fine", () => {
  class Own {
    region = "eu-west-1";
  }
  const fine = [
    undefined,
    null,
    {},
    { region: undefined },
    { region: null },
    Object.create(null),
    new Own(),
    { rules: {} },
  ];
  forEach(
    fine,
    (context) => JSON.stringify(context) ?? "undefined",
    (context) => {
      const { issues } = replicateKey.validate(
        { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" },
        context,
      );
      assert.deepEqual(
        issues.map(({ code }) => code),
        context instanceof Own ? ["same_region"] : [],
      );
    },
  );
});

test("validate as the callback of map", () => {
  const inputs = [replica, {}, replica];
  const reports = inputs.map(replicateKey.validate);
  assert.deepEqual(
    reports.map(({ ok }) => ok),
    [true, false, true],
  );
  forEach(
    reports.map((report, index) => ({ report, index })),
    ({ index }) => String(index),
    ({ report, index }) => checkComplaint(report.issues, replicateKey.validate(inputs[index]).issues),
  );
});

test("an option that is none takes no other with it", () => {
  const key = { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" };
  const codes = (context) => replicateKey.validate(key, context).issues.map(({ code, params }) => params.option ?? code);
  assert.deepEqual(codes({ region: "eu-west-1", accountId: "1111-2222-3333" }), ["accountId", "same_region"]);
  assert.deepEqual(codes({ region: "eu-west-1", callerArn: "me" }), ["callerArn", "same_region"]);
  assert.deepEqual(codes({ region: "eu-west-1", regoin: "us-east-1" }), ["regoin", "same_region"]);
  assert.deepEqual(codes({ region: "nonsense!" }), ["region"]);
  const rules = { same_region: "off", too_lnog: "off", "kms-replicatekey-08": "off", duplicate: "of" };
  assert.deepEqual(codes({ region: "eu-west-1", rules }).sort(), [
    "rules.duplicate",
    "rules.kms-replicatekey-08",
    "rules.too_lnog",
  ]);
  const built = createReplicationSet.build(replicaSet, { clientToken: "0f8fad5b-d9cb-469f-a165", accountId: 111122223333 });
  assert.equal(built.request.input.clientToken, "0f8fad5b-d9cb-469f-a165");
  assert.deepEqual(
    built.issues.map(({ params }) => params.option),
    ["accountId"],
  );
});

test("a warning does not stand for an error", () => {
  const request = {
    SourceFileSystemId: "fs-0123456789abcdef0",
    Destinations: [{ Region: "us-west-2", KmsKeyId: "arn:aws-cn:kms:cn-north-1:111122223333:alias/x" }],
  };
  for (const change of ["off", "warning"]) {
    const report = createReplicationConfiguration.validate(request, { rules: { partition_mismatch: change } });
    assert.ok(!report.ok && report.issues.some(({ code }) => code === "region_mismatch"), change);
  }
});

test("tokens that are none", () => {
  const tokens = { "a number": 5, "an object": {}, "a list": ["x"], "one half": "\ud800", "a boolean": true };
  forEach(
    Object.entries(tokens),
    ([name]) => name,
    ([, clientToken]) => {
      const built = createReplicationSet.build(replicaSet, { clientToken });
      assert.equal(built.ok, true);
      checkComplaint(built.issues, createReplicationSet.validate(replicaSet).issues);
      assert.match(built.request.input.clientToken, /^[0-9a-f-]{36}$/);
    },
  );
});
