// How forms behave: what they say and when, what they send, and how they are filled.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OPERATIONS, TIMEOUT, visit } from "./support/chromium.mjs";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

test("a field speaks after it was left, and is silent as soon as it is mended", { timeout: TIMEOUT }, async (t) => {
  const { page, control, findings } = await visit(t, { hash: "ReplicateKey" });
  const region = await control("Replica Region");
  await region.pressSequentially("us-east-1a");
  assert.deepEqual(await findings(), []);
  assert.equal(await region.getAttribute("aria-invalid"), "false");
  await page.keyboard.press("Tab");
  assert.deepEqual(
    (await findings()).map(({ at, code, severity }) => [at, code, severity]),
    [["Replica Region", "pattern_mismatch", "error"]],
  );
  assert.equal(await region.getAttribute("aria-invalid"), "true");
  const described = (await region.getAttribute("aria-describedby")).split(" ");
  const texts = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).textContent()));
  assert.match(texts.join(" "), /another one than the primary's.*10 of 32.*Must be a Region code/s);

  await region.fill("us-east-1");
  assert.deepEqual(await findings(), []);
  assert.equal(await region.getAttribute("aria-invalid"), null);
  await region.fill("us-east-1b");
  assert.equal((await findings()).length, 1);
});

test("what concerns a group is said at the group, once it was left as a whole", { timeout: TIMEOUT }, async (t) => {
  const { control, findings } = await visit(t, { hash: "CreateReplicationSet" });
  await (await control("Region 1", "Region")).fill("us-east-1");
  await (
    await control("Region 1", "SSE KMS key ID")
  ).fill(KEY.replace("mrk-1234abcd12ab34cd56ef1234567890ab", "1234abcd-12ab-34cd-56ef-1234567890ab"));
  await (await control("Add Region")).click();
  await (await control("Region 2", "Region")).fill("us-east-2");
  assert.deepEqual(await findings(), []);
  await (await control("Client token")).focus();
  assert.deepEqual(
    (await findings()).map(({ at, code }) => [at, code]),
    [["Regions", "mixed_encryption"]],
  );
});

test("a check sums up, is announced, takes the focus, and leads to the fields", { timeout: TIMEOUT }, async (t) => {
  const { page, control, check, load, preview } = await visit(t, { hash: "CreateReplicationSet" });
  await check();
  await load("Broken: a key of another Region, a Region without a key, tags that are refused");
  await check();
  const summary = page.locator(".summary");
  assert.equal(await summary.getAttribute("role"), "alert");
  assert.equal(await summary.evaluate((element) => document.activeElement === element), true);
  assert.match(await summary.textContent(), /does not pass: 5 errors/);
  assert.deepEqual(await summary.locator("a").allTextContents(), [
    "Regions",
    "Region 1, SSE KMS key ID",
    "Tag 1, Key",
    "Tag 2, Key",
    "Tag 2, Value",
  ]);

  await summary.getByText("Region 1, SSE KMS key ID").click();
  assert.equal(await page.evaluate(() => document.activeElement.labels[0].textContent), "SSE KMS key ID");
  assert.equal(new URL(page.url()).hash, "#CreateReplicationSet");
  await summary.getByText("Regions", { exact: true }).click();
  assert.equal(
    await page.evaluate(() => document.activeElement.querySelector("legend").textContent),
    "Regions required",
  );

  await (await control("Tag 2", "Value")).fill("L");
  assert.match(await summary.textContent(), /does not pass: 4 errors/);
  assert.equal(await summary.getAttribute("role"), null, "what changes later interrupts nobody");
  assert.match((await preview()).verdict, /4 errors/);
});

test("what happens is said to those who do not see it", { timeout: TIMEOUT }, async (t) => {
  const { page, control, load, said } = await visit(t, { hash: "ReplicateKey" });
  assert.equal(await page.getAttribute("#announcer", "role"), "status");
  await (await control("Add tag")).click();
  await said("Tag 1 added");
  await (await control("Remove")).click();
  await said("Tag 1 removed");
  await load("Only what is required");
  await said("Loaded: Only what is required.");
  await said("Passes every check.");
  await (await control("Undo")).click();
  await said("Undone.");
});

