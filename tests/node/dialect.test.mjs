// Documented patterns, held against JavaScript's own regular expressions: on boundaries and on random strings.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations } from "xregion";
import { RANDOM_STRINGS, boundaries, patternsOf, randomStrings } from "../shared/patterns.mjs";
import { forEach, shown } from "./support.mjs";

/** Checks a pattern on texts, and returns how many of them match it. */
function check({ pattern, htmlPattern, mismatches }, texts) {
  const expression = new RegExp(`^(?:${pattern})$`, "u");
  // As browsers read an `<input pattern>`.
  const inHtml = new RegExp(`^(?:${htmlPattern})$`, "v");
  let matching = 0;
  // Each text once, and the empty one not at all: that it is too short may be all there is to say.
  const distinct = new Set([...texts].filter((text) => text !== "" && text.isWellFormed()));
  forEach(distinct, shown, (text) => {
    const expected = expression.test(text);
    matching += expected ? 1 : 0;
    assert.equal(mismatches(text), !expected, expected ? "refused, but matches" : "passed, but does not match");
    assert.equal(inHtml.test(text), expected, "a browser would read the pattern otherwise");
  });
  return { matching, other: distinct.size - matching };
}

const all = [...patternsOf(operations)];

test("every pattern of the schemas is tried", () => {
  const inSchemas = JSON.stringify(operations.map((operation) => operation.jsonSchema())).match(/"pattern":/g);
  assert.equal(all.length, inSchemas.length);
  assert.ok(all.length >= 11);
});

for (const each of all) {
  test(`boundaries of ${each.name}`, () => {
    const { matching, other } = check(each, boundaries(each));
    assert.ok(matching > 0 && other > 0, "both sides of the boundary are met");
  });

  test(`random strings for ${each.name}`, () => {
    const { matching, other } = check(each, randomStrings(each));
    assert.ok(matching > RANDOM_STRINGS / 100 && other > RANDOM_STRINGS / 100, `${matching} match, ${other} do not`);
  });
}
