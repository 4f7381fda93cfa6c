// A request is judged alike, in whatever way it is given: at a glance, carefully, as text, on a line.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadHouseRules, validateJsonl } from "xregion";
import { isError, operationNamed } from "../support.mjs";
import { byGetters, ends, holds, nearlyJson, soundRequest } from "./support.mjs";

/** The same value, of which every part is seen through a proxy. */
function byProxies(value) {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, { get: (target, key) => byProxies(target[key]) });
}

function* frozen(value) {
  yield value;
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* frozen(inner);
}

/** What is said of the one line of a text. */
function ofLine(verdicts) {
  const lines = [...verdicts];
  assert.ok(lines.length <= 1);
  assert.equal(verdicts.summary.lines, 1);
  return lines[0]?.issues ?? [];
}

// On such a line the request is the member `input`. What is said of the context stands at the line itself.
function fromInside({ path, pointer, suggestion, ...issue }) {
  const inside = (text) => text.replace(/^\/input/, "");
  const { pointer: at, from } = suggestion ?? {};
  const mended = suggestion && { ...suggestion, pointer: inside(at), ...(from !== undefined && { from: inside(from) }) };
  return { ...issue, path: path.slice(1), pointer: inside(pointer), ...(mended && { suggestion: mended }) };
}

/** Each way to have a request judged. */
const WAYS = {
  carefully: (operation, input, context) => operation.validate(input, { ...context }).issues,
  "by getters": (operation, input, context) => operation.validate(byGetters(input), context).issues,
  "by proxies": (operation, input, context) => operation.validate(byProxies(input), context).issues,
  "what is frozen": (operation, input, context) => {
    const copy = structuredClone(input);
    for (const each of frozen(copy)) Object.freeze(each);
    return operation.validate(copy, context).issues;
  },
  "as text": (operation, input, context) => operation.validateJson(JSON.stringify(input), context).issues,
  "as text with white space": (operation, input, context) => operation.validateJson(`\ufeff${JSON.stringify(input, null, "\t")}\n`, context).issues,
  "as bytes": (operation, input, context) => operation.validateJson(Buffer.from(JSON.stringify(input)), context).issues,
  "on a line": (operation, input, context) => ofLine(operation.validateJsonl(JSON.stringify(input), context)),
  "on a line that names its operation": (operation, input, context) =>
    ofLine(validateJsonl(JSON.stringify({ operation: operation.name, input }), context)).map(fromInside),
  "to be built": (operation, input, context) => operation.build(input, context).issues,
};

const house = loadHouseRules({ name: "Only Ireland", replicaRegions: { Where: { allowed: ["eu-west-1"] } } });
const contexts = fc.constantFrom(undefined, {}, { region: "us-east-1" }, { rules: { unknown_field: "warning" }, accountId: "111122223333" }, { house });

test("every way gives the same verdict", ends, () =>
  holds(700, fc.oneof({ weight: 4, arbitrary: nearlyJson }, { weight: 1, arbitrary: soundRequest }), contexts, ([name, input], context) => {
    const operation = operationNamed(name);
    const { ok, issues } = operation.validate(input, context);
    assert.equal(ok, !issues.some(isError));
    for (const [way, judge] of Object.entries(WAYS)) assert.deepEqual(judge(operation, input, context), issues, way);
  }));
