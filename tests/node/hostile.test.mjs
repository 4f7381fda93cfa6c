// What a bad call gets: a report, whatever the value, and the next call works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplicationSet, operations, replicateKey } from "xregion";
import {
  assertWorks,
  cyclic,
  ends,
  members,
  ofWrongType,
  proxies,
  replica,
  revoked,
  shapes,
  simpleRoots,
  surrogates,
  thrower,
  withGetter,
  wrongValues,
} from "./hostile.mjs";
import { assertSound, errorsOf, forEach, passing, sorted } from "./support.mjs";

/** Judges a case, by this and by `build`, and sees that the next call works. */
function checkValue({ operation = replicateKey, value, expect }) {
  const report = operation.validate(value);
  assertSound(report);
  assert.deepEqual(errorsOf(report), sorted(expect));
  assert.ok(!report.ok || Object.is(report.value, value), "the value is the caller's own");

  const built = operation.build(value, { clientToken: "" });
  assert.deepEqual(errorsOf(built), sorted(expect));
  assert.equal(built.ok, report.ok);
  if (built.ok) assert.deepEqual(errorsOf(operation.validate(built.request.input)), []);

  assertWorks(operation);
}

for (const [name, cases] of Object.entries({ wrongValues, simpleRoots, members, shapes, proxies, surrogates })) {
  test(`values: ${name}`, ends, () => forEach(cases, (each) => each.name, checkValue));
}

test("values: every operation reports on everything that is no request", ends, () => {
  const cases = operations.flatMap((operation) => Object.values(ofWrongType).map((value) => ({ operation, value })));
  forEach(
    cases,
    ({ operation, value }) => `${operation.name} of ${typeof value}`,
    (each) => checkValue({ ...each, expect: [" wrong_type"] }),
  );
});

test("values: strings of 10 MB in each member", ends, () => {
  const long = "x".repeat(10_000_000);
  const fields = operations.flatMap((operation) => operation.form.fields.map((field) => ({ operation, field })));
  forEach(
    fields,
    ({ operation, field }) => `${operation.name} ${field.path}`,
    ({ operation, field }) => {
      const [name] = field.path;
      const isRows = field.control === "rows";
      const row = isRows && (field.key ? { [long]: inRow(field, long) } : [inRow(field, long)]);
      const report = operation.validate({ ...passing[operation.name], [name]: isRows ? row : long });
      assertSound(report);
      assert.equal(report.ok, false);
      assert.ok(
        report.issues.every(({ message }) => message.length < 2000),
        "messages repeat long values",
      );
      assertWorks(operation);
    },
  );
});

/** A row of a form with every text at its longest. */
function inRow({ columns }, text) {
  const [only] = columns;
  if (only.path.length === 0) return text;
  return Object.fromEntries(columns.map(({ path }) => [path[0], text]));
}

test("__proto__ and constructor are kept as tag keys, and change no prototype", () => {
  const tags = '{"__proto__":"a","constructor":"b"}';
  const text = `{"regions":{"us-east-1":{}},"tags":${tags}}`;
  for (const report of [createReplicationSet.validate(JSON.parse(text)), createReplicationSet.validateJson(text)]) {
    assert.equal(report.ok, true);
    assert.deepEqual(Object.entries(report.value.tags), [
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  }
  for (const options of [{}, { rules: { unknown_region: "off" } }]) {
    const { request } = createReplicationSet.build(JSON.parse(text), options);
    assert.deepEqual(Object.entries(request.input.tags).sort(), [
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
    assert.equal(Object.getPrototypeOf(request.input.tags), Object.prototype);
    assert.ok(request.toHttp({ region: "us-east-1" }).body.includes(`"tags":${tags}`));
  }
  const { draft } = createReplicationSet.build(JSON.parse(`{"regions":{},"tags":${tags}}`));
  assert.deepEqual(Object.entries(draft.input.tags).sort(), [
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
  assert.equal({}.a, undefined);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

test("a request holds what was judged, not what a second look shows", () => {
  const values = ["eu-west-1", "us-east-1", 5, "\ud800"];
  for (const options of [undefined, { rules: { unknown_region: "off" } }]) {
    let looks = 0;
    const input = withGetter("ReplicaRegion", () => values[looks++] ?? thrower());
    const built = replicateKey.build(input, options);
    if (built.ok) assert.equal(built.request.input.ReplicaRegion, "eu-west-1");
    else assert.notDeepEqual(errorsOf(built), []);
  }
});

test("there is no request of what JSON cannot carry, whatever is switched off", ends, () => {
  const rules = { wrong_type: "off", unknown_field: "off", invalid_unicode: "off" };
  const values = [
    undefined,
    5n,
    Symbol("x"),
    thrower,
    revoked({}),
    cyclic,
    { ...replica, More: 5n },
    { ...replica, Description: "\ud800" },
  ];
  forEach(
    values,
    (value) => typeof value,
    (value) => {
      const built = replicateKey.build(value, { rules });
      assert.equal(built.ok, false);
      assert.equal(built.draft, undefined);
      assert.deepEqual(errorsOf(built), [" wrong_type"]);
      assert.equal(replicateKey.validate(value, { rules }).ok, true);
    },
  );
});
