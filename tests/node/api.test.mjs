// The contract of the API: what is there, what it takes, what it gives.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as xregion from "xregion";
import * as slim from "xregion/slim";
import {
  assertSound,
  assertSoundIssues,
  forEach,
  passing,
  pointerTo,
  read,
  sorted,
  verdictVectors,
} from "./support.mjs";

const { factsAsOf, operations, replicateKey } = xregion;

const NAMES = ["createReplicationSet", "replicateSecretToRegions", "createReplicationConfiguration", "replicateKey"];

const vectors = verdictVectors();

test("what is exported", () => {
  const others = ["applySuggestion", "checkKeyPolicy", "factsAsOf", "fromCli", "fromJson", "houseRulesSchema", "loadHouseRules", "operations", "validateJsonl"];
  const expected = [...NAMES, ...others, "EngineError", "HouseRulesError", "RequestError"];
  assert.deepEqual(Object.keys(xregion), sorted(expected));
  assert.deepEqual(Object.keys(slim), sorted([...expected, "init", "initSync"]));
});

test("the day of the facts is that of the papers", () => {
  assert.match(factsAsOf, /^\d{4}-\d{2}-\d{2}$/);
  for (const paper of ["README.md", "pkg-template/README.md"]) assert.ok(read(paper).includes(factsAsOf), paper);
});

test("operations are in the order in which the module has them", () => {
  assert.deepEqual(
    operations,
    NAMES.map((name) => xregion[name]),
  );
  forEach(
    operations,
    ({ name }) => name,
    (operation) => {
      assert.equal(operation.name, operation.jsonSchema().title);
      assert.equal(operation.name.toLowerCase(), operation.form.title.replaceAll(" ", "").toLowerCase());
      assert.equal(xregion[operation.name[0].toLowerCase() + operation.name.slice(1)], operation);
    },
  );
});

test("the parts of an operation work on their own", () => {
  for (const operation of operations) {
    const { validate, validateJson, validateField, build, jsonSchema, "~standard": standard } = operation;
    const request = passing[operation.name];
    assert.equal(validate(request).ok, true);
    assert.equal(validateJson(JSON.stringify(request)).ok, true);
    assert.deepEqual(validateField("", request), []);
    assert.equal(build(request).ok, true);
    assert.equal(jsonSchema().type, "object");
    assert.deepEqual(standard.validate(request), { value: request });
  }
});

test("samples of forms pass unless they say that they are broken", () => {
  const samples = operations.flatMap((operation) => operation.form.samples.map((sample) => ({ operation, ...sample })));
  forEach(
    samples,
    ({ title }) => title,
    ({ operation, title, json }) => {
      const report = operation.validateJson(json);
      assertSound(report, JSON.parse(json));
      assert.equal(report.ok, !title.startsWith("Broken"));
    },
  );
});

test("Standard Schema", () => {
  forEach(
    operations,
    ({ name }) => name,
    (operation) => {
      const { version, vendor, validate, jsonSchema, ...rest } = operation["~standard"];
      assert.equal(version, 1);
      assert.equal(vendor, "xregion");
      assert.deepEqual(Object.keys(jsonSchema), ["input", "output"]);
      assert.deepEqual(rest, {});
      const request = passing[operation.name];
      assert.equal(validate(request).value, request);
      const { issues, ...others } = validate({ More: 1 });
      assert.deepEqual(others, {});
      assert.deepEqual(issues, operation.validate({ More: 1 }).issues);
      for (const { message, path } of issues) assert.ok(typeof message === "string" && Array.isArray(path));
    },
  );
  const bypassing = { ...passing.ReplicateKey, BypassPolicyLockoutSafetyCheck: true };
  assert.deepEqual(replicateKey["~standard"].validate(bypassing), { value: bypassing });
  const { issues } = replicateKey["~standard"].validate({ ...bypassing, KeyId: "x" });
  assert.deepEqual(
    issues.map(({ severity }) => severity),
    ["error"],
  );
});

test("issues stand in the order of their paths, then of their codes", () => {
  const order = (one, another) => {
    const place = one.path.findIndex((step, index) => step !== another.path[index]);
    const [here, there] = [one.path[place], another.path[place]];
    if (place < 0 || there === undefined)
      return one.path.length - another.path.length || byText(one.code, another.code);
    return typeof here === "number" ? here - there : byText(here, there);
  };
  const byText = (one, another) => (one < another ? -1 : one > another ? 1 : 0);
  forEach(
    vectors,
    ({ id }) => id,
    ({ operation, request }) => {
      const { issues } = operation.validate(request);
      assert.deepEqual(
        issues.map(({ pointer, code }) => [pointer, code]),
        issues.toSorted(order).map(({ pointer, code }) => [pointer, code]),
      );
    },
  );
});

