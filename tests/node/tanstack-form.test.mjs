// Rows as a Standard Schema, inside TanStack Form, without a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FormApi } from "@tanstack/form-core";
import { createReplicationSet, replicateKey, replicateSecretToRegions } from "xregion";
import { forEach, passing } from "./support.mjs";

/** A form with a field for each name, as a page would mount them. */
function formOf(schema, defaultValues) {
  const submitted = [];
  const form = new FormApi({
    defaultValues,
    validators: { onChange: schema },
    onSubmit: ({ value }) => void submitted.push(value),
  });
  form.mount();
  return { form, submitted, errorsAt: (name) => form.getFieldMeta(name)?.errors ?? [] };
}

const sound = {
  clientToken: "",
  regions: [{ Region: "us-east-1", sseKmsKeyId: "" }, { Region: "eu-west-1", sseKmsKeyId: "" }],
  tags: [{ Key: "team.name", Value: "orders" }],
};

/** Rows, and the fields that have an error of a code. */
const cases = [
  [createReplicationSet, { ...sound, regions: [...sound.regions, { Region: "us-east-1" }] }, { "regions[2].Region": ["duplicate"] }],
  [
    createReplicationSet,
    { ...sound, tags: [{ Key: "team.name", Value: "é" }, { Key: "team.name", Value: "" }] },
    { "tags[0].Value": ["pattern_mismatch"], "tags[1].Key": ["duplicate"] },
  ],
  [createReplicationSet, { ...sound, regions: [] }, { regions: ["too_few"] }],
  [replicateSecretToRegions, { SecretId: "", AddReplicaRegions: [{ Region: "x", KmsKeyId: "" }] }, { SecretId: ["too_short"], "AddReplicaRegions[0].Region": ["pattern_mismatch"] }],
];

test("issues are at the fields of the rows, whole", () =>
  forEach(cases, ([{ name }, rows]) => `${name} ${JSON.stringify(rows)}`, ([operation, rows, expected]) => {
    const { form, errorsAt } = formOf(operation.rowsSchema(), rows);
    form.validateSync("change");
    assert.equal(form.state.isValid, false);
    const { issues } = operation.validateRows(rows);
    for (const [name, codes] of Object.entries(expected)) {
      assert.deepEqual(errorsAt(name).map(({ code }) => code), codes, name);
      for (const error of errorsAt(name)) assert.ok(issues.some((issue) => issue.pointer === error.pointer && issue.message === error.message), name);
    }
    const fields = Object.keys(form.state.fieldMeta).filter((name) => errorsAt(name).length > 0);
    assert.deepEqual(fields.sort(), Object.keys(expected).sort());
  }));

test("a field that is mended loses its error, and the form is submitted", async () => {
  const { form, submitted, errorsAt } = formOf(createReplicationSet.rowsSchema(), { ...sound, tags: [{ Key: "aws:x", Value: "" }] });
  await form.handleSubmit();
  assert.deepEqual(submitted, []);
  assert.deepEqual(errorsAt("tags[0].Key").map(({ code }) => code), ["pattern_mismatch"]);
  form.setFieldValue("tags[0].Key", "team.name");
  assert.deepEqual(errorsAt("tags[0].Key"), []);
  await form.handleSubmit();
  const { input } = createReplicationSet.fromRows(submitted[0]);
  assert.deepEqual(input.tags, { "team.name": "" });
});

test("the schema gives out the input, takes a context, and holds no warning", () => {
  const schema = (operation, context) => operation.rowsSchema(context)["~standard"];
  const { version, vendor, validate } = schema(createReplicationSet);
  assert.deepEqual([version, vendor], [1, "xregion"]);
  const { issues } = createReplicationSet.validateRows({ ...sound, tags: [{ Key: "AWS:x", Value: "" }] });
  assert.deepEqual(issues.map(({ severity }) => severity), ["warning"]);
  assert.deepEqual(validate({ ...sound, tags: [{ Key: "AWS:x", Value: "" }] }), {
    value: { regions: { "us-east-1": {}, "eu-west-1": {} }, tags: { "AWS:x": "" } },
  });
  const rows = { ...passing.ReplicateKey, KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab" };
  assert.ok(schema(replicateKey).validate(rows).value);
  const [issue] = schema(replicateKey, { region: rows.ReplicaRegion }).validate(rows).issues;
  assert.deepEqual([issue.path, issue.code], [["ReplicaRegion"], "same_region"]);
});
