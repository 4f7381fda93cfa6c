// What an issue suggests, followed by its button.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TIMEOUT, visit } from "./support/chromium.mjs";

const ID = "mrk-1234abcd12ab34cd56ef1234567890ab";
const arn = (region, resource = `key/${ID}`) => `arn:aws:kms:${region}:111122223333:${resource}`;

const REGION = {
  operation: "ReplicateKey",
  others: [[arn("us-east-1"), "Key ID"]],
  into: ["Replica Region"],
  press: "Use eu-west-1",
  then: "eu-west-1",
};
const SET = { operation: "CreateReplicationSet", others: [["us-east-1", "Region 1", "Region"]] };

// Each kind: what is typed where, what the button says, and what stands there afterwards.
const KINDS = {
  "a zone for a Region": { ...REGION, type: "eu-west-1b" },
  "a Region in capitals": { ...REGION, type: "EU-WEST-1" },
  "a misspelt Region": { ...REGION, type: "eu-wset-1" },
  "dashes in the id of a multi-Region key": {
    operation: "ReplicateKey",
    type: "mrk-1234abcd-12ab-34cd-56ef-1234567890ab",
    into: ["Key ID"],
    press: `Use ${ID}`,
    then: ID,
  },
  "the ARN of an alias that is named like a multi-Region key": {
    operation: "ReplicateKey",
    type: arn("us-east-1", `alias/${ID}`),
    into: ["Key ID"],
    press: /^Use arn:aws:kms:us-east-1:111122223333:key\/mrk-.*…$/,
    then: arn("us-east-1"),
  },
  "a key of another Region": {
    ...SET,
    type: arn("eu-west-1"),
    into: ["Region 1", "SSE KMS key ID"],
    press: /^Use arn:aws:kms:us-east-1:/,
    then: arn("us-east-1"),
  },
  "the name that the service shows for its own key": {
    ...SET,
    type: "DefaultKey",
    into: ["Region 1", "SSE KMS key ID"],
    press: "Leave it out",
    then: "",
    said: "Region 1, SSE KMS key ID is left out.",
  },
  "a token that is easily repeated": {
    ...SET,
    type: "a",
    into: ["Client token"],
    press: "Leave it out",
    then: "",
    said: "Client token is left out.",
  },
  "an entry whose Region is a zone": {
    operation: "CreateReplicationSet",
    others: [[arn("us-east-1"), "Region 1", "SSE KMS key ID"]],
    type: "us-east-1a",
    into: ["Region 1", "Region"],
    press: "Use us-east-1",
    then: "us-east-1",
    said: "Region 1, Region is now us-east-1.",
  },
};

for (const [kind, { operation, others = [], type, into, press, then, said }] of Object.entries(KINDS)) {
  test(`${kind} is mended by a button, which can be undone`, { timeout: TIMEOUT }, async (t) => {
    const visitor = await visit(t, { hash: operation });
    const { page, control, findings, check } = visitor;
    for (const [text, ...names] of others) await (await control(...names)).fill(text);
    const field = await control(...into);
    const hasFocus = () => field.evaluate((element) => document.activeElement === element);
    const here = async () => (await findings()).filter(({ at }) => at === into.join(", "));
    await field.fill(type);
    await check();
    const [issue] = await here();
    assert.ok(issue);
    const buttons = page.locator(".fields button.act");
    assert.equal(await buttons.count(), 1);
    const [label, about] = await buttons.evaluate((button) => [...button.childNodes].map((node) => node.textContent));
    assert.match(label, press instanceof RegExp ? press : new RegExp(`^${press}$`));
    assert.equal(about, ` (${into.join(", ")})`);

    for (const place of [".fields", ".summary"]) {
      await page.click(`${place} button.act`);
      assert.equal(await field.inputValue(), then);
      assert.deepEqual(await here(), []);
      assert.equal(await hasFocus(), true);
      if (said) await visitor.said(said);
      else await page.waitForFunction(() => /is now/.test(document.getElementById("announcer").textContent));
      for (const [text, ...names] of others) assert.equal(await (await control(...names)).inputValue(), text);

      await (await control("Undo")).click();
      assert.equal(await field.inputValue(), type);
      assert.equal((await here())[0].code, issue.code);
      assert.equal(await hasFocus(), true);
      assert.equal(await page.locator(".fields .notice:visible").count(), 0);
    }
  });
}

