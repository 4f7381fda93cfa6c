// No prototype is changed, whatever is called `__proto__`, and what is given out has the prototypes of plain data.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applySuggestion, checkKeyPolicy, fromCli, fromJson, loadHouseRules, validateJsonl } from "xregion";
import { localize } from "xregion/localize";
import german from "xregion/locales/de";
import { xregionResolver } from "xregion/react-hook-form";
import { anyName, ends, holds } from "./support.mjs";
import { operationNamed } from "../support.mjs";

const FORMS = ["toHttp", "toSdkV3", "toBoto3", "toCli", "toTerraform", "toCloudFormation"];

const BUILT_IN = [Object, Array, Function, String, Number, Boolean, Symbol, BigInt, RegExp, Error, TypeError, Map, Set, Promise, Uint8Array, Date, JSON, Math, Reflect];

/** All that these objects and their prototypes hold, by identity. */
const snapshot = () =>
  BUILT_IN.flatMap((each) => [each, each.prototype ?? {}]).map((object) => [Object.getPrototypeOf(object), Object.getOwnPropertyDescriptors(object)]);

function assertUnchanged(before) {
  assert.deepEqual(snapshot(), before);
  assert.equal({}.polluted, undefined);
  assert.equal([].polluted, undefined);
  assert.equal((() => {}).polluted, undefined);
}

/** Sees that every object in a value is plain data. */
function assertPlain(value) {
  if (typeof value !== "object" || value === null) return;
  const expected = Array.isArray(value) ? Array.prototype : Object.prototype;
  assert.equal(Object.getPrototypeOf(value), expected);
  for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) assertPlain(inner);
}

const TRAPS = ["__proto__", "constructor", "prototype", "polluted", "toString", "hasOwnProperty", "then", "length"];
const members = ["KeyId", "ReplicaRegion", "Tags", "TagKey", "TagValue", "Policy", "regions", "tags", "us-east-1", "sseKmsKeyId", "Destinations", "rules"];
const key = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...TRAPS) }, { weight: 1, arbitrary: fc.constantFrom(...members) });

/** Values of JSON with keys that name prototypes, as text: an object literal would set them. */
const { trap } = fc.letrec((tie) => ({
  trap: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom('"x"', "true", "null", '"us-east-1"', '"__proto__"', '{"polluted":true}'),
    fc.array(tie("trap"), { maxLength: 3 }).map((items) => `[${items}]`),
    fc.array(fc.tuple(key, tie("trap")), { maxLength: 4 }).map((entries) => `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${inner}`)}}`),
  ),
}));

const pointer = fc.array(key, { minLength: 1, maxLength: 4 });

/** What a call gives, where it throws nothing. */
function resultOf(call) {
  try {
    return call();
  } catch {
    return undefined;
  }
}

function* resultsOf(operation, text, path) {
  const value = JSON.parse(text);
  const at = path.map((step) => `/${step}`).join("");
  yield operation.validate(value);
  yield operation.validate(value, value);
  yield operation.validateJson(text);
  yield [...operation.validateJsonl(text)];
  yield [...validateJsonl(`{"operation":"${operation.name}","input":${text},"__proto__":${text}}`)];
  yield operation.validateField(at, value, value);
  yield operation.validateField(path, value, value);
  yield operation.notes(value);
  yield operation.fromRows(value);
  yield operation.toRows(value);
  yield operation.validateRows(value);
  yield fromJson(text);
  yield fromJson(`{"operation":"${operation.name}","input":${text}}`);
  yield fromCli(`aws kms replicate-key --cli-input-json '${text}' --tags '${text}' --__proto__ x`);
  yield fromCli(`aws ssm-incidents create-replication-set --tags __proto__=a,constructor=b --regions '${text}'`);
  yield checkKeyPolicy(text, value);
  yield operation.explainError(value);
  yield operation.readResponse(value);
  yield resultOf(() => loadHouseRules(value));
  for (const change of [{ value: "x" }, {}, { from: at }]) yield applySuggestion(value, { pointer: at, title: "", ...change });
  yield xregionResolver(operation)(value, undefined, { fields: value, names: [path.join(".")] });
  yield localize(operation.validate(value), german);
  const { request, draft } = operation.build(value);
  const one = request ?? draft;
  yield one?.input;
  if (one) for (const form of FORMS) for (const options of [undefined, value, { region: "us-east-1" }]) yield resultOf(() => one[form](options));
}

test("prototypes stay as they are, and nothing has another than plain data has", ends, () => {
  const before = snapshot();
  let count = 0;
  holds(300, anyName, trap, pointer, (name, text, path) => {
    for (const result of resultsOf(operationNamed(name), text, path)) {
      assertPlain(result);
      count += 1;
    }
    assertUnchanged(before);
  });
  assert.ok(count > 300 * 30, String(count));
});
