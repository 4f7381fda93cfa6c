// The page by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TIMEOUT, visit } from "./support/chromium.mjs";

// The name of what has the focus, as its label or its text says.
const focused = () => {
  const { labels, textContent, tagName, className } = document.activeElement;
  return labels?.[0]?.firstChild.textContent ?? (tagName === "DIV" ? className : textContent.trim());
};

async function keyboard(t, options) {
  const visitor = await visit(t, options);
  const { page } = visitor;
  const press = (key) => page.keyboard.press(key);
  const focus = () => page.evaluate(focused);
  async function tabTo(name, key = "Tab") {
    for (let tries = 0; tries < 80; tries++) {
      await press(key);
      if ((await focus()).startsWith(name)) return;
    }
    assert.fail(`${name} is not reached`);
  }
  return { ...visitor, press, focus, tabTo, write: (text) => page.keyboard.type(text) };
}

test("a form is chosen, filled, submitted, mended and submitted again", { timeout: TIMEOUT }, async (t) => {
  const { page, press, focus, tabTo, write, preview, findings } = await keyboard(t);
  await tabTo("Replicate key");
  await press("Enter");
  await page.waitForFunction(() => document.activeElement.matches("h2"));
  assert.equal(await focus(), "Replicate key");
  assert.equal(new URL(page.url()).hash, "#ReplicateKey");

  await tabTo("Key ID");
  await write("arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab");
  await tabTo("Replica Region");
  await write("us-east-1");
  await tabTo("Bypass policy lockout safety check");
  await press("Space");
  await tabTo("Leave out");
  await press("Enter");
  assert.equal(await focus(), "Bypass policy lockout safety check");
  await tabTo("Add tag");
  await press("Enter");
  assert.equal(await focus(), "Tag key");
  await write("team");
  await tabTo("Tag value");
  await write("orders");
  await press("Enter");

  assert.equal(await focus(), "summary fails");
  await tabTo("Replica Region");
  await press("Enter");
  assert.equal(await focus(), "Replica Region");
  assert.deepEqual(
    (await findings()).map(({ at, code }) => [at, code]),
    [["Replica Region", "same_region"]],
  );
  await press("Control+A");
  await write("eu-west-1");
  assert.deepEqual(await findings(), []);
  await press("Enter");

  const { verdict, input } = await preview();
  assert.equal(verdict, "Passes every check.");
  assert.deepEqual(JSON.parse(input), {
    KeyId: "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
    ReplicaRegion: "eu-west-1",
    Tags: [{ TagKey: "team", TagValue: "orders" }],
  });
});

// What the accessibility tree has of what has the focus, which is what a screen reader says.
async function heard(page) {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await session.send("Accessibility.getPartialAXTree", { ...result, fetchRelatives: false });
  await session.detach();
  const [{ role, name, description, properties }] = nodes;
  const valueOf = (property) => properties.find((candidate) => candidate.name === property)?.value.value;
  return {
    is: `${role.value} ${name.value}`,
    description: description?.value ?? "",
    invalid: valueOf("invalid"),
    required: valueOf("required"),
  };
}

test("what is wrong is heard where it is, and not before its time", { timeout: TIMEOUT }, async (t) => {
  const { page, press, tabTo, write, load, check } = await keyboard(t, { hash: "ReplicateKey" });
  const message = /^Error Must be a Region code such as us-east-1\./;
  const heardLast = async () => {
    const { description, ...others } = await heard(page);
    return { ...others, isSaid: message.test(description.replace(/.*(?=Error )/s, "")) };
  };
  const region = { is: "combobox Replica Region required", required: true };

  await tabTo("Replica Region");
  await write("us-east-1a");
  assert.deepEqual(await heardLast(), { ...region, invalid: "false", isSaid: false });
  await press("Tab");
  await tabTo("Replica Region", "Shift+Tab");
  assert.deepEqual(await heardLast(), { ...region, invalid: "true", isSaid: true });
  await press("End");
  await press("Backspace");
  assert.deepEqual(await heardLast(), { ...region, invalid: "false", isSaid: false });

  await press("Control+A");
  await press("Delete");
  await press("Enter");
  const summary = await heard(page);
  assert.match(summary.is, /^alert/);
  await tabTo("Key ID");
  await press("Enter");
  const key = await heard(page);
  assert.deepEqual([key.is, key.invalid, key.required], ["textbox Key ID required", "true", true]);
  assert.match(key.description, /Error Is required\./);

  await page.click('nav a[href="#CreateReplicationSet"]');
  await load("Broken: a key of another Region, a Region without a key, tags that are refused");
  await check();
  await tabTo("Regions");
  await press("Enter");
  const group = await heard(page);
  assert.equal(group.is, "group Regions required");
  assert.match(group.description, /^Error .*key/);
});

test("the focus goes on where a row is removed", { timeout: TIMEOUT }, async (t) => {
  const { page, press, focus, tabTo, write } = await keyboard(t, { hash: "ReplicateKey" });
  const values = () => page.$$eval(".row input", (inputs) => inputs.map((input) => input.value));
  for (const key of ["a", "b", "c"]) {
    await tabTo("Add tag");
    await press("Enter");
    await write(key);
  }
  assert.deepEqual(await values(), ["a", "", "b", "", "c", ""]);
  await tabTo("Remove Tag 2", "Shift+Tab");
  await press("Enter");
  assert.equal(await focus(), "Tag key");
  assert.equal(await page.evaluate(() => document.activeElement.value), "c");
  assert.deepEqual(await page.$$eval(".row legend", (legends) => legends.map((legend) => legend.textContent)), [
    "Tag 1",
    "Tag 2",
  ]);
  await tabTo("Remove Tag 2");
  await press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.value), "a");
  await tabTo("Remove Tag 1");
  await press("Enter");
  assert.equal(await focus(), "Add tag");
});

test("the first link leads past the choice of requests", { timeout: TIMEOUT }, async (t) => {
  const { press, focus } = await keyboard(t);
  await press("Tab");
  assert.equal(await focus(), "Skip to the form");
  await press("Enter");
  assert.equal(await focus(), "Create replication set");
});
