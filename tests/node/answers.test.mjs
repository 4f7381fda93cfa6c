// What comes back from the services, as JavaScript gives it: errors in every form, and responses with dates.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations } from "xregion";
import { assertSoundIssues, forEach, operationNamed, read, sorted } from "./support.mjs";

const errors = JSON.parse(read("tests/vectors/errors.json"));
const responses = JSON.parse(read("tests/vectors/responses.json"));

const finding = ({ pointer, path, code, rule, on }) => `${pointer ?? path} ${code} ${rule}${on ? ` on its ${on}` : ""}`;

/** What AWS's client throws, with what it takes from the class and not from the object. */
class ServiceException extends Error {
  constructor(name, message, status) {
    super(message);
    Object.assign(this, { name, $fault: status < 500 ? "client" : "server", $metadata: { httpStatusCode: status } });
  }
  get $response() {
    return { statusCode: this.$metadata.httpStatusCode, headers: { "x-amzn-requestid": "1234" } };
  }
}

/** The forms of one error. */
const forms = {
  "an exception of the SDK": (_, name, message, status) => new ServiceException(name, message, status),
  "the text of the CLI": ({ name: operation }, name, message) =>
    `An error occurred (${name}) when calling the ${operation} operation: ${message}`,
  "a response with Headers": (_, name, message, status) => ({
    status,
    headers: new Headers({ "X-Amzn-ErrorType": `${name}:http://internal.amazon.com/coral/` }),
    body: JSON.stringify({ message }),
  }),
  "a response with a Map and bytes": (_, name, message, status) => ({
    statusCode: status,
    headers: new Map([["x-amzn-errortype", name]]),
    body: new TextEncoder().encode(JSON.stringify({ Message: message })),
  }),
  "a response with objects": (_, name, message, status) => ({
    status,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: { __type: `com.amazonaws.service#${name}`, message },
  }),
  "a body": (_, name, message) => ({ __type: name, message }),
};

function assertSoundExplanation(explanation) {
  const { name, known, status, retry, meaning, advice, issues, rule, source, ...rest } = explanation;
  assert.deepEqual(rest, {});
  assert.ok(name === undefined || /^[\w.]+$/.test(name), name);
  assert.equal(typeof known, "boolean");
  assert.ok(status === undefined || Number.isInteger(status));
  assert.match(retry.advised, /^(never|later|yes)$/);
  assert.equal(retry.when !== undefined, retry.advised === "later");
  assert.match(meaning, /\.$/);
  assert.match(advice, /\.$/);
  assert.match(rule, /^[A-Z-]+\d*$/);
  assert.ok(source.title && URL.canParse(source.url));
  assertSoundIssues(issues);
}

for (const [form, make] of Object.entries(forms)) {
  test(`documented errors as ${form}`, () => {
    const cases = errors.documented.flatMap((error) => error.operations.map((operation) => ({ ...error, operation })));
    forEach(cases, ({ operation, name }) => `${operation} ${name}`, ({ operation: named, name, message, status, retry }) => {
      const operation = operationNamed(named);
      const explanation = operation.explainError(make(operation, name, message, status));
      assertSoundExplanation(explanation);
      assert.equal(explanation.name, name);
      assert.equal(explanation.known, true);
      assert.equal(explanation.status, status);
      assert.equal(explanation.retry.advised, retry);
      assert.deepEqual(explanation.issues, []);
    });
  });

  test(`recorded texts as ${form}`, () => {
    forEach(errors.recorded, ({ message }) => message, ({ operation: named, code, message, status, issues }) => {
      const operation = operationNamed(named);
      const explanation = operation.explainError(make(operation, code, message, status));
      assertSoundExplanation(explanation);
      assert.deepEqual(sorted(explanation.issues.map(finding)), sorted(issues.map(finding)));
    });
  });
}

test("errors as they are given", () => {
  forEach(errors.given, ({ operation, name }) => `${operation} ${name}`, ({ operation, error, expect }) => {
    const explanation = operationNamed(operation).explainError(error);
    assertSoundExplanation(explanation);
    assert.equal(explanation.name ?? null, expect.name);
    assert.equal(explanation.known, expect.known);
    assert.equal(explanation.status, expect.status);
    assert.equal(explanation.retry.advised, expect.retry);
    assert.equal(explanation.retry.afterSeconds, expect.afterSeconds);
    assert.equal(explanation.retry.at?.getTime(), expect.at);
    assert.deepEqual(sorted(explanation.issues.map(finding)), sorted(expect.issues.map(finding)));
  });
});

test("the errors as data are those that are explained", () => {
  for (const operation of operations) {
    assert.equal(operation.errors, operation.errors);
    forEach(operation.errors, ({ name }) => name, (error) => {
      const { name, status, retry, meaning, advice, common, rule, source, ...rest } = error;
      assert.deepEqual(rest, {});
      assert.equal(typeof common, "boolean");
      const explanation = operation.explainError({ __type: name });
      assert.deepEqual(explanation, {
        name, known: true, ...(status && { status }), retry, meaning, advice, issues: [], rule, source,
      });
    });
    const names = operation.errors.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  }
});

