// react-hook-form and Cloudscape together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplicationSet } from "xregion";
import { TIMEOUT, assertAccessible, visit, waitForDescription } from "./support.mjs";

const messageOf = (rows, pointer) =>
  createReplicationSet.validateRows(rows).issues.find((issue) => issue.pointer === pointer).message;

test("a wrong value is told at its field, and what passes becomes a request", { timeout: TIMEOUT }, async (t) => {
  const page = await visit(t, "react");
  const region = (index) => page.getByRole("textbox", { name: "Region", exact: true }).nth(index);
  const key = (index) => page.getByRole("textbox", { name: "SSE KMS key ID" }).nth(index);
  const show = page.getByRole("button", { name: "Show the request" });
  const command = page.getByRole("status");
  await assertAccessible(page, "empty");

  await region(0).fill("us-east-1a");
  await show.click();
  const notRegion = messageOf({ regions: [{ Region: "us-east-1a" }] }, "/regions/0/Region");
  await waitForDescription(page, region(0), notRegion);
  assert.equal(await region(0).getAttribute("aria-invalid"), "true");
  await page.getByRole("button", { name: "Add Region" }).click();
  await region(1).fill("eu-west-1");
  await key(1).fill("alias/x");
  await show.click();
  await waitForDescription(page, key(1), messageOf({ regions: [{ Region: "eu-west-1", sseKmsKeyId: "alias/x" }] }, "/regions/0/sseKmsKeyId"));
  await page.waitForFunction((element) => element === document.activeElement, await region(0).elementHandle());
  await assertAccessible(page, "with errors");
  assert.equal(await command.innerText(), "");

  await region(0).fill("us-east-1");
  await waitForDescription(page, region(0), notRegion, false);
  await key(1).fill("");
  await assertAccessible(page, "mended");
  await show.click();
  await command.getByText("aws ssm-incidents").waitFor();
  assert.match(await command.innerText(), /us-east-1=\{\}/);
  await assertAccessible(page, "submitted");
});

test("tags with dots, errors of tags, and warnings that keep nothing back", { timeout: TIMEOUT }, async (t) => {
  const page = await visit(t, "react");
  const add = page.getByRole("button", { name: "Add tag" });
  const tag = (column, index) => page.getByRole("combobox", { name: column }).nth(index);
  const show = page.getByRole("button", { name: "Show the request" });
  const command = page.getByRole("status");
  const region = page.getByRole("textbox", { name: "Region", exact: true });
  await region.fill("eu-west-1");
  await add.click();
  await tag("Key", 0).fill("team.name");
  await tag("Value", 0).fill("größe");
  await page.keyboard.press("Escape");
  await show.click();
  await waitForDescription(page, tag("Value", 0), "Allowed are letters A to Z");
  await page.waitForFunction((element) => element === document.activeElement, await tag("Value", 0).elementHandle());
  assert.equal(await command.innerText(), "");
  await assertAccessible(page, "with an error of a tag");

  await tag("Value", 0).fill("orders");
  await waitForDescription(page, tag("Value", 0), "Allowed are letters A to Z", false);
  await page.keyboard.press("Escape");
  await show.click();
  await command.getByText("team.name").waitFor();
  assert.match(await command.innerText(), /--tags .*team\.name.*orders/);
  await assertAccessible(page, "submitted with a tag");

  await tag("Key", 0).fill("AWS:team");
  await page.keyboard.press("Escape");
  await page.getByText(`Tag 1, Key: ${messageOf({ tags: [{ Key: "AWS:team", Value: "" }] }, "/tags/0/Key")}`).waitFor();
  await tag("Key", 0).fill("team.name");
  await page.keyboard.press("Escape");
  await region.fill("eu-west-9");
  await waitForDescription(page, region, messageOf({ regions: [{ Region: "eu-west-9" }] }, "/regions/0/Region"));
  await assertAccessible(page, "with a warning");
  await show.click();
  await command.getByText("eu-west-9").waitFor();
});
