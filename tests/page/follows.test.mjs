// What follows from a request, the policy that it needs, and where in a policy something is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OPERATIONS, TIMEOUT, visit } from "./support/chromium.mjs";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
const LINES = [
  "{",
  '  "Version": "2012-10-17",',
  '  "Statement": [{',
  '    "Effect": "Allow",',
  '    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },',
  '    "Action": "kms:*",',
  `    "Sid": "é", "Resource": "${KEY}"`,
  "  }],",
  '  "Id": "last"',
  "}",
];

test("notes stand below headings for people, with their sources", { timeout: TIMEOUT }, async (t) => {
  const { page, open, load, follows, run } = await visit(t);
  const expected = (operation, title) =>
    run(
      `async (name, wanted) => {
        const { operations } = await import("./pkg/full.js");
        const operation = operations.find((candidate) => candidate.name === name);
        return operation.notes(JSON.parse(operation.form.samples.find((sample) => sample.title === wanted).json)).notes;
      }`,
      operation,
      title,
    );
  const headings = new Map();
  for (const operation of OPERATIONS) {
    await open(operation);
    const titles = await page.$$eval(".samples option", (options) => options.map((option) => option.textContent));
    for (const title of titles) {
      await load(title);
      const notes = await expected(operation, title);
      const shown = await follows();
      assert.deepEqual(Object.values(shown).flat().sort(), notes.map(({ text }) => text).sort());
      for (const [heading, texts] of Object.entries(shown))
        for (const text of texts) headings.set(notes.find((note) => note.text === text).kind, heading);
      const links = await page.$$eval(".follow li a", (all) => all.map(({ href, rel }) => [href, rel]));
      assert.deepEqual(links.map(([href]) => href).sort(), notes.map(({ source }) => source.url).sort());
      assert.ok(links.every(([, rel]) => rel === "noreferrer"));
    }
  }
  assert.deepEqual(Object.fromEntries(headings), {
    permanent: "What cannot be changed later",
    overwritten: "What is overwritten",
    not_copied: "What the replica does not get",
    default: "What is taken by default",
    progress: "How long to wait",
    condition: "What must be so before",
    repetition: "When the call is repeated",
    visibility: "Who can see what",
  });
});

test("groups open by keyboard, and stay open while the form changes", { timeout: TIMEOUT }, async (t) => {
  const { page, control, load } = await visit(t, { hash: "CreateReplicationSet" });
  await load("Three Regions, keys of the service, tags");
  const isOpen = (heading) => page.locator(".follow", { hasText: heading }).evaluate((group) => group.open);
  assert.equal(await isOpen("What cannot be changed later"), true);
  assert.equal(await isOpen("How long to wait"), false);
  await (await control("What follows")).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "follows-title");
  await page.locator(".follow > summary", { hasText: "How long to wait" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await isOpen("How long to wait"), true);
  await (await control("Client token")).fill("another-token-than-before");
  assert.equal(await isOpen("How long to wait"), true);
});

