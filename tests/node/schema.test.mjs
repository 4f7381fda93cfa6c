// The JSON Schemas of the operations, held against ajv: they refuse what is of another structure, and nothing else; the
// rest they say in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { operations, replicateKey } from "xregion";
import { forEach, operationNamed, ownVectors, passing, pointerTo, sorted, verdictVectors } from "./support.mjs";

/** The targets, each with the class of ajv that reads it. */
const TARGETS = { "draft-2020-12": Ajv2020, "draft-07": Ajv07 };

/** The codes that say with us what these keywords say in a schema. */
const STRUCTURAL = {
  type: "wrong_type",
  required: "missing_required",
  additionalProperties: "unknown_field",
  minLength: "too_short",
  maxLength: "too_long",
  minItems: "too_few",
  maxItems: "too_many",
  minProperties: "too_few",
  maxProperties: "too_many",
  pattern: "pattern_mismatch",
};
const STRUCTURAL_CODES = Object.values(STRUCTURAL);

/** What is no part of a schema, and is said in words of every one: what the caller knows beside the request. */
const OF_THE_CALLER = ["invalid_context", "house_rule"];

/** The only error in a comment: it is about every text. */
const ILL_FORMED = "X-02: invalid_unicode";

/** What stands in the place of each value of a request in turn; `undefined` takes it away. */
const OTHERS = [undefined, null, true, 0, "", "x", " ", "\u{1f600}".repeat(129), "us-east-1", [], ["x"], [{}], {}, { x: {} }];

/** A request with each of its values replaced by each of the others. */
function* changed(value) {
  yield* OTHERS;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const other of changed(inner)) {
      if (Array.isArray(value)) yield value.toSpliced(Number(key), 1, ...(other === undefined ? [] : [other]));
      else yield JSON.parse(JSON.stringify({ ...value, [key]: other }));
    }
  }
}

/** The samples of an operation, changed. */
const changedSamples = (operation) =>
  operation.form.samples.flatMap(({ title, json }) =>
    [...changed(JSON.parse(json))]
      .filter((request) => request !== undefined)
      .map((request) => ({ name: `${title}, changed to ${JSON.stringify(request)}`, operation, request })),
  );

/** Every request of the vectors that JSON can hold, and samples that are nearly right. */
const requests = operations.flatMap((operation) => [
  ...changedSamples(operation),
  ...verdictVectors()
    .filter((vector) => vector.operation === operation)
    .map(({ id, request }) => ({ name: id, operation, request })),
  ...ownVectors(operation)
    .filter(({ isJson }) => isJson)
    .map(({ name, value, context }) => ({ name, operation, request: value, context })),
]);

/** Everything that a schema says in words, from the top down. */
function* wordsOf(schema) {
  if (typeof schema !== "object" || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (typeof value === "string" && ["description", "$comment"].includes(keyword)) yield value;
    else yield* wordsOf(value);
  }
}

/** The rules that a schema names in words, each with its code, as `RULE: code`. */
const namedBy = (schema) =>
  new Set([...wordsOf(schema)].flatMap((words) => Array.from(words.matchAll(/\(([A-Z0-9-]+: [a-z_]+)\)/g), ([, rule]) => rule)));

const ruleOf = ({ rule, code }) => `${rule}: ${code}`;

/** Where ajv complains: at a member that is too much or too little, and at the entry whose key is wrong. */
function placeOf({ instancePath, keyword, params, propertyName }) {
  const below = propertyName ?? (keyword === "required" ? params.missingProperty : params.additionalProperty);
  return below === undefined ? instancePath : `${instancePath}${pointerTo([below])}`.toWellFormed();
}

/** What ajv complains of, in our words. Of a text that is empty and must not be, that is all there is to say. */
function complaintsOf({ errors }) {
  const empty = (errors ?? []).filter(({ keyword, data }) => keyword === "minLength" && data === "").map(placeOf);
  const counted = (errors ?? []).filter((error) => error.keyword !== "pattern" || !empty.includes(placeOf(error)));
  const own = counted.filter(({ keyword }) => keyword !== "propertyNames");
  return sorted(own.map((error) => `${placeOf(error)} ${STRUCTURAL[error.keyword]}`));
}

test("there are requests of every sort", () => {
  assert.ok(requests.length > 3000, String(requests.length));
  const met = requests.flatMap(({ operation, request }) => operation.validate(request).issues.map(({ code }) => code));
  for (const code of STRUCTURAL_CODES) assert.ok(met.includes(code), code);
});

