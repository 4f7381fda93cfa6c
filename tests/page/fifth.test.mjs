// An operation that the page has never heard of appears by itself, with shapes that no operation has yet.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { OPERATIONS, TIMEOUT, visit } from "./support/chromium.mjs";

const text = (path, label, more) => ({ path, label, required: false, control: "text", ...more });
const rows = (path, label, row, columns, more) => ({
  path,
  label,
  required: false,
  control: "rows",
  row,
  min: 0,
  columns,
  ...more,
});

const FORM = {
  title: "Replicate widget",
  service: "Widgets",
  help: "Is made up.",
  samples: [],
  fields: [
    text(["Name"], "Name", { required: true, maxLength: 10 }),
    {
      path: ["Settings"],
      label: "Settings",
      required: false,
      control: "group",
      fields: [text(["Mode"], "Mode"), { path: ["Quick"], label: "Quick", required: false, control: "checkbox" }],
    },
    rows(["Names"], "Names", "Name", [text([], "", { required: true })]),
    rows(["Shelves"], "Shelves", "Shelf", [
      text(["Label"], "Label"),
      rows(["Boxes"], "Boxes", "Box", [text([], "Content", { required: true })], {
        key: text([], "Color", { required: true }),
        duplicate: "Twice, first in {first+}.",
      }),
    ]),
  ],
};

const MODULE = `
  import { applySuggestion, operations as known, factsAsOf } from "./library.js";
  const complain = (input) => (input.Name ? [] : [{ code: "missing_required", severity: "error", path: ["Name"], pointer: "/Name", message: "Is required.", params: {}, rule: "W-1", source: { title: "Widgets", url: "https://example.com/" } }]);
  const form = ${JSON.stringify(FORM)};
  // Rows as every operation has them, with nested ones.
  const put = (object, name, value) => Object.fromEntries([...Object.entries(object), [name, value]]);
  const isAbsent = (value, { required, control }) => value === undefined || (control === "text" && value === "" && !required);
  function ofFields(fields, given, convert) {
    const [only] = fields;
    if (only.path.length === 0) return given;
    return fields.reduce((object, field) => {
      const value = given[field.path[0]];
      return isAbsent(value, field) ? object : put(object, field.path[0], convert(field, value));
    }, {});
  }
  function fromRows(field, value) {
    if (field.control === "group") return ofFields(field.fields, value, fromRows);
    if (field.control !== "rows") return value;
    if (!field.key) return value.map((row) => ofFields(field.columns, row, fromRows));
    const [{ label }] = field.columns;
    return value.reduceRight((map, row) => put(map, row[field.key.label], row[label]), {});
  }
  function toRows(field, value) {
    if (field.control !== "rows") return value;
    if (!field.key) return value.map((row) => ofFields(field.columns, row, toRows));
    const [{ label }] = field.columns;
    return Object.entries(value).map(([key, content]) => ({ [field.key.label]: key, [label]: content }));
  }
  // Of boxes on a shelf no two have one color.
  const twins = ({ Shelves = [] }) => Shelves.flatMap(({ Boxes = [] }, shelf) => Boxes.flatMap(({ Color }, box) => {
    const first = Boxes.findIndex((other) => other.Color === Color);
    const path = ["Shelves", shelf, "Boxes", box, "Color"];
    const message = form.fields[3].columns[1].duplicate.replace("{first+}", first + 1);
    return first === box ? [] : [{ code: "duplicate", severity: "error", path, pointer: "/" + path.join("/"), message, params: {}, rule: "W-3", source: { title: "Widgets", url: "https://example.com/" } }];
  }));
  const fifth = {
    name: "ReplicateWidget",
    form,
    fromRows: (rows) => ({ ok: true, input: ofFields(form.fields, rows, fromRows), issues: [] }),
    toRows: (input) => ofFields(form.fields, input, toRows),
    validateRows(rows) {
      const issues = [...complain(rows), ...twins(rows)];
      const ok = issues.length === 0;
      return { ok, issues, ...(ok && { value: ofFields(form.fields, rows, fromRows) }) };
    },
    validateField: () => [{ severity: "error" }],
    validateJson: () => ({ ok: true, issues: [] }),
    notes: () => ({
      notes: ["permanent", "unheard_of"].map((kind) => (
        { kind, text: "Is " + kind + ".", rule: "W-2", source: { title: "Widgets", url: "https://example.com/" } }
      )),
      policy: { Version: "2012-10-17", Statement: [] },
    }),
    build(input) {
      const issues = complain(input);
      const source = () => ({ text: "widget " + JSON.stringify(input), issues: [] });
      const sources = { toSdkV3: source, toBoto3: source, toCli: source, toTerraform: source, toCloudFormation: source };
      const rendering = { input, ...sources, toHttp() { throw Object.assign(new Error("widgets have no HTTP form"), { code: "none" }); } };
      return issues.length ? { ok: false, issues, draft: rendering } : { ok: true, issues, request: rendering };
    },
  };
  export { applySuggestion, factsAsOf };
  export const operations = [...known, fifth];
`;

test("a fifth operation: groups, lists of texts, rows inside rows", { timeout: TIMEOUT }, async (t) => {
  const library = readFileSync(join(process.env.XREGION_SITE, "pkg/full.js"), "utf8");
  const visitor = await visit(t, {
    instead: { "/pkg/full.js": MODULE, "/pkg/library.js": library },
    hash: "ReplicateWidget",
  });
  const { page, control, check, findings, preview, follows } = visitor;
  assert.equal(await page.title(), "Replicate widget · xregion");
  assert.equal(await page.locator("nav a").count(), OPERATIONS.length + 1);

  const click = async (...names) => (await control(...names)).click();
  const fill = async (value, ...names) => (await control(...names)).fill(value);
  await check();
  assert.deepEqual(
    (await findings()).map(({ at, code }) => [at, code]),
    [["Name", "missing_required"]],
  );
  await fill("w", "Name");
  await fill("fast", "Settings", "Mode");
  await click("Add name");
  await fill("first", "Name 1", "Name");
  await click("Add shelf");
  await click("Shelf 1", "Add box");
  await fill("red", "Shelf 1", "Box 1", "Color");
  await fill("screws", "Shelf 1", "Box 1", "Content");
  await click("Shelf 1", "Add box");
  await fill("red", "Shelf 1", "Box 2", "Color");
  await check();
  assert.deepEqual(
    (await findings()).map(({ at, message }) => [at, message]),
    [["Box 2, Color", "Error Twice, first in 1."]],
  );
  await fill("blue", "Shelf 1", "Box 2", "Color");
  assert.deepEqual(await findings(), []);
  const expected = {
    Name: "w",
    Settings: { Mode: "fast" },
    Names: ["first"],
    Shelves: [{ Boxes: { red: "screws", blue: "" } }],
  };
  assert.deepEqual(JSON.parse((await preview()).input), expected);
  assert.match((await preview()).problem, /widgets have no HTTP form/);
  assert.deepEqual(await follows(), {
    "What cannot be changed later": ["Is permanent."],
    "What else there is to know": ["Is unheard_of."],
  });

  await page.reload();
  await page.waitForSelector("#columns", { state: "visible" });
  assert.deepEqual(JSON.parse((await preview()).input), expected);
});