test("the IAM policy is shown as it is written by hand, and copied", { timeout: TIMEOUT }, async (t) => {
  const { page, context, url, control, load } = await visit(t, { hash: "ReplicateKey" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
  const policy = page.locator(".follow", { hasText: "Permissions you need" });
  await load("Only what is required");
  await policy.locator("summary").click();
  const text = await policy.locator("pre").textContent();
  const [first] = text.split("}");
  assert.match(first, /^\{\n  "Version".*"Statement".*\n      "Sid".*"Effect": "Allow".*"Action".*"Resource"/s);
  assert.ok(JSON.parse(text).Statement.some(({ Action }) => Action === "kms:ReplicateKey"));
  await policy.getByRole("button", { name: "Copy" }).click();
  await policy.locator(".said", { hasText: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);

  const count = async () => JSON.parse(await policy.locator("pre").textContent()).Statement.length;
  const before = await count();
  await (await control("Add tag")).click();
  await (await control("Tag 1", "Tag key")).fill("team");
  assert.equal(await count(), before + 1);
});

// What is selected in the policy, and where that begins.
const selected = (page) =>
  page.evaluate(() => {
    const { value, selectionStart, selectionEnd, selectionDirection } = document.activeElement;
    const lines = value.slice(0, selectionStart).split("\n");
    const column = [...lines.at(-1)].length + 1;
    return [lines.length, column, value.slice(selectionStart, selectionEnd), selectionDirection];
  });

test("a finding inside a key policy leads to its line and column", { timeout: TIMEOUT }, async (t) => {
  const { page, control, check, findings } = await visit(t, { hash: "ReplicateKey" });
  const area = await control("Policy");
  await (await control("Key ID")).fill(KEY);
  await (await control("Replica Region")).fill("eu-west-1");
  // Characters beyond the first plane count once, lines beyond the box are scrolled to.
  const lines = [...LINES.slice(0, 3), ...Array(40).fill(""), ...LINES.slice(3)].map((line) =>
    line.replace("é", "\u00e9\u00e9"),
  );
  await area.fill(lines.join("\n"));
  await check();
  const resource = lines.findIndex((line) => line.includes('"Resource"'));
  const column = lines[resource].indexOf(`"${KEY}"`) + 1;
  const [finding] = await findings();
  assert.deepEqual([finding.at, finding.code], ["Policy", "policy_resource"]);
  assert.ok(finding.message.includes(`(/Statement/0/Resource, line ${resource + 1}, column ${column})`));

  for (const place of [".fields", ".summary"]) {
    await area.evaluate((element) => (element.scrollTop = 0));
    const show = page.locator(`${place} button.act`);
    assert.equal(await show.textContent(), `Show line ${resource + 1}, column ${column}`);
    await show.focus();
    await page.keyboard.press("Enter");
    assert.equal(await area.evaluate((element) => document.activeElement === element), true);
    assert.deepEqual(await selected(page), [resource + 1, column, `"${KEY}"`, "backward"]);
    const { scrollTop, clientHeight, scrollHeight } = await area.evaluate((element) => ({
      scrollTop: element.scrollTop,
      clientHeight: element.clientHeight,
      scrollHeight: element.scrollHeight,
    }));
    const down = (scrollHeight * (resource + 0.5)) / lines.length - scrollTop;
    assert.ok(down > 0 && down < clientHeight, `${down} of ${clientHeight}`);
    assert.equal(await page.locator(".measure").count(), 0);
  }
  await page.locator(".fields .issue summary").click();
  assert.match(
    await page.locator(".fields .issue details").innerText(),
    new RegExp(`at /Statement/0/Resource in the text, line ${resource + 1}, column ${column}`),
  );
});

test("what is no JSON is shown where it ceases to be", { timeout: TIMEOUT }, async (t) => {
  const { page, control } = await visit(t, { hash: "ReplicateKey" });
  await (await control("Policy")).fill('{\n  "Id": "\u00e9", nope\n}');
  await page.keyboard.press("Tab");
  await page.locator(".fields button.act").click();
  assert.deepEqual(await selected(page), [2, 14, "nope", "backward"]);
});

test("the caller's ARN tells whether the policy lets the caller change it", { timeout: TIMEOUT }, async (t) => {
  const { page, control, findings, check, preview } = await visit(t, { hash: "ReplicateKey" });
  await (await control("Key ID")).fill(KEY);
  await (await control("Replica Region")).fill("eu-west-1");
  await (await control("Policy")).fill(LINES.join("\n").replace(/"Resource": ".*"/, '"Resource": "*"'));
  await check();
  assert.deepEqual(await findings(), []);
  await page.click(".call summary");
  await (await control("Your ARN")).fill("arn:aws:iam::444455556666:role/operations");
  assert.deepEqual(
    (await findings()).map(({ at, code, severity }) => [at, severity, code]),
    [
      ["Key ID", "error", "account_mismatch"],
      ["Policy", "error", "policy_lockout"],
    ],
  );
  await (await control("Your ARN")).fill("arn:aws:iam::111122223333:role/operations");
  assert.equal((await preview()).verdict, "Passes every check.");
  await page.reload();
  await page.waitForSelector("#columns", { state: "visible" });
  assert.equal(await (await control("Your ARN")).inputValue(), "arn:aws:iam::111122223333:role/operations");
});