for (const [target, Ajv] of Object.entries(TARGETS)) {
  const schemas = new Map(operations.map((operation) => [operation, operation.jsonSchema({ target })]));
  const ajv = new Ajv({ strict: true, allErrors: true, verbose: true });
  const judges = new Map(operations.map((operation) => [operation, ajv.compile(schemas.get(operation))]));
  const rules = new Map(operations.map((operation) => [operation, namedBy(schemas.get(operation))]));
  const isStructural = (operation, issue) =>
    STRUCTURAL_CODES.includes(issue.code) && !rules.get(operation).has(ruleOf(issue));

  test(`${target}: what is structural is refused, with the same complaints at the same places`, () => {
    const nameOf = ({ name, operation }) => `${operation.name} ${name}`;
    const judged = requests.filter(
      ({ operation, request }) => !operation.validate(request).issues.some(({ code }) => code === "invalid_unicode"),
    );
    assert.ok(judged.length > 3000, String(judged.length));
    forEach(judged, nameOf, ({ operation, request }) => {
      const judge = judges.get(operation);
      const passes = judge(request);
      const { issues } = operation.validate(request);
      const ours = issues.filter((issue) => isStructural(operation, issue));
      assert.equal(passes, ours.length === 0, JSON.stringify(judge.errors));
      assert.deepEqual(complaintsOf(judge), sorted(ours.map(({ pointer, code }) => `${pointer} ${code}`)));
    });
  });

  test(`${target}: nothing that passes is refused`, () =>
    forEach(
      requests,
      ({ name, operation }) => `${operation.name} ${name}`,
      ({ operation, request }) => {
        const passes = judges.get(operation)(request);
        assert.ok(passes || !operation.validate(request).ok, "refused by the schema alone");
      },
    ));

  test(`${target}: each finding that no keyword makes is named in words`, () => {
    const met = new Set();
    forEach(
      requests,
      ({ name, operation }) => `${operation.name} ${name}`,
      ({ operation, request, context }) => {
        const { issues } = operation.validate(request, context);
        const beyond = issues.filter(({ code }) => !OF_THE_CALLER.includes(code) && !STRUCTURAL_CODES.includes(code));
        for (const issue of beyond) {
          assert.ok(rules.get(operation).has(ruleOf(issue)), ruleOf(issue));
          met.add(`${operation.name} ${ruleOf(issue)}`);
        }
      },
    );
    assert.ok(met.size > 70, String(met.size));
  });

  test(`${target}: errors stand in descriptions, warnings in comments`, () => {
    const severities = new Map(
      requests.flatMap(({ operation, request }) =>
        operation.validate(request).issues.map((issue) => [ruleOf(issue), issue.severity]),
      ),
    );
    const only = (schema, keyword) =>
      JSON.parse(JSON.stringify(schema), (key, value) => (key === keyword && typeof value === "string" ? undefined : value));
    for (const schema of schemas.values()) {
      for (const rule of namedBy(only(schema, "$comment"))) assert.notEqual(severities.get(rule), "warning", rule);
      for (const rule of namedBy(only(schema, "description"))) {
        assert.ok(severities.get(rule) !== "error" || rule === ILL_FORMED, rule);
      }
    }
  });

  test(`${target}: patterns are expressions with the flag u`, () => {
    const patterns = JSON.stringify([...schemas.values()]).match(/(?<="pattern":)"(?:[^"\\]|\\.)*"/g).map((text) => JSON.parse(text));
    assert.ok(patterns.length >= 11, String(patterns.length));
    for (const pattern of patterns) {
      assert.match(pattern, /^\^.*\$$/s);
      assert.ok(new RegExp(pattern, "u").unicode);
    }
  });

  test(`${target}: Standard JSON Schema gives the same, of what goes in and of what comes out`, () => {
    for (const operation of operations) {
      const { jsonSchema } = operation["~standard"];
      assert.deepEqual(jsonSchema.input({ target }), schemas.get(operation));
      assert.deepEqual(jsonSchema.output({ target, libraryOptions: { any: "thing" } }), schemas.get(operation));
      assert.ok(judges.get(operation)(passing[operation.name]));
    }
  });
}

test("the schema of a target names it, and is that of draft 2020-12 where none is asked for", () => {
  const dialects = Object.keys(TARGETS).map((target) => replicateKey.jsonSchema({ target }).$schema);
  assert.deepEqual(dialects, [
    "https://json-schema.org/draft/2020-12/schema",
    "http://json-schema.org/draft-07/schema#",
  ]);
  for (const options of [undefined, {}, { target: undefined }]) {
    assert.deepEqual(replicateKey.jsonSchema(options), replicateKey.jsonSchema({ target: "draft-2020-12" }));
  }
});

test("a target that there is not is refused, and those that there are are told", () => {
  const { jsonSchema, "~standard": standard } = replicateKey;
  for (const target of ["openapi-3.0", "draft-04", "", "DRAFT-07", 7, null, {}, ["draft-07", "x"]]) {
    for (const ask of [jsonSchema, standard.jsonSchema.input, standard.jsonSchema.output]) {
      assert.throws(() => ask({ target }), (error) => {
        assert.ok(error instanceof RangeError);
        const told = Array.from(error.message.matchAll(/"(draft-[\d-]+)"/g), ([, name]) => name);
        assert.deepEqual(told.slice(-2), Object.keys(TARGETS));
        return error.message.includes(`"${target}"`);
      });
    }
  }
});

test("a schema is the caller's to change", () => {
  for (const target of Object.keys(TARGETS)) {
    replicateKey.jsonSchema({ target }).properties = {};
    assert.ok(replicateKey.jsonSchema({ target }).properties.KeyId);
  }
});

test("a key's form, a text's length and a tie of members are said where they belong", () => {
  const { description, $comment, properties } = operationNamed("ReplicateKey").jsonSchema();
  assert.match(properties.KeyId.description, /\(KMS-REPLICATEKEY-\d+: not_multi_region_key\)/);
  assert.match(properties.ReplicaRegion.$comment, /\(KMS-REPLICATEKEY-\d+: unknown_region\)/);
  assert.match(description, /\(KMS-REPLICATEKEY-\d+: same_region\)/);
  assert.match($comment, /Unicode scalar values/);
  assert.match($comment, /lockout_check_bypassed/);
});
