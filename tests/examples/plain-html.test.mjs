// A plain form, bound by xregion/dom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { replicateKey } from "xregion";
import { TIMEOUT, assertAccessible, visit, waitForDescription } from "./support.mjs";

const KeyId = "mrk-1234abcd12ab34cd56ef1234567890ab";

const messageOf = (rows, pointer) =>
  replicateKey.validateRows(rows, { region: "us-east-1" }).issues.find((issue) => issue.pointer === pointer).message;

test("a wrong value is told at its field, and what passes becomes a request", { timeout: TIMEOUT }, async (t) => {
  const page = await visit(t, "plain-html");
  const control = (name, index = 0) => page.getByRole("textbox", { name, exact: true }).nth(index);
  const region = page.getByLabel("Region of the replica");
  const show = page.getByRole("button", { name: "Show the request" });
  const command = page.getByRole("status");
  await assertAccessible(page, "empty");

  await control("Multi-Region primary key").fill(KeyId);
  await region.fill("us-east-1");
  await show.click();
  const same = messageOf({ KeyId, ReplicaRegion: "us-east-1" }, "/ReplicaRegion");
  await waitForDescription(page, region, same);
  assert.equal(await region.getAttribute("aria-invalid"), "true");
  await page.waitForFunction((element) => element === document.activeElement, await region.elementHandle());
  await assertAccessible(page, "with an error");
  assert.equal(await command.innerText(), "");

  await region.fill("eu-west-1");
  await waitForDescription(page, region, same, false);
  await page.getByRole("button", { name: "Add a tag" }).click();
  await control("Key").fill("aws:team.name");
  await show.click();
  const Tags = [{ TagKey: "aws:team.name", TagValue: "" }];
  await waitForDescription(page, control("Key"), messageOf({ KeyId, ReplicaRegion: "eu-west-1", Tags }, "/Tags/0/TagKey"));
  await assertAccessible(page, "with an error of a tag");

  await control("Key").fill("team.name");
  await control("Value").fill("orders");
  await assertAccessible(page, "mended");
  await show.click();
  await command.getByText("aws kms replicate-key").waitFor();
  assert.match(await command.innerText(), /--replica-region eu-west-1 --tags TagKey=team\.name,TagValue=orders/);
  await assertAccessible(page, "submitted");
});
