// What the module that validates does for forms, as browsers have it: bundles without the full module.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as everything from "xregion";
import { bundlers, run } from "./bundlers.mjs";
import { forEach, passing } from "./support.mjs";

const fileOf = (name) => fileURLToPath(new URL(name, import.meta.resolve("xregion/package.json")));

const { deflated: full } = await import(fileOf("full-inline.js"));
const { deflated: lean } = await import(fileOf("inline.js"));

/** What a program exports, and the size of its bundle. It holds the module that validates, and not the full one. */
async function loaded(t, title, program) {
  const bundle = await bundlers.esbuild(program, { platform: "browser" });
  assert.ok(bundle.includes(lean), "the module that validates");
  assert.ok(!bundle.includes(full.slice(0, 100)), "the full module");
  t.diagnostic(`${title}: ${bundle.length} bytes, ${gzipSync(bundle, { level: 9 }).length} by gzip`);
  return run(bundle);
}

const told = ({ issues }) => issues.map(({ pointer, code }) => `${pointer} ${code}`);

const cycle = [];
cycle.push(cycle);

/** Rows of each sort: what passes, what does not, what JSON cannot carry, and what is none. */
const VALUES = [
  { clientToken: "", regions: [{ Region: "eu-west-1", sseKmsKeyId: "" }], tags: [{ Key: "__proto__", Value: "x" }, { Key: "a.b" }] },
  { regions: [{ Region: "eu-west-1" }, { Region: "us-east-1a" }], tags: [{ Key: "é\n\"\\", Value: "" }, { Key: "a", value: 1 }, { Key: "a" }] },
  { regions: [{}, { Region: "" }, { Region: 5 }, "us-east-1", null], tags: [] },
  { regions: { "us-east-1": {} }, tags: {}, x: [1.5, -0, 1e21, true, null, "\u2028"] },
  { regions: [{ Region: "eu-west-1", sseKmsKeyId: "DefaultKey", x: { y: [] } }], Regions: [] },
  { regions: [{ Region: "\ud800" }], tags: [{ Key: "a", Value: "\udfff" }, { Key: "b", Value: "\ud83d\ude00" }] },
  { regions: [{ Region: "eu-west-1" }], tags: [{ Key: 5n, Value: () => {} }, new Date(NaN), cycle] },
  { regions: [{ Region: "eu-west-1" }], get tags() { throw new Error("no"); } },
  { regions: cycle, tags: Symbol("x") },
  [[[]]],
  "x",
  5n,
  undefined,
  null,
];

const ROWS = `
  import { createReplicationSet, loadHouseRules } from "xregion";
  export { createReplicationSet, loadHouseRules };
`;

test("rows are read, made and judged as with the full module", async (t) => {
  const { createReplicationSet, loadHouseRules } = await loaded(t, "one operation", ROWS);
  // Only the full module knows house rules: with them it judges.
  const house = everything.loadHouseRules({ name: "n" });
  assert.throws(() => loadHouseRules({ name: "n" }), { name: "EngineError", code: "not_in_module" });
  const others = everything.createReplicationSet;
  forEach(VALUES, (rows) => String(rows?.toString ?? rows), (rows) => {
    for (const name of ["fromRows", "toRows"]) {
      assert.deepEqual(createReplicationSet[name](rows), others[name](rows), name);
    }
    assert.deepEqual(createReplicationSet.validateRows(rows), others.validateRows(rows, { house }));
  });
});

test("what is said of rows, and what they stand for", async (t) => {
  const { createReplicationSet } = await loaded(t, "one operation", ROWS);
  const expected = [
    [],
    ["/regions/1/Region invalid_identifier", "/tags/0/Key pattern_mismatch", "/tags/1/value unknown_field", "/tags/2/Key duplicate"],
    ["/regions/0/Region invalid_identifier", "/regions/1/Region duplicate", "/regions/2/Region wrong_type", "/regions/3 wrong_type", "/regions/4 wrong_type"],
    ["/tags too_few", "/x unknown_field"],
    ["/Regions unknown_field", "/regions/0/sseKmsKeyId default_key_name", "/regions/0/x unknown_field"],
    ["/regions/0/Region invalid_unicode", "/tags/0/Value invalid_unicode", "/tags/1/Value pattern_mismatch"],
    ["/tags/0/Key wrong_type", "/tags/1 wrong_type", "/tags/2 wrong_type"],
    ["/tags wrong_type"],
    ["/regions/0 wrong_type", "/tags wrong_type"],
    ...Array(5).fill([" wrong_type"]),
  ];
  VALUES.forEach((rows, index) => assert.deepEqual(told(createReplicationSet.validateRows(rows)), expected[index], String(index)));
  const { ok, value } = createReplicationSet.validateRows(VALUES[0]);
  assert.equal(ok, true);
  assert.deepEqual(Object.entries(value.tags), [["__proto__", "x"], ["a.b", ""]]);
  assert.deepEqual(createReplicationSet.toRows(value).tags, [VALUES[0].tags[0], { Key: "a.b", Value: "" }]);
  assert.deepEqual(createReplicationSet.fromRows(VALUES[5]).input.tags, { a: "\udfff", b: "\ud83d\ude00" });
  const half = { regions: {}, tags: { "\ud800": "x" } };
  assert.deepEqual(createReplicationSet.toRows(half), { regions: [], tags: half.tags });
});

