// Verdicts on the vectors, which every way to ask must agree on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations } from "xregion";
import { assertSound, errorsOf, finding, forEach, isError, ownVectors, sorted, verdictVectors } from "./support.mjs";

const utf8 = new TextEncoder();

/** The ways to ask about a JSON text; a value that it stands for is there unless the text is broken. */
const ways = {
  validate: (operation, { value }, context) => operation.validate(value, context),
  "validateJson of a string": (operation, { text }, context) => operation.validateJson(text, context),
  "validateJson of bytes": (operation, { text }, context) => operation.validateJson(utf8.encode(text), context),
};

const vectors = verdictVectors();

test("there are as many vectors as there were", () => assert.ok(vectors.length >= 695, String(vectors.length)));

for (const [way, ask] of Object.entries(ways)) {
  test(`validate.jsonl by ${way}`, () =>
    forEach(
      vectors,
      ({ id }) => id,
      ({ operation, request, expect }) => {
        const report = ask(operation, { value: request, text: JSON.stringify(request) });
        assertSound(report, request);
        assert.deepEqual(errorsOf(report), sorted(expect.map(({ path, code }) => `${path} ${code}`)));
      },
    ));
}

for (const operation of operations) {
  for (const [way, ask] of Object.entries(ways)) {
    test(`our own vectors of ${operation.name} by ${way}`, () => {
      const askable = ownVectors(operation).filter(({ isJson }) => isJson || way !== "validate");
      forEach(
        askable,
        ({ name }) => name,
        (vector) => {
          const report = ask(operation, vector, vector.context);
          assertSound(report, vector.value);
          assert.deepEqual(sorted(report.issues.filter(isError).map(finding)), sorted(vector.expect.map(finding)));
          const warnings = report.issues.filter((issue) => !isError(issue)).map(finding);
          for (const expected of vector.warns.map(finding)) {
            assert.ok(warnings.includes(expected), `${expected} is not among ${warnings}`);
          }
        },
      );
    });
  }
}
