// TanStack Form, over the Standard Schema of rows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { replicateSecretToRegions } from "xregion";
import { TIMEOUT, assertAccessible, visit, waitForDescription } from "./support.mjs";

const messageOf = (rows, pointer) =>
  replicateSecretToRegions.validateRows(rows).issues.find((issue) => issue.pointer === pointer).message;

test("a wrong value is told at its field, and what passes becomes a request", { timeout: TIMEOUT }, async (t) => {
  const page = await visit(t, "tanstack-form");
  const secret = page.getByRole("textbox", { name: "Secret ID" });
  const region = (index) => page.getByRole("textbox", { name: "Region", exact: true }).nth(index);
  const overwrite = page.getByRole("checkbox");
  const show = page.getByRole("button", { name: "Show the request" });
  const command = page.getByRole("status");
  await assertAccessible(page, "empty");

  await secret.fill("orders");
  await region(0).fill("Ireland");
  await show.click();
  const notRegion = messageOf({ SecretId: "orders", AddReplicaRegions: [{ Region: "Ireland" }] }, "/AddReplicaRegions/0/Region");
  await waitForDescription(page, region(0), notRegion);
  assert.equal(await region(0).getAttribute("aria-invalid"), "true");
  await region(0).fill("eu-west-1");
  await waitForDescription(page, region(0), notRegion, false);
  await page.getByRole("button", { name: /^Add / }).click();
  await region(1).fill("eu-west-1");
  await show.click();
  const rows = { SecretId: "orders", AddReplicaRegions: [{ Region: "eu-west-1" }, { Region: "eu-west-1" }] };
  await waitForDescription(page, region(1), messageOf(rows, "/AddReplicaRegions/1/Region"));
  await assertAccessible(page, "with errors");
  assert.equal(await command.innerText(), "");

  await region(1).fill("eu-central-1");
  await overwrite.check();
  const warned = messageOf({ ...rows, ForceOverwriteReplicaSecret: true }, "/ForceOverwriteReplicaSecret");
  await waitForDescription(page, overwrite, warned);
  await assertAccessible(page, "mended, with a warning");
  await show.click();
  await command.getByText("aws secretsmanager").waitFor();
  assert.match(await command.innerText(), /--add-replica-regions Region=eu-west-1 Region=eu-central-1/);
  await assertAccessible(page, "submitted");
});
