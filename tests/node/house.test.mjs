// House rules from JavaScript: what loads, what they find, and what is no handle of theirs.
import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { HouseRulesError, houseRulesSchema, loadHouseRules, operations, replicateKey } from "xregion";
import * as slim from "xregion/slim";
import { forEach, operationNamed, passing, read } from "./support.mjs";

const cases = JSON.parse(read("tests/vectors/house.json"));
const documents = JSON.parse(read("tests/vectors/house_documents.json"));

const key = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
const inIreland = { KeyId: key, ReplicaRegion: "eu-west-1" };
const onlyTokyo = (name = "Only Tokyo") => ({ name, replicaRegions: { [name]: { allowed: ["ap-northeast-1"] } } });

/** What loading says of a document: the problems, none where it is taken. */
function problemsOf(document) {
  try {
    loadHouseRules(document);
    return [];
  } catch (error) {
    assert.ok(error instanceof HouseRulesError && error instanceof Error, `${error}`);
    assert.equal(error.name, "HouseRulesError");
    assert.ok(error.problems.length > 0);
    return error.problems;
  }
}

/** A finding as the vectors have it, with no more than what is expected of it. */
function asExpected(issue, expected) {
  const { pointer: path, rule, severity, on, message, source, params } = issue;
  const found = { path, rule, severity, on, message, source, ...params };
  return Object.fromEntries(Object.keys(expected).map((name) => [name, found[name]]));
}

function check(report, expect) {
  const found = report.issues.filter(({ code }) => code === "house_rule");
  assert.equal(found.length, expect.length, JSON.stringify(found));
  expect.forEach((expected, index) => {
    const whole = { severity: "error", on: undefined, ...expected };
    assert.deepEqual(asExpected(found[index], whole), whole);
  });
}

test("there are as many vectors as there were", () => {
  assert.ok(cases.length >= 75, String(cases.length));
  assert.ok(documents.length >= 25, String(documents.length));
});

test("every case yields its findings", () =>
  forEach(cases, ({ name }) => name, ({ rules, operation: name, input, context, expect }) => {
    const operation = operationNamed(name);
    const whole = { ...context, house: loadHouseRules(rules) };
    check(operation.validate(input, whole), expect);
    check(operation.validateJson(JSON.stringify(input), whole), expect);
    check(operation.build(input, whole), expect);
  }));

test("every document is taken or refused, as a text and as a value", () =>
  forEach(documents, ({ name }) => name, ({ document, problems }) => {
    const ways = [document, JSON.stringify(document)];
    // A text is read as JSON, a value is none.
    for (const way of ways.filter((way) => typeof way === "string" || typeof document !== "string")) {
      const found = problemsOf(way);
      assert.deepEqual(found.map(({ pointer }) => pointer), problems.map(({ pointer }) => pointer));
      problems.forEach(({ message }, index) => message && assert.equal(found[index].message, message));
    }
  }));

test("the loader and the JSON Schema agree, but for what a pattern is", () => {
  const schema = JSON.parse(read("docs/house-rules.schema.json"));
  assert.deepEqual(houseRulesSchema(), schema);
  const ajv = new Ajv({ strict: true, allErrors: true });
  const isValid = ajv.compile(schema);
  forEach(documents, ({ name }) => name, ({ document, problems }) => {
    const ours = problems.filter(({ beyondTheSchema }) => !beyondTheSchema).map(({ pointer }) => pointer);
    assert.equal(isValid(document), ours.length === 0, JSON.stringify(isValid.errors));
    // A name that is missing or too many stands in the parameters, not in the place.
    const lacks = ({ instancePath: at, params }) =>
      `${at}${[params.missingProperty, params.additionalProperty, params.propertyName].map((name) => (name === undefined ? "" : `/${name}`)).join("")}`;
    const ofNames = ({ keyword, propertyName }) => keyword !== "propertyNames" && propertyName !== undefined;
    const places = (isValid.errors ?? []).filter((error) => !ofNames(error)).map(lacks);
    assert.deepEqual(new Set(places), new Set(ours));
  });
});

test("what is no document throws the same error, whatever it is", () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const cycle = { name: "n" };
  cycle.customerKeys = { A: cycle };
  const hostile = { get name() { throw new Error("no"); } };
  for (const document of [undefined, null, 0, 1n, true, Symbol("s"), () => {}, [], new Map(), new Date(), "", "{", "null", revoked.proxy, cycle, hostile]) {
    assert.ok(problemsOf(document).length > 0, String(typeof document));
  }
  const [problem] = problemsOf('{"name":');
  assert.deepEqual(problem, { pointer: "", message: "Is not JSON: look at line 1, column 9." });
  assert.throws(() => loadHouseRules({ name: "n", tagKeys: { A: { pattern: "(?!aws:).*" } } }), {
    name: "HouseRulesError",
    message:
      "the house rules cannot be used; /tagKeys/A/pattern: Is no pattern that can be run in linear time: look-around is not supported.",
  });
});

