// What goes out of the page and comes in: by the copy buttons, and as JSON.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TIMEOUT, visit } from "./support/chromium.mjs";

const SAMPLE = "A replica with its own policy and tags";

for (const way of ["clipboard", "selection"]) {
  test(`what is shown is copied, by the ${way}, and that is said`, { timeout: TIMEOUT }, async (t) => {
    const { page, context, load, preview, url } = await visit(t, { hash: "ReplicateKey" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
    if (way === "selection") {
      await page.evaluate(() =>
        Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("no")) }),
      );
    }
    await load(SAMPLE);
    const { http, input } = await preview();
    const buttons = page.locator(".panel .tools button");
    for (const [index, expected] of [http, http.split("\n\n")[1], input].entries()) {
      await buttons.nth(index).click();
      await page.locator(".panel .said", { hasText: "Copied" }).first().waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), expected);
      await page.waitForFunction(() => /Copy.*: Copied/.test(document.getElementById("announcer").textContent));
      assert.equal(await buttons.nth(index).evaluate((button) => document.activeElement === button), true);
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".said")].every((said) => said.textContent === ""),
      );
    }
  });
}

async function paste(t, options) {
  const visitor = await visit(t, options);
  const { page, control } = visitor;
  await page.click(".paste > summary");
  return {
    ...visitor,
    async write(text) {
      await page.fill(".paste textarea", text);
    },
    check: async () => (await control("Check this text")).click(),
    load: async () => (await control("Load it into the form")).click(),
    verdict: () => page.textContent(".paste .verdict"),
    found: () => page.$$eval(".paste .found .message", (messages) => messages.map((message) => message.textContent)),
    lost: () => page.$$eval(".paste .lost li", (items) => items.map((item) => item.textContent)),
  };
}

test("JSON goes into the form and comes out the same", { timeout: TIMEOUT }, async (t) => {
  const { write, load, check, verdict, lost, found, preview, findings } = await paste(t, {
    hash: "CreateReplicationSet",
  });
  const input = {
    clientToken: "t",
    regions: { "us-east-1": {}, "eu-west-1": {} },
    tags: { __proto__: null, constructor: "a", "a.b/c~d": "b", ["__proto__"]: "c" },
  };
  const text = JSON.stringify(input);
  assert.match(text, /__proto__/);
  await write(text);
  await check();
  assert.match(await verdict(), /^(Passes every check|Does not pass: 1 error)/);
  const before = (await found()).length;
  await load();
  assert.deepEqual(await lost(), []);
  assert.match(await verdict(), /^Loaded into the form\./);
  const shown = (await preview()).input;
  assert.match(shown, /"__proto__": "c"/);
  assert.deepEqual(JSON.parse(shown), JSON.parse(text));
  assert.equal((await findings()).length, before);
});

test(
  "what the form cannot hold is said, and what is no JSON is told by line and column",
  { timeout: TIMEOUT },
  async (t) => {
    const { write, load, check, verdict, lost, found, preview } = await paste(t, { hash: "ReplicateKey" });
    await write('{\n  "KeyId": nope\n}');
    await check();
    assert.match((await found()).join(), /Is not JSON: look at line 2, column 1\d/);
    await load();
    assert.equal(await verdict(), "Only a JSON object or a command of the AWS CLI can be loaded into the form.");
    await write("[1]");
    await load();
    assert.equal(await verdict(), "Only a JSON object or a command of the AWS CLI can be loaded into the form.");

    await write(
      '{"KeyId": 7, "Nope": [1], "Description": "a\\nb", "ReplicaRegion": "eu-west-1", "Policy": "", "Tags": [{"TagKey": "a"}], "BypassPolicyLockoutSafetyCheck": "yes"}',
    );
    await load();
    assert.deepEqual(await lost(), [
      "/KeyId has no field, or is not what its field holds; it is left out.",
      "/Nope holds nothing that the form has fields for; it is left out.",
      "/Description has line breaks that its field does not keep.",
      "/Policy is an empty text; the form leaves it out.",
      "/Tags/0/TagValue is absent here; the form sends an empty text.",
      "/BypassPolicyLockoutSafetyCheck has no field, or is not what its field holds; it is left out.",
    ]);
    assert.ok((await found()).some((message) => message.startsWith("Error /Nope There is no member “Nope”")));
    assert.deepEqual(JSON.parse((await preview()).input), {
      ReplicaRegion: "eu-west-1",
      Description: "ab",
      Tags: [{ TagKey: "a", TagValue: "" }],
    });
  },
);

test("a command of a runbook is checked, and loaded", { timeout: TIMEOUT }, async (t) => {
  const { write, load, check, verdict, lost, found, preview } = await paste(t, { hash: "ReplicateKey" });
  await write(
    "$ aws kms replicate-key --key-id mrk-1234abcd12ab34cd56ef1234567890ab --replica-region us-east-1 \\\n    --tags TagKey=team,TagValue=orders --policy \"$(cat policy.json)\" --region us-east-1",
  );
  await check();
  assert.equal(await verdict(), "Does not pass: 2 errors.");
  const messages = await found();
  assert.ok(messages.some((message) => message.includes("--policy was not read")), messages.join());
  assert.ok(messages.some((message) => message.includes("The primary is in us-east-1 itself.")), messages.join());
  await load();
  assert.deepEqual(await lost(), ["us-east-1 is the Region of the call: give it beside the request."]);
  assert.deepEqual(JSON.parse((await preview()).input), {
    KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab",
    ReplicaRegion: "us-east-1",
    Tags: [{ TagKey: "team", TagValue: "orders" }],
  });
  await write("aws s3 ls");
  await check();
  assert.match(await verdict(), /^Does not pass/);
  await write('{"operation": "ReplicateKey", "input": {"KeyId": "mrk-1", "KeyId": "alias/x", "ReplicaRegion": "eu-west-1"}}');
  await check();
  assert.ok((await found()).some((message) => message.includes("Stands more than once in this object")));
});
