// xregion/cloudscape: its props by themselves, and in the components, made to markup.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { createReplicationConfiguration, createReplicationSet, operations, replicateKey } from "xregion";
import { formFieldProps, issuesBesideTagEditor, rowsOfTags, tagEditorProps, tagsOfRows } from "xregion/cloudscape";
import { forEach } from "./support.mjs";

/** A program of components, without their style sheets, which Node cannot import. */
async function markupOf() {
  const contents = `
    import { createElement } from "react";
    import { renderToStaticMarkup } from "react-dom/server";
    import FormField from "@cloudscape-design/components/form-field";
    import TagEditor from "@cloudscape-design/components/tag-editor";
    export const formField = (props) => renderToStaticMarkup(createElement(FormField, props));
    export const tagEditor = (props) => renderToStaticMarkup(createElement(TagEditor, props));
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"' },
    format: "cjs",
    loader: { ".css": "empty" },
    logLevel: "error",
    minify: true,
    platform: "node",
    write: false,
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

const { formField, tagEditor } = await markupOf();

const rows = {
  regions: [{ Region: "us-east-1a" }, { Region: "eu-west-1" }],
  tags: [{ Key: "team.name", Value: "é" }, { Key: "AWS:x", Value: "" }, { Key: "team.name", Value: "" }],
};
const { issues } = createReplicationSet.validateRows(rows);
const messageAt = (pointer) => issues.find((issue) => issue.pointer === pointer).message;

/** Places, and what a field there shows. */
const fields = [
  ["/clientToken", { label: "Client token - optional", constraintText: undefined, errorText: undefined }],
  ["/regions/0/Region", { label: "Region", constraintText: "A Region code such as us-east-1.", errorText: messageAt("/regions/0/Region") }],
  ["/regions/1/Region", { label: "Region", errorText: undefined }],
  ["/regions/1/sseKmsKeyId", { label: "SSE KMS key ID - optional", description: /^The ARN of a customer managed key/ }],
  ["/regions/1", { label: "Region 2", description: undefined }],
  ["/tags/0/Value", { label: "Value", errorText: messageAt("/tags/0/Value"), warningText: undefined }],
  ["/tags/1/Key", { label: "Key", errorText: undefined, warningText: messageAt("/tags/1/Key") }],
  ["/tags", { label: "Tags - optional", errorText: undefined, warningText: undefined }],
  ["", { label: createReplicationSet.form.title, errorText: undefined }],
  ["/a~1b/0", { label: "0", constraintText: undefined }],
];

test("a field shows its facts, and what is said of its place", () =>
  forEach(fields, ([pointer]) => pointer, ([pointer, expected]) => {
    const props = formFieldProps(createReplicationSet, pointer, issues);
    for (const [name, text] of Object.entries(expected)) {
      if (text instanceof RegExp) assert.match(props[name], text);
      else assert.equal(props[name], text, name);
    }
    const markup = formField(props);
    for (const text of Object.values(props).filter(Boolean)) assert.ok(markup.includes(escaped(text)), text);
  }));

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");

test("what is inside is told with the way to it, where that is wanted", () => {
  const { errorText, warningText } = formFieldProps(createReplicationSet, "/tags", issues, { below: true });
  assert.equal(errorText, `Tag 1, Value: ${messageAt("/tags/0/Value")} Tag 3, Key: ${messageAt("/tags/2/Key")}`);
  assert.equal(warningText, `Tag 2, Key: ${messageAt("/tags/1/Key")}`);
  const whole = [{ severity: "error", pointer: "/tags", message: "Whole." }, { severity: "error", pointer: "/tagsOfOthers", message: "Other." }];
  assert.equal(formFieldProps(createReplicationSet, "/tags", whole, { below: true }).errorText, "Whole.");
});

test("what is optional is called so in the words of the page, or not at all", () => {
  const labelled = (options) => formFieldProps(replicateKey, "/Description", [], options).label;
  assert.deepEqual(
    [labelled(), labelled({}), labelled({ optional: "freiwillig" }), labelled({ optional: "" })],
    ["Description - optional", "Description - optional", "Description - freiwillig", "Description"],
  );
});

test("every field of every form has a label, and no text with a gap", () => {
  const pointers = operations.flatMap((operation) =>
    operation.form.fields.flatMap(({ path, key, columns = [] }) => [
      [operation, `/${path}`],
      ...[key, ...columns].filter(Boolean).map((cell) => [operation, `/${path}/0/${cell.path.at(-1) ?? cell.label}`]),
    ]),
  );
  forEach(pointers, ([{ name }, pointer]) => `${name} ${pointer}`, ([operation, pointer]) => {
    const texts = Object.values(formFieldProps(operation, pointer)).filter((text) => text !== undefined);
    for (const text of texts) assert.ok(text.length > 2 && !/undefined|null|\[object/.test(text), text);
    assert.doesNotMatch(formFieldProps(operation, pointer).label, /^[a-z]/, "a label of the form, not a name");
  });
});

const TAGS = [[createReplicationSet, "/tags", "Key", "Value"], [replicateKey, "/Tags", "TagKey", "TagValue"]];

test("tags of the editor are rows, and rows are tags", () =>
  forEach(TAGS, ([{ name }]) => name, ([operation, pointer, key, value]) => {
    const rows = [{ [key]: "team.name", [value]: "orders" }, { [key]: "__proto__", [value]: "" }];
    const tags = [
      { key: "team.name", value: "orders", existing: false },
      { key: "__proto__", value: "", existing: false },
    ];
    assert.deepEqual(tagsOfRows(operation, pointer, rows), tags);
    assert.deepEqual(tagsOfRows(operation, pointer, [{}]), [{ key: "", value: "", existing: false }]);
    assert.deepEqual(tagsOfRows(operation, pointer, undefined), []);
    const removed = { key: "old", value: "x", existing: true, markedForRemoval: true };
    assert.deepEqual(rowsOfTags(operation, pointer, [...tags, removed]), rows);
  }));

/** Tags, and whether the editor complains of them. Where it does, the operation does as well. */
const judged = [
  ["team.name", "orders, payments", "", ""],
  ["aws:x", "", "awsPrefixError", "awsPrefixError"],
  ["k".repeat(129), "v".repeat(257), "maxKeyCharLengthError maxValueCharLengthError", "maxKeyCharLengthError maxValueCharLengthError"],
  ["größe", "日本{}", "invalidKeyError invalidValueError", ""],
];

test("the editor allows what the operation allows, and says why it does not", () =>
  forEach(judged, ([key, value]) => `${key} ${value}`, ([key, value, ...expected]) => {
    TAGS.forEach(([operation, pointer], index) => {
      const props = tagEditorProps(operation, pointer);
      const tags = [{ key, value, existing: false }];
      const markup = tagEditor({ ...props, tags });
      const errors = Object.entries(props.i18nStrings).filter(([name, text]) => /Error$/.test(name) && markup.includes(escaped(text)));
      assert.deepEqual(errors.map(([name]) => name).sort().join(" "), expected[index], operation.name);
      const member = pointer.slice(1);
      const complaints = operation.validateRows({ [member]: rowsOfTags(operation, pointer, tags) }).issues;
      const isRefused = complaints.some(({ severity, pointer: place }) => severity === "error" && place.startsWith(pointer));
      assert.equal(isRefused, expected[index] !== "", operation.name);
    });
  }));

/** Tags, and what is left to be said beside the editor. */
const beside = [
  [createReplicationSet, [["aws:x", ""], ["k".repeat(129), "v".repeat(257)], ["ö", "é"], ["a", ""], ["a", ""]], []],
  [replicateKey, [["AWS:x", ""], ["k".repeat(129), "v".repeat(257)], ["a", ""], ["a", ""]], []],
  [createReplicationSet, [["", ""], ["AWS:x", "é"]], ["/tags/0/Key too_short", "/tags/1/Key reserved_tag_key"]],
  [replicateKey, [["", "aws:x"], ["ö", "{}"]], ["/Tags/0/TagKey too_short", "/Tags/0/TagValue reserved_tag_value"]],
];

/** What the editor has to say of each code. */
const SAID = {
  too_long: ["maxKeyCharLengthError", "maxValueCharLengthError"],
  pattern_mismatch: ["awsPrefixError", "invalidKeyError", "invalidValueError"],
  reserved_prefix: ["awsPrefixError"],
  duplicate: ["duplicateKeyError"],
};

test("what the editor tells at its controls need not be told beside it, and all else is", () =>
  forEach(beside, ([, pairs]) => JSON.stringify(pairs), ([operation, pairs, expected]) => {
    const [, pointer] = TAGS.find(([{ name }]) => name === operation.name);
    const tags = pairs.map(([key, value]) => ({ key, value, existing: false }));
    const { issues } = operation.validateRows({ [pointer.slice(1)]: rowsOfTags(operation, pointer, tags) });
    const left = issuesBesideTagEditor(pointer, issues);
    const ofTags = left.filter((issue) => issue.pointer.startsWith(pointer));
    assert.deepEqual(ofTags.map(({ pointer, code }) => `${pointer} ${code}`), expected);
    const props = tagEditorProps(operation, pointer);
    const markup = tagEditor({ ...props, tags });
    for (const { code, pointer: place } of issues.filter((issue) => !left.includes(issue))) {
      assert.ok(place.startsWith(pointer), `${place} is no tag`);
      assert.ok(SAID[code].some((name) => markup.includes(escaped(props.i18nStrings[name]))), code);
    }
  }));

test("the editor says everything in words", () => {
  for (const [operation, pointer] of TAGS) {
    const { i18nStrings, tagLimit, allowedCharacterPattern } = tagEditorProps(operation, pointer);
    assert.equal(tagLimit, 50);
    assert.doesNotThrow(() => new RegExp(allowedCharacterPattern));
    const texts = Object.entries(i18nStrings).map(([name, text]) => [name, typeof text === "function" ? text(name === "removeButtonAriaLabel" ? { key: "team" } : 1, 50) : text]);
    for (const [name, text] of texts.filter(([name]) => !/Placeholder$/.test(name))) {
      assert.ok(text.length > 2 && !/undefined|NaN|null/.test(text), `${name}: ${text}`);
    }
    const empty = tagEditor({ ...tagEditorProps(operation, pointer), tags: [] });
    for (const text of [i18nStrings.addButton, i18nStrings.emptyTags, i18nStrings.tagLimit(50, 50)]) assert.ok(empty.includes(text), text);
    const full = tagEditor({ ...tagEditorProps(operation, pointer), tags: tagsOfRows(operation, pointer, Array(51).fill({})) });
    assert.ok(full.includes(i18nStrings.tagLimitExceeded(50)));
  }
});
