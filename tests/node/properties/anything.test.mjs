// Whatever a call is given, it gives what it always gives, and throws nothing but what its documentation says.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  HouseRulesError,
  RequestError,
  applySuggestion,
  checkKeyPolicy,
  fromCli,
  fromJson,
  loadHouseRules,
  validateJsonl,
} from "xregion";
import { localize } from "xregion/localize";
import german from "xregion/locales/de";
import { issuesOf, xregionResolver } from "xregion/react-hook-form";
import { assertSound, assertSoundIssues, isError, operationNamed } from "../support.mjs";
import { Refusal, anyName, anyText, anything, ends, holds, nearlyRequest, soundRequest } from "./support.mjs";

const FORMS = ["toHttp", "toSdkV3", "toBoto3", "toCli", "toTerraform", "toCloudFormation"];

/** Calls what may throw errors of these kinds alone. */
function mayThrow(kinds, call) {
  try {
    call();
  } catch (error) {
    assert.ok(kinds.some((Kind) => error instanceof Kind), `${error?.stack ?? error}`);
  }
}

test("verdicts", ends, () =>
  holds(1500, nearlyRequest, ([name, value]) => {
    const operation = operationNamed(name);
    const report = operation.validate(value);
    assertSound(report);
    assert.ok(!report.ok || Object.is(report.value, value));
    const standard = operation["~standard"].validate(value);
    assert.deepEqual(standard.issues ?? [], report.issues.filter(isError));
    for (const issue of report.issues) assert.ok(localize(issue, german).message.length > 1);
  }));

test("contexts and options", ends, () =>
  holds(200, soundRequest, anything, anything, ([name, input], context, inside) => {
    const operation = operationNamed(name);
    for (const each of [context, { house: context }, { rules: inside }, { region: context, callerArn: inside }]) {
      assertSound(operation.validate(input, each));
      assertSoundIssues(operation.build(input, each).issues);
      assertSoundIssues(operation.validateField("/Policy", "x", input, each));
      operation.notes(input, each);
    }
  }));

test("requests, and the forms that they take", ends, () =>
  holds(400, nearlyRequest, anything, ([name, value], options) => {
    const { ok, issues, request, draft } = operationNamed(name).build(value, { clientToken: "token" });
    assertSoundIssues(issues);
    assert.equal(ok, request !== undefined);
    const one = request ?? draft;
    if (one === undefined) return;
    JSON.stringify(one.input);
    for (const form of FORMS) for (const each of [undefined, options, { region: options }]) mayThrow([RequestError], () => one[form](each));
  }));

test("fields", ends, () =>
  holds(800, nearlyRequest, fc.oneof(anyText, anything, fc.array(anyText)), anything, ([name, rest], pointer, value) => {
    assertSoundIssues(operationNamed(name).validateField(pointer, value, rest));
  }));

test("rows", ends, () =>
  holds(800, nearlyRequest, ([name, rows]) => {
    const operation = operationNamed(name);
    assertSound(operation.validateRows(rows));
    assertSoundIssues(operation.fromRows(rows).issues);
    operation.toRows(rows);
    operation.rowsSchema()["~standard"].validate(rows);
    mayThrow([Refusal], () => {
      const { errors } = xregionResolver(operation)(rows, undefined, { fields: {} });
      assertSoundIssues(issuesOf(errors));
    });
  }));

test("texts", ends, () =>
  holds(800, anyName, fc.oneof(anyText, anything), (name, text) => {
    const operation = operationNamed(name);
    assertSound(operation.validateJson(text));
    for (const read of [fromJson(text), fromCli(text), operation.fromJson(text), operation.fromCli(text)]) assertSoundIssues(read.issues);
    assertSoundIssues(operation.fromCli("aws kms replicate-key", text).issues);
    assertSoundIssues(checkKeyPolicy(text, text));
  }));

test("lines", ends, () =>
  holds(300, anyName, fc.oneof(anyText, anything), (name, source) => {
    for (const validate of [validateJsonl, operationNamed(name).validateJsonl]) {
      mayThrow([TypeError, Refusal], () => {
        const verdicts = validate(source);
        if (typeof verdicts[Symbol.iterator] === "function") for (const { issues } of verdicts) assertSoundIssues(issues);
      });
    }
  }));

test("answers", ends, () =>
  holds(600, anyName, anything, anything, (name, value, inside) => {
    const operation = operationNamed(name);
    for (const each of [value, { name: value, message: inside }, { status: value, headers: inside, body: value }]) {
      assertSoundIssues(operation.explainError(each).issues);
      assertSoundIssues(operation.readResponse(each).issues);
    }
  }));

test("house rules and suggestions", ends, () =>
  holds(600, anything, anyText, (value, text) => {
    for (const document of [value, { name: value }, { name: "x", requiredTags: value }, { name: "x", replicaRegions: { [text]: value } }]) {
      mayThrow([HouseRulesError], () => loadHouseRules(document));
    }
    mayThrow([Refusal], () => applySuggestion(value, { pointer: `/${text}`, title: text, value: text }));
    mayThrow([Refusal], () => applySuggestion(value, { pointer: `/a/${text}`, title: text, from: `/${text}` }));
  }));