test("what was refused leaves nothing behind", () => {
  const handle = loadHouseRules(onlyTokyo());
  problemsOf({ name: "n", tagKeys: { A: { pattern: "(" } } });
  assert.equal(replicateKey.validate(inIreland, { house: handle }).issues[0].rule, "Only Tokyo");
});

test("a handle is opaque, frozen, and one for the same rules", () => {
  const handle = loadHouseRules(onlyTokyo());
  assert.ok(Object.isFrozen(handle));
  assert.deepEqual(Reflect.ownKeys(handle), []);
  assert.equal(loadHouseRules(onlyTokyo()), handle);
  assert.equal(loadHouseRules(JSON.stringify(onlyTokyo(), null, 2)), handle);
  assert.notEqual(loadHouseRules(onlyTokyo("Another")), handle);
  assert.equal(slim.loadHouseRules, loadHouseRules);
});

test("each call has the rules that it is given", () => {
  const handles = ["One", "Two", "Three"].map((name) => loadHouseRules(onlyTokyo(name)));
  for (const house of [...handles, ...handles].reverse()) {
    const { issues } = replicateKey.validate(inIreland, { house });
    assert.deepEqual(issues.map(({ rule }) => rule), [["One", "Two", "Three"][handles.indexOf(house)]]);
  }
  assert.deepEqual(replicateKey.validate(inIreland).issues, []);
  assert.deepEqual(replicateKey.validate(inIreland, { house: undefined }).issues, []);
});

test("they are asked by every way of asking", () => {
  const house = loadHouseRules(onlyTokyo());
  const [issue, ...others] = replicateKey.validate(inIreland, { house }).issues;
  assert.deepEqual(others, []);
  assert.deepEqual(issue, {
    code: "house_rule",
    severity: "error",
    path: ["ReplicaRegion"],
    pointer: "/ReplicaRegion",
    message: "The house rules allow replicas in ap-northeast-1 only.",
    params: { kind: "replicaRegions", actual: "eu-west-1", expected: ["ap-northeast-1"] },
    rule: "Only Tokyo",
    source: { title: "Only Tokyo", url: "" },
  });
  assert.deepEqual(replicateKey.validateJson(JSON.stringify(inIreland), { house }).issues, [issue]);
  assert.deepEqual(replicateKey.validateField("/ReplicaRegion", "eu-west-1", undefined, { house }), [issue]);
  const built = replicateKey.build(inIreland, { house, region: "us-east-1" });
  assert.ok(!built.ok && built.request === undefined);
  assert.deepEqual(built.draft.input, inIreland);
  const rules = { "Only Tokyo": "warning" };
  const request = replicateKey.build(inIreland, { house, rules });
  assert.ok(request.ok);
  assert.deepEqual(request.issues, [{ ...issue, severity: "warning" }]);
});

test("what is no handle is told, and nothing is thrown", () => {
  const handle = loadHouseRules(onlyTokyo());
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const none = [null, 0, 1, -1, 0.5, "0", "", true, {}, [], onlyTokyo(), { ...handle }, structuredClone(handle), new Proxy(handle, {}), revoked.proxy, { toJSON: () => 0 }, () => {}, Symbol("s"), 0n];
  for (const operation of operations) {
    for (const house of none) {
      const report = operation.validate(passing[operation.name], { house });
      assert.ok(report.ok);
      assert.equal(report.issues[0].code, "invalid_context", typeof house);
    }
  }
  const [{ params }] = replicateKey.validate(inIreland, { house: {} }).issues;
  assert.deepEqual(params, { option: "house", problem: "option_house" });
  const thrower = { get house() { throw new Error("no"); } };
  assert.equal(replicateKey.validate(inIreland, thrower).issues[0].code, "invalid_context");
  assert.equal(replicateKey.build(inIreland, { house: 0 }).issues[0].code, "invalid_context");
});

test("a rule called house is none, and no business of theirs", () => {
  const context = { rules: { house: "off" }, house: loadHouseRules(onlyTokyo()) };
  assert.deepEqual(replicateKey.validate(inIreland, context).issues.map(({ rule }) => rule), ["XREGION-OPTIONS", "Only Tokyo"]);
});
