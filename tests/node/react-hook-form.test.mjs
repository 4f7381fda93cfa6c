// xregion/react-hook-form inside the library itself, without a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFormControl } from "react-hook-form";
import { createReplicationConfiguration, createReplicationSet, loadHouseRules, replicateKey } from "xregion";
import { issuesOf, xregionResolver } from "xregion/react-hook-form";
import { forEach, isError, sorted } from "./support.mjs";

const sound = {
  clientToken: "",
  regions: [{ Region: "us-east-1", sseKmsKeyId: "" }, { Region: "eu-west-1", sseKmsKeyId: "" }],
  tags: [{ Key: "team.name", Value: "orders" }],
};

/** A form with a control for each name, as a page would register them. */
function formOf(resolver, defaultValues, { names = [], ...options } = {}) {
  const form = createFormControl({ resolver, defaultValues, ...options });
  const focused = [];
  const said = [];
  for (const name of names) {
    form.register(name).ref({
      name,
      type: "text",
      value: form.getValues(name),
      focus: () => focused.push(name),
      setCustomValidity: (text) => said.push(`${name}: ${text}`),
      reportValidity() {},
    });
  }
  /** What `handleSubmit` calls back with. */
  const submit = async () => {
    let outcome;
    await form.handleSubmit(
      (values) => (outcome = { values }),
      (errors) => (outcome = { errors }),
    )();
    return outcome;
  };
  return { form, submit, focused, said };
}

const errorAt = (errors, path) => path.split(".").reduce((inner, step) => inner?.[step], errors);

test("rows that pass are submitted as the input that they stand for, keys with dots in them", async () => {
  const { submit } = formOf(xregionResolver(createReplicationSet), sound);
  assert.deepEqual(await submit(), {
    values: { regions: { "us-east-1": {}, "eu-west-1": {} }, tags: { "team.name": "orders" } },
  });
});

/** The errors in those of a form, each as its place and its type. */
const placesOf = (errors, place = []) => [
  ...(typeof errors.type === "string" ? [`${place.join(".")} ${errors.type}`] : []),
  ...Object.entries(errors)
    .filter(([name]) => typeof errors.type !== "string" || name === "root")
    .flatMap(([name, inner]) => placesOf(inner, [...place, name])),
];

/** Rows, and the errors of the form. */
const refused = [
  [createReplicationSet, { ...sound, regions: [] }, ["regions.root too_few"]],
  [
    createReplicationSet,
    { regions: [...sound.regions, { Region: "us-east-1" }], tags: [sound.tags[0], { Key: "team.name" }, { Key: "aws:x" }] },
    ["regions.2.Region duplicate", "tags.1.Key duplicate", "tags.2.Key pattern_mismatch"],
  ],
  [
    createReplicationSet,
    JSON.parse('{"regions":[{"Region":"us-east-1"}],"__proto__":{},"constructor":1}'),
    ["__proto__ unknown_field", "constructor unknown_field"],
  ],
  [createReplicationSet, 5, ["root wrong_type"]],
  [createReplicationConfiguration, { SourceFileSystemId: "fs-0123456789abcdef0" }, ["Destinations missing_required"]],
  [
    createReplicationConfiguration,
    { SourceFileSystemId: "fs-0123456789abcdef0", Destinations: [{ Region: "x y" }, 5] },
    ["Destinations.0.Region pattern_mismatch", "Destinations.1 wrong_type", "Destinations.root too_many"],
  ],
];

test("each place has its errors, by their codes", () => {
  forEach(refused, ([, rows]) => JSON.stringify(rows), ([operation, rows, expected]) => {
    const { values, errors } = xregionResolver(operation)(rows, undefined, { fields: {} });
    assert.deepEqual(values, {});
    assert.deepEqual(placesOf(errors).sort(), expected);
    const found = operation.validateRows(rows).issues.filter(isError);
    assert.deepEqual(sorted(issuesOf(errors).map(({ pointer }) => pointer)), sorted(found.map(({ pointer }) => pointer)));
  });
});

test("all issues of a place are told, those with one code as a list", () => {
  const issue = (code, message) => ({ code, message, severity: "error", path: ["KeyId"], pointer: "/KeyId" });
  const issues = [issue("too_long", "a"), issue("wrong_type", "b"), issue("too_long", "c"), issue("too_long", "d")];
  const operation = { validateRows: () => ({ ok: false, issues }) };
  const { errors } = xregionResolver(operation)({ KeyId: "x" }, undefined, { fields: {} });
  assert.deepEqual(errors, {
    KeyId: { type: "too_long", message: "a", types: { too_long: ["a", "c", "d"], wrong_type: "b" }, issues },
  });
  assert.deepEqual(issuesOf(errors.KeyId), issues);
  // Errors of others, as a server's, are none of ours.
  forEach([undefined, {}, { KeyId: { type: "server", message: "x", ref: { issues: 1 } } }], String, (none) => {
    assert.deepEqual(issuesOf(none), []);
  });
});

test("issues are said in the words of the page", () => {
  const messageOf = ({ code, params }) => `${code} (${params.min})`;
  const rows = { KeyId: "", ReplicaRegion: "eu-west-1" };
  const { errors } = xregionResolver(replicateKey, { messageOf })(rows, undefined, { fields: {} });
  assert.deepEqual([errors.KeyId.message, errors.KeyId.types], ["too_short (1)", { too_short: "too_short (1)" }]);
});

