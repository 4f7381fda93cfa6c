// What the suites share: the repository's data, and ways to judge many cases at once.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { operations } from "xregion";

const top = new URL("../../", import.meta.url);

/** A file of the repository as text, by its path from the top. */
export const read = (path) => readFileSync(new URL(path, top), "utf8");

/** The names of what is in a folder of the repository. */
export const namesIn = (path) => readdirSync(new URL(path, top)).sort();

/** The values in a file with one JSON text per line. */
export const readLines = (path) =>
  read(path)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The operation with a name such as `ReplicateKey`. */
export function operationNamed(name) {
  const found = operations.find((operation) => operation.name === name);
  assert.ok(found, `no operation ${name}`);
  return found;
}

/** A name such as `ReplicateKey` as files have it: `replicate_key`. */
export const snakeCase = (name) => name.replace(/(?<=[a-z])[A-Z]/g, "_$&").toLowerCase();

/** The requests of `validate.jsonl`, each with its operation and the errors expected of it. */
export const verdictVectors = () =>
  readLines("tests/vectors/validate.jsonl").map((vector) => ({
    ...vector,
    operation: operationNamed(vector.operation),
  }));

/**
 * An operation's own vectors: `expect` lists every error, `warns` some of the warnings, and `pad` says to what length
 * the strings at its pointers are filled up.
 */
export function ownVectors(operation) {
  const own = JSON.parse(read(`tests/vectors/${snakeCase(operation.name)}.json`));
  return own.map(({ name, input, json, pad = {}, context, expect, warns = [] }) => {
    for (const [pointer, { with: filler, to }] of Object.entries(pad)) fillUp(input, pointer, filler, to);
    const text = json ?? JSON.stringify(input);
    const value = parsed(text);
    return { name, text, value, isJson: value !== undefined, context, expect, warns };
  });
}

function fillUp(input, pointer, filler, length) {
  const steps = pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop();
  const around = steps.reduce((at, step) => at[step], input);
  around[last] += filler.repeat(length - [...around[last]].length);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An issue, or what a vector expects of one, as a text. */
export const finding = ({ pointer, path, code, rule, on }) =>
  `${pointer ?? path} ${code} ${rule}${on ? ` on its ${on}` : ""}`;

/** Requests that pass, one of each operation, by the operation's name. */
export const passing = {
  CreateReplicationSet: { regions: { "us-east-1": {}, "eu-west-1": {} }, tags: { team: "operations" } },
  ReplicateSecretToRegions: { SecretId: "orders", AddReplicaRegions: [{ Region: "eu-west-1" }] },
  CreateReplicationConfiguration: {
    SourceFileSystemId: "fs-0123456789abcdef0",
    Destinations: [{ Region: "us-west-2" }],
  },
  ReplicateKey: {
    KeyId: "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
    ReplicaRegion: "eu-west-1",
    Tags: [{ TagKey: "team", TagValue: "orders" }],
  },
};

/** Judges every case, and fails with all that went wrong rather than with the first of it. */
export function forEach(cases, nameOf, check) {
  const failures = [];
  let count = 0;
  for (const each of cases) {
    count += 1;
    try {
      check(each);
    } catch (error) {
      failures.push(`${nameOf(each)}: ${error.message}`);
    }
  }
  assert.ok(count > 0, "there is no case");
  const most = 20;
  const more = failures.length > most ? `\n… and ${failures.length - most} more` : "";
  assert.ok(failures.length === 0, `${failures.length} of ${count}:\n${failures.slice(0, most).join("\n")}${more}`);
}

/** The errors of a report as `pointer code`, each once, sorted. */
export const errorsOf = (report) =>
  sorted(report.issues.filter(isError).map(({ pointer, code }) => `${pointer} ${code}`));

export const isError = ({ severity }) => severity === "error";

/** Texts, each once, sorted. */
export const sorted = (texts) => [...new Set(texts)].sort();

/** A path as a JSON Pointer (RFC 6901). */
export const pointerTo = (path) =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Checks what holds for the report on any value. */
export function assertSound(report, value) {
  const { ok, issues, ...rest } = report;
  assert.equal(ok, !issues.some(isError), "`ok` and the issues contradict each other");
  assert.deepEqual(Object.keys(rest), ok ? ["value"] : [], "there is a value where it is sound, and nothing else");
  if (ok && value !== undefined) assert.deepEqual(report.value, value);
  assertSoundIssues(issues);
}

/** Checks what holds for the issues of any value. */
export function assertSoundIssues(issues) {
  assert.ok(Array.isArray(issues));
  for (const issue of issues) {
    const { code, severity, path, pointer, message, params, rule, source, on = "key", within, suggestion, ...rest } = issue;
    assert.match(code, /^[a-z_]+$/);
    assert.ok(severity === "error" || severity === "warning", severity);
    assert.ok(
      path.every((step) => typeof step === "string" || Number.isInteger(step)),
      "path",
    );
    assert.equal(pointer, pointerTo(path));
    assert.ok(message.length > 1 && !/[{}]|undefined/.test(ownWords(message, params)), message);
    assert.equal(typeof params, "object");
    assert.match(rule, /^[A-Z-]+\d*$/);
    assert.ok(source.title && URL.canParse(source.url), "source");
    assert.equal(on, "key");
    if (within) assertWithin(within);
    if (suggestion) assertSuggestion(suggestion);
    assert.deepEqual(rest, {});
  }
}

// A message without what it repeats.
const ownWords = (message, params) =>
  Object.values(params)
    .flat()
    .filter((param) => typeof param === "string")
    .reduce((text, param) => text.replaceAll(param, ""), message.replace(/“.*”/su, ""));

function assertWithin({ pointer, line, column, ...rest }) {
  assert.match(pointer, /^(\/|$)/);
  assert.ok(line > 0 && column > 0, "places count from 1");
  assert.deepEqual(rest, {});
}

function assertSuggestion({ pointer, title, value = "", from = "/", ...rest }) {
  assert.match(pointer, /^\//);
  assert.match(from, /^\//);
  assert.equal(typeof value, "string");
  assert.ok(title.length > 1 && !/[{}]|undefined/.test(title.replace(value, "")), title);
  assert.deepEqual(rest, {});
}

/** A text in ASCII, as it would stand in a program. */
export const shown = (text) =>
  JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