const at = (value, pointer) =>
  pointer.split("/").slice(1).reduce((around, step) => around[step.replaceAll("~1", "/").replaceAll("~0", "~")], value);

test("responses", () => {
  forEach(responses, ({ operation, name }) => `${operation} ${name}`, (vector) => {
    const { value, issues, statuses, ...rest } = operationNamed(vector.operation).readResponse(vector.response);
    assert.deepEqual(rest, {});
    assertSoundIssues(issues);
    const deviations = issues.map(({ pointer, params, rule }) => `${pointer} ${params.problem} ${rule}`);
    assert.deepEqual(sorted(deviations), sorted(vector.issues.map(({ path, problem, rule }) => `${path} ${problem} ${rule}`)));
    assert.deepEqual(
      statuses.map(({ pointer, status, phase }) => ({ pointer, status, phase })),
      vector.statuses.map(({ pointer, status, phase }) => ({ pointer, status, phase })),
    );
    const expected = structuredClone(vector.response);
    for (const [pointer, moment] of Object.entries(vector.moments)) {
      const [, around, last] = /^(.*)\/([^/]*)$/.exec(pointer);
      assert.ok(at(value, pointer) instanceof Date, pointer);
      at(expected, around)[last] = new Date(moment);
    }
    assert.deepEqual(value, expected);
  });
});

test("what the SDK answers is read, dates included", () => {
  const date = new Date("2024-01-02T03:04:05.006Z");
  const response = { $metadata: { httpStatusCode: 200 }, ARN: "x", ReplicationStatus: [{ LastAccessedDate: date }] };
  const { value, issues } = operationNamed("ReplicateSecretToRegions").readResponse(response);
  assert.deepEqual(value, response);
  assert.notEqual(value.ReplicationStatus[0].LastAccessedDate, date);
  assert.deepEqual(issues, []);
});

const cycle = { message: "x" };
cycle.Error = cycle;
cycle.headers = cycle;
const throwing = new Proxy({}, { get: () => { throw new Error("no"); }, ownKeys: () => { throw new Error("no"); } });
const revoked = (({ proxy, revoke }) => (revoke(), proxy))(Proxy.revocable({}, {}));
const deep = Array.from({ length: 10_000 }).reduce((inner) => [inner], []);
const getters = Object.defineProperties(new Error("x"), {
  name: { get: () => { throw new Error("no"); } },
  message: { get: () => ({}) },
  $metadata: { get: () => getters },
});
const hostile = {
  undefined, null: null, true: true, zero: 0, NaN: NaN, bigint: 1n, symbol: Symbol("x"), "empty text": "", text: "x",
  "a lone surrogate": "\uD800", "an error with one": new Error("\uDFFF"), function: () => {}, date: new Date(NaN),
  cycle, throwing, revoked, getters, deep, map: new Map([["a", 1]]), set: new Set([1]), regexp: /x/,
  "a long text": "x".repeat(5_000_000), "a long list": new Array(4_000_000_000 % 2 ** 32), promise: Promise.resolve(1),
  "headers that throw": { status: 400, headers: { forEach: () => { throw new Error("no"); } }, body: throwing },
  "no prototype": Object.assign(Object.create(null), { name: "TagException", message: "x" }),
  "a key of its own": JSON.parse('{"__proto__": 1, "constructor": 2, "ReplicationStatus": [{"__proto__": 1}]}'),
  aggregate: new AggregateError([new Error("x")], "y", { cause: cycle }),
  response: new Response("x", { status: 503 }),
};

for (const operation of operations) {
  test(`${operation.name} takes whatever comes`, () => {
    forEach(Object.entries(hostile), ([name]) => name, ([, value]) => {
      assertSoundExplanation(operation.explainError(value));
      const reading = operation.readResponse(value);
      assertSoundIssues(reading.issues);
      assert.ok(Array.isArray(reading.statuses));
    });
    assertSoundExplanation(operation.explainError());
    assert.equal(operation.readResponse().value, null);
  });
}

test("a body that is read once is not read", () => {
  const response = new Response("x", { status: 503 });
  assert.equal(operationNamed("ReplicateKey").explainError(response).status, 503);
  assert.equal(response.bodyUsed, false);
});

test("keys of the language are ordinary members", () => {
  const response = JSON.parse('{"arn": "x", "__proto__": 1}');
  const { value, issues } = operationNamed("CreateReplicationSet").readResponse(response);
  assert.deepEqual(Object.keys(value), ["arn", "__proto__"]);
  assert.deepEqual(issues.map(({ pointer }) => pointer), ["/__proto__"]);
});
