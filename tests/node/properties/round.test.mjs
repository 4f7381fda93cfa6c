// What is written of a request and read again is the request.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromCli, fromJson } from "xregion";
import { operationNamed } from "../support.mjs";
import { ends, holds, soundRequest } from "./support.mjs";

const options = { clientToken: "a token of one's own" };

test("JSON, alone and with the operation's name", ends, () =>
  holds(150, soundRequest, ([name, input]) => {
    const { request } = operationNamed(name).build(input, options);
    const texts = [JSON.stringify({ operation: name, input: request.input }), JSON.stringify(request.input, null, 2)];
    for (const text of texts) assert.deepEqual(fromJson(text), { ok: true, operation: name, input: request.input, issues: [] });
    const { body, path } = request.toHttp({ region: "us-east-1" });
    const ofBody = JSON.parse(body);
    assert.deepEqual(path === "/" || name === "CreateReplicationSet" ? ofBody : { ...ofBody, SourceFileSystemId: idIn(path) }, request.input);
  }));

/** What a path of EFS names, whose request it is. */
const idIn = (path) => decodeURIComponent(/file-systems\/(.+)\/replication/.exec(path)[1]);

test("calls of SDKs", ends, () =>
  holds(100, soundRequest, ([name, input]) => {
    const { request } = operationNamed(name).build(input, options);
    assert.deepEqual(request.toSdkV3().input, request.input);
    assert.deepEqual(request.toBoto3().kwargs, request.input);
  }));

test("templates as text", ends, () =>
  holds(100, soundRequest, ([name, input]) => {
    const { request } = operationNamed(name).build(input, options);
    const { text, template, import: imported } = request.toCloudFormation({ format: "json" });
    assert.deepEqual(JSON.parse(text), template);
    if (imported) assert.deepEqual(JSON.parse(imported.text), imported.template);
  }));

const SHELLS = ["posix", "powershell", "cmd"];
const STYLES = ["shorthand", "json"];

test("commands, in every shell and style", ends, () => {
  let count = 0;
  holds(150, soundRequest, fc.constantFrom(...SHELLS), fc.constantFrom(...STYLES), ([name, input], shell, style) => {
    const { request } = operationNamed(name).build(input, options);
    const { text, region, issues } = request.toCli({ shell, style });
    if (issues.length > 0) return;
    count += 1;
    const context = region === undefined ? {} : { region };
    assert.deepEqual(fromCli(text, { shell }), { ok: true, operation: name, input: request.input, issues: [], context });
  });
  assert.ok(count > 75, `only ${count} requests go into a command`);
});

test("rows", ends, () =>
  holds(150, soundRequest, ([name, input]) => {
    const operation = operationNamed(name);
    const again = operation.fromRows(operation.toRows(input));
    assert.deepEqual(again, { ok: true, input: pruned(operation.form.fields, input), issues: [] });
    assert.deepEqual(operation.fromRows(operation.toRows(again.input)), again);
  }));

/** An input as a form leaves it: what is optional and empty is left out. */
function pruned(fields, value) {
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const field = fields.find(({ path }) => path[0] === name);
    if (!field.required && (inner === "" || (field.min > 0 && Object.keys(inner).length === 0))) return [];
    return [[name, field.control === "rows" ? prunedRows(field, inner) : inner]];
  });
  return Object.fromEntries(entries);
}

function prunedRows({ columns }, rows) {
  if (columns[0].path.length === 0) return rows;
  if (Array.isArray(rows)) return rows.map((row) => pruned(columns, row));
  return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, pruned(columns, row)]));
}
