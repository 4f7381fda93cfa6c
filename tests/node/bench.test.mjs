// What benchmarks time is what they say. Nothing is timed here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations, replicateKey } from "xregion";
import { linesOf, policyLines } from "../bench/corpus.mjs";
import { judged } from "../bench/goals.mjs";
import { ERRORS, SIZES, payloads } from "../bench/payloads.mjs";
import { peers } from "../bench/peers.mjs";
import { compile as byAjv } from "../bench/peers/ajv.mjs";
import { compile as byHand } from "../bench/peers/hand.mjs";
import { schemas } from "../bench/schemas.mjs";
import { geometricMean, median, spread } from "../bench/statistics.mjs";
import { unchecked } from "../bench/unchecked.mjs";
import { forEach, isError, namesIn, pointerTo, sorted } from "./support.mjs";

const WORDS = ["$schema", "$comment", "title", "description"];

/** A schema without what it says in words. */
const wordless = (schema) =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    WORDS.includes(key) && typeof value === "string" ? undefined : value,
  );

const cases = operations.flatMap((operation) =>
  SIZES.map((size) => ({ operation, size, payload: payloads[operation.name][size] })),
);
const nameOf = ({ operation, size }) => `${operation.name}, ${size}`;

test("payloads pass without a word, and those that do not have their number of errors", () =>
  forEach(cases, nameOf, ({ operation, size, payload }) => {
    const { ok, issues } = operation.validate(payload);
    assert.equal(ok, size !== "invalid");
    if (ok) assert.deepEqual(issues, []);
    else assert.equal(issues.filter(isError).length, ERRORS);
  }));

test("the payloads of an operation do not shrink, from size to size", () => {
  for (const { name } of operations) {
    const lengths = SIZES.slice(0, 4).map((size) => JSON.stringify(payloads[name][size]).length);
    assert.deepEqual(
      lengths,
      [...lengths].sort((one, other) => one - other),
      name,
    );
  }
});

test("schemas say what the package's own say", () => {
  assert.deepEqual(
    Object.keys(schemas),
    operations.map(({ name }) => name),
  );
  for (const operation of operations) assert.deepEqual(schemas[operation.name], wordless(operation.jsonSchema()));
});

/** Where ajv complains, which names members that are too much or too little beside the place. */
const placeOf = ({ instancePath, params }) =>
  instancePath + pointerTo([params.missingProperty ?? params.additionalProperty].filter((name) => name !== undefined));

/** What there is to run without the modules of the benchmarks, with the places of what it finds. */
const contestants = {
  ajv: { compile: byAjv, placesOf: (errors) => errors.map(placeOf) },
  "by hand": { compile: byHand, placesOf: (errors) => errors.map(({ path }) => path) },
};

for (const [name, { compile, placesOf }] of Object.entries(contestants)) {
  test(`${name}: the verdicts on payloads are ours, with errors at the same places`, () =>
    forEach(cases, nameOf, ({ operation, payload }) => {
      const found = compile(schemas[operation.name], operation.name)(payload) ?? [];
      const ours = operation.validate(payload).issues.filter(isError);
      assert.deepEqual(sorted(placesOf(found)), sorted(ours.map(({ pointer }) => pointer)));
      assert.ok(found.every(({ message }) => message.length > 0));
    }));
}

/** Fewer lines than are timed, and of every sort. */
const corpora = [
  ...operations.map((operation) => ({ name: operation.name, operation, corpus: linesOf(operation.name, 400) })),
  { name: "key policies", operation: replicateKey, corpus: policyLines(60) },
];

test("lines in bulk are all different; those that pass do so without a word, and ajv refuses the others, too", () =>
  forEach(
    corpora,
    ({ name }) => name,
    ({ operation, corpus: { lines, refused } }) => {
      assert.equal(new Set(lines).size, lines.length);
      const judge = byAjv(schemas[operation.name]);
      const wrong = lines
        .map((line) => JSON.parse(line))
        .filter((value) => operation.validate(value).issues.length > 0);
      assert.equal(wrong.length, refused);
      assert.equal(wrong.length, Math.round(lines.length / 20));
      for (const value of wrong) assert.notEqual(judge(value), null, JSON.stringify(value));
    },
  ));

test("key policies are full of escapes", () => {
  const { lines } = policyLines(60);
  const escapes = lines.join("").match(/\\["n]/g).length;
  assert.ok(escapes > lines.join("").length / 30, String(escapes));
});

test("every library has its file", () => {
  assert.deepEqual(sorted(peers.map(({ file }) => `${file}.mjs`)), namesIn("tests/bench/peers"));
});

test("rounds are summed up", () => {
  for (const [values, expected] of [
    [[1], [1, 0, 1]],
    [
      [4, 1, 2],
      [2, (3.6 - 1.2) / 2, 2],
    ],
    [
      [1, 4],
      [2.5, (3.7 - 1.3) / 2.5, 2],
    ],
  ]) {
    const found = [median(values), spread(values), geometricMean(values)];
    found.forEach((number, index) => assert.ok(Math.abs(number - expected[index]) < 1e-9, `${values}: ${found}`));
  }
});

/** Results in which every ratio is the same. */
const resultsOf = (ratio) => {
  const rows = cases.map(({ size }) => ({ size, ratio }));
  const objects = Object.fromEntries(peers.map(({ file }) => [file, rows]));
  return {
    node: objects,
    chromium: objects,
    bulk: corpora.map(({ name }) => ({ title: name, ratios: { ajv: ratio, parse: ratio } })),
    startup: [{ name: "zod", ratios: { bundled: ratio, unbundled: ratio } }],
  };
};

test("goals are met by what is fast enough, and by nothing else", () => {
  for (const [results, verdicts] of [
    [resultsOf(5), ["met"]],
    [resultsOf(0.4), ["not met"]],
    [resultsOf(2), ["met", "not met"]],
    [{}, ["not measured"]],
  ]) {
    assert.deepEqual(sorted(judged(results).map(({ verdict }) => verdict)), verdicts);
  }
  assert.ok(judged({}).length >= 17);
});

test("what schemas leave unchecked is told of every operation", () => {
  for (const operation of operations) {
    const { errors, warnings } = unchecked(operation);
    assert.ok(errors.count >= 5 && warnings.count >= 5, operation.name);
    assert.ok(errors.codes.includes("invalid_unicode"));
    assert.deepEqual(
      warnings.codes.filter((code) => errors.codes.includes(code)),
      [],
    );
  }
  assert.ok(unchecked(replicateKey).errors.codes.includes("same_region"));
  assert.ok(unchecked(replicateKey).warnings.codes.includes("possible_lockout"));
});
