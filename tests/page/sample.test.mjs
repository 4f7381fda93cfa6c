// The sample request of the API reference, typed into the page and then broken: the same steps in every browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TIMEOUT, chromiumDriver } from "./support/chromium.mjs";
import { firefoxDriver } from "./support/firefox.mjs";
import { findings, preview, selectorOf } from "./support/reading.mjs";
import { startSite } from "./support/site.mjs";

const BROWSERS = { Chromium: chromiumDriver, Firefox: firefoxDriver };

const TOKEN = "aa1b2cde-27e3-42ff-9cac-99380EXAMPLE";
const key = (region) => `arn:aws:kms:${region}:111122223333:key/de6a2f4e-5d40-4443-ad82-1db179510a32`;

const INPUT = {
  clientToken: TOKEN,
  regions: { "us-east-1": { sseKmsKeyId: key("us-east-1") }, "us-east-2": { sseKmsKeyId: key("us-east-2") } },
};

const STEPS = [
  { type: TOKEN, into: ["Client token"] },
  { type: "us-east-1", into: ["Region 1", "Region"] },
  { type: key("us-east-1"), into: ["Region 1", "SSE KMS key ID"] },
  { click: ["Add Region"] },
  { type: "us-east-2", into: ["Region 2", "Region"] },
  { type: key("us-east-2"), into: ["Region 2", "SSE KMS key ID"] },
  { type: "us-east-1", into: ["Region of the call"] },
];

// Each is mended again before the next.
const BREAKS = [
  { into: ["Client token"], type: "x".repeat(129), good: TOKEN, at: "Client token", code: "too_long" },
  {
    into: ["Region 1", "SSE KMS key ID"],
    type: key("us-west-2"),
    good: key("us-east-1"),
    at: "Region 1, SSE KMS key ID",
    code: "region_mismatch",
  },
  { into: ["Region 2", "Region"], type: "us-east-1", good: "us-east-2", at: "Region 2, Region", code: "duplicate" },
  {
    into: ["Region 2", "Region"],
    type: "us-east-2a",
    good: "us-east-2",
    at: "Region 2, Region",
    code: "invalid_identifier",
  },
  { into: ["Region 2", "SSE KMS key ID"], type: "", good: key("us-east-2"), at: "Regions", code: "mixed_encryption" },
  {
    into: ["Region 2", "SSE KMS key ID"],
    type: "arn:aws:kms:us-east-2:4711:key/x",
    good: key("us-east-2"),
    at: "Region 2, SSE KMS key ID",
    code: "invalid_identifier",
  },
];

for (const [name, start] of Object.entries(BROWSERS)) {
  test(
    `${name}: the sample of the API reference is accepted, and each of its breaks is reported beside its field`,
    { timeout: TIMEOUT },
    async (t) => {
      const site = await startSite();
      t.after(() => site.close());
      const browser = await start();
      t.after(() => browser.close());

      const selector = (names) => browser.run(selectorOf, names);
      const type = async (names, text) => browser.type(await selector(names), text);
      await browser.go(`${site.url}#CreateReplicationSet`);

      await t.test("typed in", async () => {
        for (const { type: text, into, click } of STEPS) {
          if (click) await browser.click(await selector(click));
          else await type(into, text);
        }
        await browser.click(await selector(["Check the request"]));
        assert.deepEqual(await browser.run(findings), []);

        const shown = await browser.run(preview);
        assert.equal(shown.verdict, "Passes every check.");
        assert.equal(shown.draft, false);
        const [head, body] = shown.http.split("\n\n");
        assert.deepEqual(head.split("\n").slice(0, 2), [
          "POST /createReplicationSet HTTP/1.1",
          "host: ssm-incidents.us-east-1.amazonaws.com",
        ]);
        assert.match(head, new RegExp(`^content-length: ${Buffer.byteLength(body)}$`, "m"));
        assert.deepEqual(JSON.parse(body), INPUT);
        assert.deepEqual(JSON.parse(shown.input), INPUT);
      });

      for (const { into, type: bad, good, at, code } of BREAKS) {
        await t.test(`broken: ${code} at ${at}`, async () => {
          await type(into, bad);
          await browser.leave();
          const found = await browser.run(findings);
          assert.deepEqual(
            found.map((finding) => [finding.at, finding.severity, finding.code]),
            [[at, "error", code]],
          );
          const shown = await browser.run(preview);
          assert.match(shown.verdict, /^Does not pass: 1 error\./);
          assert.equal(shown.draft, true);

          await type(into, good);
          assert.deepEqual(await browser.run(findings), [], "an error goes as soon as it is mended");
        });
      }
    },
  );
}
