// Requests by chance: those that are valid, those of which one fact is broken, and those that suggestions mend.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applySuggestion } from "xregion";
import { assertSound, errorsOf, operationNamed } from "../support.mjs";
import { breaks, placesIn, withKey, withValue } from "./facts.mjs";
import { ends, holds, soundRequest } from "./support.mjs";

test("what is valid by the book passes, and is built as it is", ends, () =>
  holds(200, soundRequest, ([name, input]) => {
    const operation = operationNamed(name);
    const report = operation.validate(input);
    assertSound(report, input);
    assert.deepEqual(errorsOf(report), []);
    const { request } = operation.build(input, { clientToken: "token" });
    assert.deepEqual(request.input, name === "CreateReplicationSet" ? { clientToken: "token", ...input } : input);
  }));

test("one fact that is broken is one finding, at its place", ends, () => {
  const met = new Set();
  holds(120, soundRequest, ([name, input]) => {
    const operation = operationNamed(name);
    for (const place of placesIn(operation.form.fields, input)) {
      for (const broken of breaks(input, place)) {
        assert.deepEqual(errorsOf(operation.validate(broken.input)), broken.expect, `${broken.name}: ${JSON.stringify(broken.input).slice(0, 500)}`);
        met.add(broken.expect[0].split(" ").at(-1));
      }
    }
  });
  assert.deepEqual([...met].sort(), ["missing_required", "pattern_mismatch", "too_few", "too_long", "too_many", "too_short", "wrong_type"]);
});

/** Ways in which people mistype. */
const SLIPS = [
  (text) => text.toUpperCase(),
  (text) => ` ${text}\n`,
  (text) => `${text}a`,
  (text) => text.slice(0, -1),
  (text) => text.replace(/(.)(.)(?=.$)/su, "$2$1"),
  (text) => text.replaceAll("-", "_"),
  (text) => text.replace("eu-", "us-"),
  (text) => text.replace("alias/", ""),
  (text) => text.replace(":key/", ":alias/"),
  () => "",
];

/** A valid request in which something is mistyped: a value, a key, or the name of a member. */
const mistyped = fc.tuple(soundRequest, fc.constantFrom(...SLIPS), fc.nat()).map(([[name, input], slip, which]) => {
  const places = [...everyText(input)];
  const { path, isKey, text } = places[which % places.length];
  return [name, isKey ? withKey(input, path, slip(text)) : withValue(input, path, slip(text))];
});

function* everyText(value, path = []) {
  if (typeof value === "string") yield { path, text: value };
  if (typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield { path: [...path, key], text: key, isKey: true };
    yield* everyText(inner, [...path, key]);
  }
}

/** What a request can be judged as: itself, and its rows. */
const AS = {
  input: ({ validate }, input) => ({ judge: validate, value: input }),
  rows: ({ validateRows, toRows }, input) => ({ judge: validateRows, value: toRows(input) }),
};

test("what is suggested makes its issue go away, and nothing else is changed", ends, () => {
  let count = 0;
  holds(400, mistyped, fc.constantFrom(...Object.keys(AS)), ([name, input], as) => {
    const { judge, value } = AS[as](operationNamed(name), input);
    const { issues } = judge(value);
    const before = structuredClone(value);
    for (const { pointer, code, rule, suggestion } of issues.filter((issue) => issue.suggestion)) {
      count += 1;
      const mended = applySuggestion(value, suggestion);
      assert.notDeepEqual(mended, value);
      const left = judge(mended).issues;
      assert.ok(!left.some((issue) => issue.pointer === pointer && issue.code === code && issue.rule === rule), `${pointer} ${code}`);
    }
    assert.deepEqual(value, before);
  });
  assert.ok(count > 150, String(count));
});