test("nothing is lost that the form holds and no request can", { timeout: TIMEOUT }, async (t) => {
  const { page, control, findings, preview, check } = await visit(t, { hash: "CreateReplicationSet" });
  const rows = [
    ["us-east-1a", arn("us-east-1")],
    ["", arn("eu-west-1")],
    ["us-east-1a", "unfinished"],
  ];
  for (const [index, [region, key]] of rows.entries()) {
    if (index) await (await control("Add Region")).click();
    await (await control(`Region ${index + 1}`, "Region")).fill(region);
    await (await control(`Region ${index + 1}`, "SSE KMS key ID")).fill(key);
  }
  for (const number of [1, 2]) {
    await (await control("Add tag")).click();
    await (await control(`Tag ${number}`, "Value")).fill(`of no key ${number}`);
  }
  const held = () => page.$$eval(".row input", (inputs) => inputs.map(({ value }) => value));
  const tags = ["", "of no key 1", "", "of no key 2"];
  assert.deepEqual(await held(), [...rows.flat(), ...tags]);
  await check();
  await (await control("Region 1", "Use us-east-1")).click();
  rows[0][0] = "us-east-1";
  assert.deepEqual(await held(), [...rows.flat(), ...tags]);
  assert.deepEqual(Object.keys(JSON.parse((await preview()).input).regions).sort(), ["", "us-east-1", "us-east-1a"]);

  // The other row with that zone has now an issue of its own; the name that would mend it is taken.
  const [third] = (await findings()).filter(({ at }) => at === "Region 3, Region");
  assert.equal(third.code, "invalid_identifier");
  assert.equal(await page.locator(".fields button.act").count(), 0);

  await page.reload();
  await page.waitForSelector("#columns", { state: "visible" });
  assert.deepEqual(await held(), [...rows.flat(), ...tags]);
});

test("what was done stands at the field until something else is typed", { timeout: TIMEOUT }, async (t) => {
  const { page, control, load } = await visit(t, { hash: "ReplicateKey" });
  await load("Only what is required");
  const shown = () => page.locator(".notice:visible").allTextContents();
  const region = await control("Replica Region");
  await region.fill("us-west-2a");
  await page.keyboard.press("Tab");
  await (await control("Use us-west-2")).click();
  assert.deepEqual(await shown(), ["Loaded: Only what is required. Undo", "Replica Region is now us-west-2. Undo"]);
  await page.keyboard.press("End");
  await page.keyboard.type("b");
  assert.deepEqual(await shown(), ["Loaded: Only what is required. Undo"]);
  await page.keyboard.press("Tab");
  assert.equal(await (await control("Use us-west-2")).isVisible(), true);
});

test("by keyboard: from the field to its button, and back", { timeout: TIMEOUT }, async (t) => {
  const { page, control } = await visit(t, { hash: "ReplicateKey" });
  const region = await control("Replica Region");
  await region.focus();
  await page.keyboard.type("EU-WEST-1");
  await page.keyboard.press("Tab");
  for (const name of ["Why", "Use eu-west-1"]) {
    await page.keyboard.press("Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement.firstChild.textContent), name);
  }
  await page.keyboard.press("Enter");
  assert.equal(await region.evaluate((element) => document.activeElement === element), true);
  assert.equal(await region.inputValue(), "eu-west-1");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Undo");
  await page.keyboard.press("Enter");
  assert.equal(await region.inputValue(), "EU-WEST-1");
});

test("suggestions for pasted JSON change the JSON", { timeout: TIMEOUT }, async (t) => {
  const { page, control, said, preview } = await visit(t, { hash: "ReplicateKey" });
  const area = page.locator(".paste textarea");
  const press = async (label) => page.locator(".paste button.act", { hasText: label }).click();
  const others = { KeyId: arn("us-east-1"), ReplicaRegion: "EU-WEST-1", Policy: "" };
  const tags = [{ TagKey: "a", TagValue: "b" }];
  const given = { ...others, Tag: tags };
  await page.click(".paste > summary");
  await area.fill(JSON.stringify(given, null, "\t"));
  await (await control("Check this text")).click();

  await press("Call it Tags");
  await said("Changed: Call it Tags. Does not pass: 2 errors.");
  assert.equal(await area.evaluate((element) => document.activeElement === element), true);
  assert.equal(await area.inputValue(), JSON.stringify({ ...others, Tags: tags }, null, "\t"));
  await (await control("Undo")).click();
  assert.equal(await area.inputValue(), JSON.stringify(given, null, "\t"));

  await press("Call it Tags");
  await press("Leave it out");
  await press("Use eu-west-1");
  assert.equal(await page.textContent(".paste .verdict"), "Passes every check.");
  const mended = { KeyId: given.KeyId, ReplicaRegion: "eu-west-1", Tags: tags };
  assert.equal(await area.inputValue(), JSON.stringify(mended, null, "\t"));
  await (await control("Load it into the form")).click();
  assert.deepEqual(JSON.parse((await preview()).input), mended);
});