test("rowsSchema and the resolver of react-hook-form", async (t) => {
  const { createReplicationSet, xregionResolver, issuesOf } = await loaded(
    t,
    "with react-hook-form",
    `export { createReplicationSet } from "xregion"; export * from "xregion/react-hook-form";`,
  );
  const [sound, broken] = VALUES;
  const schema = createReplicationSet.rowsSchema({ region: "eu-west-1" })["~standard"];
  const { value } = schema.validate(sound);
  assert.deepEqual(Object.keys(value), ["regions", "tags"]);
  assert.deepEqual(told(schema.validate(broken)), told(createReplicationSet.validateRows(broken)));
  const resolver = xregionResolver(createReplicationSet);
  assert.deepEqual(resolver(sound, undefined, { fields: {} }).values, value);
  const { errors } = resolver(broken, undefined, { fields: {} });
  assert.deepEqual(issuesOf(errors).length, 4);
  assert.equal(errors.tags[2].Key.type, "duplicate");
});

test("the judge of bindForm, and the form that it looks at", async (t) => {
  const { bindForm, replicateKey, judgeOf } = await loaded(
    t,
    "with dom",
    `
      export { replicateKey } from "xregion";
      export { bindForm } from "xregion/dom";
      export { judgeOf } from ${JSON.stringify(fileOf("dom-judge.js"))};
    `,
  );
  assert.equal(typeof bindForm, "function");
  assert.deepEqual(replicateKey.form, everything.replicateKey.form);
  const rows = { ...passing.ReplicateKey, Tags: [{ TagKey: "", TagValue: "" }, { TagKey: "", TagValue: "" }] };
  const { judge } = judgeOf(replicateKey, () => ({ region: "us-east-1" }));
  const refused = judge(rows);
  assert.deepEqual(told(refused), ["/Tags/0/TagKey too_short", "/Tags/1/TagKey too_short"]);
  assert.deepEqual(refused.draft.input, rows);
  const { ok, request, input } = judge(passing.ReplicateKey);
  assert.deepEqual([ok, request.input, input], [true, passing.ReplicateKey, passing.ReplicateKey]);
});

test("what Cloudscape says around a control", async (t) => {
  const { createReplicationSet, formFieldProps, rowsOfTags } = await loaded(
    t,
    "with cloudscape",
    `export { createReplicationSet } from "xregion"; export * from "xregion/cloudscape";`,
  );
  const { issues } = createReplicationSet.validateRows(VALUES[1]);
  const { label, errorText } = formFieldProps(createReplicationSet, "/regions/1/Region", issues);
  assert.deepEqual([label, errorText], ["Region", "Must be a Region code such as us-east-1."]);
  assert.deepEqual(rowsOfTags(createReplicationSet, "/tags", [{ key: "k", value: "v" }]), [{ Key: "k", Value: "v" }]);
});

test("a form is asked for by an import of its own, which needs no module", async (t) => {
  const program = 'export { replicateKey, operations } from "xregion";';
  const { replicateKey } = await loaded(t, "all operations", program);
  assert.throws(() => replicateKey.form, { name: "EngineError", code: "no_form", message: /import "xregion\/form"$/ });
  const { operations } = await loaded(t, "with form", `import "xregion/form"; ${program}`);
  forEach(operations, ({ name }) => name, ({ name, form }) => {
    assert.deepEqual(form, everything.operations.find((operation) => operation.name === name).form);
  });
  const alone = await bundlers.esbuild('import "xregion/form";', { platform: "browser" });
  assert.ok(!alone.includes("WebAssembly"), String(alone.length));
});