test("each finding shows its code, its rule and its source", { timeout: TIMEOUT }, async (t) => {
  const { page, check } = await visit(t, { hash: "ReplicateKey" });
  await check();
  const issue = page.locator(".issue").first();
  await issue.locator("summary").click();
  assert.match(
    await issue.locator("details").innerText(),
    /code missing_required · rule KMS-REPLICATEKEY-\d+ · KMS API Reference/,
  );
  assert.match(await issue.locator("a").getAttribute("href"), /^https:\/\/docs\.aws\.amazon\.com\//);
  assert.match(await issue.locator("a").getAttribute("rel"), /noreferrer/);
});

test(
  "warnings are told apart from errors, in words and by a sign, and let a request pass",
  { timeout: TIMEOUT },
  async (t) => {
    const { page, control, findings, preview, check } = await visit(t, { hash: "ReplicateKey" });
    await (await control("Key ID")).fill(KEY);
    await (await control("Replica Region")).fill("eu-west-1");
    await (await control("Bypass policy lockout safety check")).check();
    await check();
    assert.deepEqual(
      (await findings()).map(({ at, severity }) => [at, severity]),
      Array(2).fill(["Bypass policy lockout safety check", "warning"]),
    );
    const sign = (severity) =>
      page.evaluate((kind) => {
        const issue = document.createElement("div");
        issue.className = kind;
        issue.append(Object.assign(document.createElement("b"), { className: "severity" }));
        document.body.append(issue);
        const { content } = getComputedStyle(issue.firstChild, "::before");
        issue.remove();
        return content;
      }, severity);
    assert.notEqual(await sign("error"), await sign("warning"));
    assert.equal((await preview()).verdict, "Passes every check: 2 warnings.");
    assert.equal((await preview()).draft, false);
    assert.equal(await (await control("Bypass policy lockout safety check")).getAttribute("aria-invalid"), null);
  },
);

test(
  "samples: the broken ones show errors beside fields, the others none, and forms hold all that is in them",
  { timeout: TIMEOUT },
  async (t) => {
    const { page, open, load, findings, preview, control } = await visit(t);
    for (const operation of OPERATIONS) {
      await open(operation);
      const samples = await page.evaluate(async (name) => {
        const { operations } = await import("./pkg/full.js");
        return operations.find((candidate) => candidate.name === name).form.samples;
      }, operation);
      assert.ok(samples.length >= 2);
      for (const { title, json } of samples) {
        await load(title);
        const errors = (await findings()).filter(({ severity }) => severity === "error");
        assert.equal(
          errors.some(({ at }) => at),
          title.startsWith("Broken"),
          `${operation}: ${title}`,
        );
        const { input, draft } = await preview();
        assert.equal(draft, title.startsWith("Broken"));
        const { clientToken, ...held } = JSON.parse(input);
        const { clientToken: given, ...expected } = JSON.parse(json);
        assert.deepEqual(held, expected);
        if (given) assert.equal(clientToken, given);
      }
      await (await control("Empty the form")).click();
      assert.deepEqual(await findings(), []);
      await (await control("Undo")).click();
      assert.ok((await preview()).input.length > 100);
    }
  },
);

test(
  "a key that stands twice in a map is reported at the later row, and no row is lost",
  { timeout: TIMEOUT },
  async (t) => {
    const { control, findings, preview, page } = await visit(t, { hash: "CreateReplicationSet" });
    await (await control("Region 1", "Region")).fill("us-east-1");
    for (const [number, key, value] of [
      [1, "team", "a"],
      [2, "stage", "b"],
      [3, "team", "c"],
    ]) {
      await (await control("Add tag")).click();
      await (await control(`Tag ${number}`, "Key")).fill(key);
      await (await control(`Tag ${number}`, "Value")).fill(value);
    }
    await page.keyboard.press("Tab");
    const [finding, ...others] = await findings();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [finding.at, finding.code, finding.message],
      ["Tag 3, Key", "duplicate", "Error Stands already in entry 1. Each may be given once."],
    );
    assert.equal((await preview()).draft, true);
    await (await control("Tag 3", "Key")).fill("cost center");
    assert.deepEqual(await findings(), []);
    assert.deepEqual(JSON.parse((await preview()).input).tags, { team: "a", stage: "b", "cost center": "c" });
  },
);

test("rows that are still empty have no key twice, but none", { timeout: TIMEOUT }, async (t) => {
  const { control, findings, check } = await visit(t, { hash: "CreateReplicationSet" });
  await (await control("Add Region")).click();
  await check();
  assert.deepEqual(
    (await findings()).map(({ at, code }) => [at, code]),
    [
      ["Region 1, Region", "invalid_identifier"],
      ["Region 2, Region", "invalid_identifier"],
    ],
  );
});