test("a field speaks as it is typed into, where the form wants that, and others are silent", async () => {
  const names = ["tags.0.Key", "tags.0.Value"];
  const rows = { ...sound, tags: [{ Key: "", Value: "é" }] };
  const { form } = formOf(xregionResolver(createReplicationSet), rows, { names, mode: "onChange" });
  const type = (name, value) => form.register(name).onChange({ type: "change", target: { name, value } });
  const typeAt = (name) => form.getFieldState(name).error?.type;
  await type("tags.0.Key", "aws:team");
  assert.deepEqual([typeAt("tags.0.Key"), typeAt("tags.0.Value")], ["pattern_mismatch", undefined]);
  await type("tags.0.Key", "team.name");
  assert.deepEqual([typeAt("tags.0.Key"), typeAt("tags.0.Value")], [undefined, undefined]);
  await type("tags.0.Value", "ü");
  assert.deepEqual([typeAt("tags.0.Key"), typeAt("tags.0.Value")], [undefined, "pattern_mismatch"]);
});

test("a form that is refused shows its errors, and goes to the first control with one", async () => {
  const rows = { ...sound, tags: [{ Key: "team.name", Value: "é" }, { Key: "team.name", Value: "" }] };
  const names = ["regions.0.Region", "tags.0.Key", "tags.0.Value", "tags.1.Key"];
  const { form, submit, focused } = formOf(xregionResolver(createReplicationSet), rows, { names });
  const { errors } = await submit();
  assert.equal(errorAt(errors, "tags.0.Value").type, "pattern_mismatch");
  assert.equal(errorAt(errors, "tags.1.Key").type, "duplicate");
  assert.equal(errorAt(errors, "tags.1.Key").ref.name, "tags.1.Key");
  assert.equal(errorAt(errors, "tags.0.Key"), undefined);
  assert.deepEqual(issuesOf(errors).map(({ pointer }) => pointer), ["/tags/0/Value", "/tags/1/Key"]);
  assert.deepEqual(focused, ["tags.0.Value"]);
  assert.deepEqual(form.getFieldState("tags.0.Value").error, errorAt(errors, "tags.0.Value"));
});

test("a list that has too few has its error at its root, and loses it", async () => {
  const { form } = formOf(xregionResolver(createReplicationSet), { ...sound, regions: [] });
  assert.equal(await form.trigger("regions"), false);
  assert.equal(form.getFieldState("regions.root").error.type, "too_few");
  form.setValue("regions", sound.regions);
  assert.equal(await form.trigger("regions"), true);
  assert.equal(form.getFieldState("regions").error, undefined);
});

test("a field that is mended loses its error, and others keep theirs", async () => {
  const names = ["KeyId", "ReplicaRegion"];
  const { form } = formOf(xregionResolver(replicateKey), { KeyId: "", ReplicaRegion: "x" }, { names });
  assert.equal(await form.trigger(), false);
  form.setValue("ReplicaRegion", "eu-west-1");
  assert.equal(await form.trigger("ReplicaRegion"), true);
  assert.equal(form.getFieldState("ReplicaRegion").error, undefined);
  assert.equal(form.getFieldState("KeyId").error.type, "too_short");
});

test("warnings are told beside the errors, and keep nothing back", async () => {
  const resolver = xregionResolver(createReplicationSet);
  const { subscribe, getSnapshot } = resolver.warnings;
  let told = 0;
  const stop = subscribe(() => (told += 1));
  assert.deepEqual(getSnapshot(), []);
  const { form, submit } = formOf(resolver, { ...sound, tags: [{ Key: "AWS:x", Value: "" }] });
  assert.ok((await submit()).values);
  const codes = () => getSnapshot().map(({ pointer, severity }) => `${severity} ${pointer}`);
  assert.deepEqual([codes(), told], [["warning /tags/0/Key"], 1]);
  const before = getSnapshot();
  await form.trigger();
  assert.deepEqual([getSnapshot() === before, told], [true, 1], "the same warnings are the same list");
  form.setValue("tags", []);
  await form.trigger();
  assert.deepEqual([codes(), told], [[], 2]);
  stop();
  form.setValue("tags", [{ Key: "AWS:x", Value: "" }]);
  await form.trigger();
  assert.deepEqual([codes(), told], [["warning /tags/0/Key"], 2]);
});

test("what is known is known to the resolver, and the form adds to it", () => {
  const rows = { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "us-east-1" };
  const house = loadHouseRules({ name: "Ours", replicaRegions: { Ours: { allowed: ["eu-west-1"] } } });
  for (const [known, added, expected] of [
    [undefined, undefined, undefined],
    [{ region: "us-east-1" }, undefined, "same_region"],
    [undefined, { region: "us-east-1" }, "same_region"],
    [{ region: "us-east-1" }, { region: "eu-west-1" }, undefined],
    [{ region: "us-east-1", rules: { same_region: "off" } }, undefined, undefined],
    [{ house }, { region: "us-west-2" }, "house_rule"],
  ]) {
    const { errors } = xregionResolver(replicateKey, known)(rows, added, { fields: {} });
    assert.equal(errors.ReplicaRegion?.type, expected, JSON.stringify([known, added]));
  }
});

test("the browser's own messages are used where the form wants them", async () => {
  const names = ["KeyId", "ReplicaRegion"];
  const options = { names, shouldUseNativeValidation: true };
  const { form, said } = formOf(xregionResolver(replicateKey), { KeyId: "", ReplicaRegion: "eu-west-1" }, options);
  await form.trigger();
  const { message } = replicateKey.validateRows({ KeyId: "", ReplicaRegion: "eu-west-1" }).issues[0];
  assert.deepEqual(said, [`KeyId: ${message}`, "ReplicaRegion: "]);
});
