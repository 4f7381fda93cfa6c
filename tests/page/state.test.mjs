// What the page keeps, and what it makes of a storage that is absent, full or corrupt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OPERATIONS, TIMEOUT, visit } from "./support/chromium.mjs";

const NAMES = [...OPERATIONS, "call"].map((name) => `xregion.page.${name}`);

async function reload({ page }) {
  await page.reload();
  await page.waitForSelector("#columns", { state: "visible" });
}

test(
  "what was typed survives a reload, per request, with rows that no request can hold",
  { timeout: TIMEOUT },
  async (t) => {
    const visitor = await visit(t, { hash: "CreateReplicationSet" });
    const { page, control, open, preview, findings } = visitor;
    await (await control("Region 1", "Region")).fill("us-east-1");
    await (await control("Add Region")).click();
    await (await control("Region 2", "Region")).fill("us-east-1");
    await (await control("Region of the call")).fill("eu-west-1");
    await open("ReplicateSecretToRegions");
    await (await control("Secret ID")).fill("prod/orders");
    await (await control("Force overwrite replica secret")).check();

    await reload(visitor);
    assert.equal(new URL(page.url()).hash, "#ReplicateSecretToRegions");
    assert.equal(await (await control("Secret ID")).inputValue(), "prod/orders");
    assert.equal(JSON.parse((await preview()).input).ForceOverwriteReplicaSecret, true);
    await open("CreateReplicationSet");
    assert.equal(await (await control("Region 2", "Region")).inputValue(), "us-east-1");
    assert.equal(await (await control("Region of the call")).inputValue(), "eu-west-1");
    assert.ok((await findings()).some(({ at, code }) => at === "Region 2, Region" && code === "duplicate"));
  },
);

test("everything can be forgotten", { timeout: TIMEOUT }, async (t) => {
  const visitor = await visit(t, { hash: "ReplicateKey" });
  const { page, control } = visitor;
  await (await control("Key ID")).fill("mrk-secret");
  await (await control("Region of the call")).fill("eu-west-1");
  await page.evaluate(() => localStorage.setItem("of somebody else", "1"));
  await (await control("Forget everything")).click();
  assert.equal(await (await control("Key ID")).inputValue(), "");
  assert.equal(await (await control("Region of the call")).inputValue(), "");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["of somebody else"]);
  await reload(visitor);
  assert.equal(await (await control("Key ID")).inputValue(), "");
});

const CORRUPT = [
  "",
  "{",
  "null",
  "0",
  "[]",
  '"text"',
  "true",
  '{"KeyId":null}',
  '{"KeyId":7,"Tags":"x","regions":{},"tags":null}',
  '{"Tags":[null,7,[],{"TagKey":3}],"regions":[{"Region":{},"sseKmsKeyId":[]},"x"],"Destinations":[[]],"region":1,"fips":"yes"}',
  '{"__proto__":{"x":1},"regions":[{"Region":"__proto__","__proto__":{"sseKmsKeyId":"x"}}]}',
];

test("a corrupt storage does no harm", { timeout: TIMEOUT }, async (t) => {
  const visitor = await visit(t, { hash: "ReplicateKey" });
  const { page, open, check, control, preview } = visitor;
  for (const text of CORRUPT) {
    await page.evaluate(([names, value]) => names.forEach((name) => localStorage.setItem(name, value)), [NAMES, text]);
    await reload(visitor);
    for (const operation of OPERATIONS) {
      await open(operation);
      await check();
      assert.match((await preview()).verdict, /^Does not pass/, `${operation} with ${text}`);
    }
    await open("ReplicateKey");
    await (await control("Key ID")).fill("mrk-1234abcd12ab34cd56ef1234567890ab");
    assert.match((await preview()).input, /mrk-1234abcd12ab34cd56ef1234567890ab/);
  }
});

for (const [state, spoil] of Object.entries({
  absent: () =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    }),
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
})) {
  test(
    `a storage that is ${state} is told of, and forms live on while the page is open`,
    { timeout: TIMEOUT },
    async (t) => {
      const visitor = await visit(t, { hash: "ReplicateKey" });
      const { page, open, control } = visitor;
      await page.addInitScript(spoil);
      await reload(visitor);
      await (await control("Key ID")).fill("mrk-1");
      assert.equal(await page.isVisible("#unkept"), true);
      await open("CreateReplicationSet");
      await open("ReplicateKey");
      assert.equal(await (await control("Key ID")).inputValue(), "mrk-1");
      await (await control("Forget everything")).click();
      assert.equal(await (await control("Key ID")).inputValue(), "");
    },
  );
}