test(
  "left empty is left out, but for a required text that may be empty; a checkbox until it is touched",
  { timeout: TIMEOUT },
  async (t) => {
    const { control, preview } = await visit(t, { hash: "ReplicateKey" });
    const input = async () => JSON.parse((await preview()).input);
    assert.deepEqual(await input(), {});
    await (await control("Description")).fill("x");
    await (await control("Description")).fill("");
    await (await control("Add tag")).click();
    assert.deepEqual(await input(), { Tags: [{ TagValue: "" }] });
    await (await control("Bypass policy lockout safety check")).check();
    assert.equal((await input()).BypassPolicyLockoutSafetyCheck, true);
    await (await control("Bypass policy lockout safety check")).uncheck();
    assert.equal((await input()).BypassPolicyLockoutSafetyCheck, false);
    await (await control("Leave out")).click();
    assert.equal("BypassPolicyLockoutSafetyCheck" in (await input()), false);
  },
);

test("a click is not missed because messages appear while the button is down", { timeout: TIMEOUT }, async (t) => {
  const { page, control, findings } = await visit(t, { hash: "ReplicateKey" });
  await (await control("Policy")).fill("{");
  await (await control("Replica Region")).fill("us-east-1a, us-east-1b");
  await (await control("Check the request")).scrollIntoViewIfNeeded();
  const button = await (await control("Check the request")).boundingBox();
  await page.mouse.move(button.x + 5, button.y + 5);
  await page.mouse.down();
  assert.deepEqual(
    (await findings()).map(({ at }) => at),
    ["Policy"],
  );
  await page.mouse.up();
  await page.waitForSelector(".summary.fails");
});

test("lengths are counted in Unicode scalar values", { timeout: TIMEOUT }, async (t) => {
  const { page, control } = await visit(t, { hash: "ReplicateKey" });
  await (await control("Description")).fill("\u{1F511}\u{1F30D}é");
  assert.equal(
    await page
      .locator(".field", { has: await control("Description") })
      .locator(".count")
      .textContent(),
    "3 of 8,192",
  );
});

test("the call: its Region is asked for, and its options choose the endpoint", { timeout: TIMEOUT }, async (t) => {
  const { page, control, preview, load } = await visit(t, { hash: "CreateReplicationSet" });
  await load("Three Regions, keys of the service, tags");
  assert.match((await preview()).problem, /^No HTTP request yet: the Region of the call is not known/);
  assert.equal((await preview()).http, undefined);
  await (await control("Set the Region of the call")).click();
  await page.keyboard.type("eu-west-1");
  const host = async () => (await preview()).http?.match(/^host: (.*)$/m)[1];
  assert.equal(await host(), "ssm-incidents.eu-west-1.amazonaws.com");
  await page.click(".call summary");
  await (await control("Dual-stack endpoint (IPv6)")).check();
  assert.match(await host(), /\.api\.aws$/);
  await (await control("FIPS 140 endpoint")).check();
  assert.match(await host(), /fips/);
  await (await control("Endpoint of your own")).fill("http://localhost:4566");
  assert.match((await preview()).problem, /without FIPS and dual-stack/);
  await (await control("FIPS 140 endpoint")).uncheck();
  await (await control("Dual-stack endpoint (IPv6)")).uncheck();
  assert.equal(await host(), "localhost:4566");
});

test("the accounts of the call are taken into account", { timeout: TIMEOUT }, async (t) => {
  const { page, open, control, load, findings } = await visit(t, { hash: "CreateReplicationConfiguration" });
  await load("A One Zone file system");
  await (await control("Destination 1", "File system ID")).fill("fs-0fedcba9876543210");
  await page.click(".call summary");
  await (await control("Your account")).fill("111122223333");
  await (await control("Account of the destination")).fill("444455556666");
  const errors = (await findings()).filter(({ severity }) => severity === "error").map(({ at, code }) => [at, code]);
  assert.deepEqual(errors, [
    ["Destination 1, File system ID", "invalid_identifier"],
    ["Destination 1, Role ARN", "missing_required"],
  ]);
  await open("ReplicateSecretToRegions");
  await (await control("Region of the call")).fill("us-west-2");
  await load("A secret by its name");
  assert.deepEqual(
    (await findings()).map(({ code }) => code),
    ["same_region"],
  );
});