test("validateField says of each place what validate says of it", () => {
  const places = vectors.flatMap(({ id, operation, request }) => {
    const { issues } = operation.validate(request);
    const stops = issues.filter(({ code }) => code === "wrong_type" || code === "unknown_field");
    const reached = [...placesOf(request)].filter(({ path }) => !stops.some((stop) => isBelow(path, stop.path)));
    return reached.map((place) => ({ id, operation, request, issues, ...place }));
  });
  assert.ok(places.length > 4000, String(places.length));
  forEach(
    places,
    ({ id, path }) => `${id} ${pointerTo(path)}`,
    ({ operation, request, issues, path, value }) => {
      const expected = issues.filter((issue) => issue.pointer === pointerTo(path) || isBelow(issue.path, path));
      for (const pointer of [path, pointerTo(path)]) {
        assert.deepEqual(operation.validateField(pointer, value, request), expected);
      }
      const alone = operation.validateField(path, value);
      assertSoundIssues(alone);
      assert.ok(alone.every((issue) => issue.pointer.startsWith(pointerTo(path))));
    },
  );
});

/** Every value of a request that JSON text can name, with the way to it. */
function* placesOf(value, path = []) {
  yield { path, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.isWellFormed()) yield* placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

const isBelow = (path, above) => path.length > above.length && above.every((step, index) => path[index] === step);

test("validateField without a request judges the field alone, with it also what ties it to others", () => {
  const request = { ...passing.ReplicateKey, ReplicaRegion: "us-east-1" };
  assert.deepEqual(replicateKey.validateField("/ReplicaRegion", "us-east-1"), []);
  const codes = (issues) => issues.map(({ code, pointer }) => `${pointer} ${code}`);
  assert.deepEqual(codes(replicateKey.validateField("/ReplicaRegion", "us-east-1", request)), [
    "/ReplicaRegion same_region",
  ]);
  assert.deepEqual(codes(replicateKey.validateField("/ReplicaRegion", "eu-west-1", request)), []);

  const tags = ["a", "b", "a"].map((TagKey) => ({ TagKey, TagValue: "" }));
  assert.deepEqual(replicateKey.validateField("/Tags/0/TagKey", "a", { ...request, Tags: tags }), []);
  const [{ code, params }] = replicateKey.validateField("/Tags/2/TagKey", "b", { ...request, Tags: tags });
  assert.deepEqual({ code, params }, { code: "duplicate", params: { first: 1 } });

  const [
    {
      params: { member, known },
    },
  ] = replicateKey.validateField("/Tags/0/Key", "a");
  assert.deepEqual({ member, known }, { member: "Key", known: ["TagKey", "TagValue"] });
  assert.deepEqual(request.Tags, passing.ReplicateKey.Tags, "the request is as it was");
});

const changes = [
  { context: { region: "eu-west-1" }, expect: ["error same_region"] },
  { context: { region: "us-east-1" }, expect: [] },
  { context: { region: "cn-north-1" }, expect: ["error partition_mismatch"] },
  { context: { region: "eu-west-1", rules: { same_region: "off" } }, expect: [] },
  { context: { region: "eu-west-1", rules: { same_region: "warning" } }, expect: ["warning same_region"] },
  { context: { region: "eu-west-1", rules: { "KMS-REPLICATEKEY-18": "off" } }, expect: [] },
  {
    context: { region: "eu-west-1", rules: { "KMS-REPLICATEKEY-18": "warning", same_region: "off" } },
    expect: ["warning same_region"],
  },
  { context: { region: "eu-west-1", rules: { "KMS-REPLICATEKEY-19": "off" } }, expect: ["error same_region"] },
  { bypass: true, context: {}, expect: ["warning bypass_without_policy", "warning lockout_check_bypassed"] },
  {
    bypass: true,
    context: { rules: { lockout_check_bypassed: "error" } },
    expect: ["warning bypass_without_policy", "error lockout_check_bypassed"],
  },
  {
    bypass: true,
    context: { rules: { lockout_check_bypassed: "off", "KMS-REPLICATEKEY-42": "error" } },
    expect: ["error bypass_without_policy"],
  },
];

test("contexts change verdicts", () => {
  forEach(
    changes,
    ({ context }) => JSON.stringify(context),
    ({ context, bypass, expect }) => {
      const request = { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" };
      if (bypass) request.BypassPolicyLockoutSafetyCheck = true;
      for (const report of [
        replicateKey.validate(request, context),
        replicateKey.validateJson(JSON.stringify(request), context),
      ]) {
        assertSound(report, request);
        assert.deepEqual(
          report.issues.map(({ severity, code }) => `${severity} ${code}`),
          expect,
        );
      }
      const built = replicateKey.build(request, context);
      assert.equal(built.ok, !expect.some((issue) => issue.startsWith("error")));
      assert.deepEqual(built.issues, replicateKey.validate(request, context).issues);
      const fields = Object.entries(request).flatMap(([name, value]) =>
        replicateKey.validateField([name], value, request, context),
      );
      assert.deepEqual(fields, built.issues);
    },
  );
});
