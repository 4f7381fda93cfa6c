// The request as the source of other tools, beside the form.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OPERATIONS, TIMEOUT, visit } from "./support/chromium.mjs";

const METHODS = {
  "AWS CLI in a POSIX shell": ["toCli", { shell: "posix" }],
  "AWS CLI in PowerShell": ["toCli", { shell: "powershell" }],
  "AWS CLI in the command prompt": ["toCli", { shell: "cmd" }],
  JavaScript: ["toSdkV3", {}],
  "Python (boto3)": ["toBoto3", {}],
  Terraform: ["toTerraform", {}],
  CloudFormation: ["toCloudFormation", {}],
};

const shown = (page) =>
  page.evaluate(() => {
    const panel = document.querySelector("#source-form").closest(".panel");
    return {
      text: panel.querySelector("pre").textContent,
      said: [...panel.querySelectorAll(".said-of li")].map((item) => item.textContent),
      draft: !panel.querySelector(".tag").hidden,
    };
  });

test("every sample in every form", { timeout: TIMEOUT }, async (t) => {
  const { page, open, load, preview, run } = await visit(t);
  let told = 0;
  for (const operation of OPERATIONS) {
    await open(operation);
    const titles = await page.$$eval(".samples option", (options) => options.map((option) => option.textContent));
    for (const title of titles) {
      await load(title);
      const { input } = await preview();
      for (const [form, [method, options]] of Object.entries(METHODS)) {
        await page.selectOption("#source-form", form);
        const expected = await run(
          `async (name, input, method, options) => {
            const { operations } = await import("./pkg/full.js");
            const operation = operations.find((candidate) => candidate.name === name);
            const built = operation.build(JSON.parse(input));
            const { text, issues } = (built.request ?? built.draft)[method](options);
            const isNew = (issue) => !built.issues.some(({ code, pointer }) => code === issue.code && pointer === issue.pointer);
            const said = issues.filter(isNew).map(({ pointer, message }) => [pointer, message].filter(Boolean).join(" "));
            return { text, said, draft: !built.ok };
          }`,
          operation,
          input,
          method,
          options,
        );
        assert.deepEqual(await shown(page), expected, `${title}, ${form}`);
        told += expected.said.length;
      }
    }
  }
  assert.ok(told > 0, "no form says what it does not carry");
});

test("the chosen form is kept, and follows the Region of the call", { timeout: TIMEOUT }, async (t) => {
  const { page, open, load } = await visit(t);
  await open("ReplicateSecretToRegions");
  await load("A secret by its name");
  await page.selectOption("#source-form", "AWS CLI in a POSIX shell");
  assert.ok(!(await shown(page)).text.includes("--region"));
  await page.fill(".call input", "eu-central-1");
  assert.match((await shown(page)).text, /--region eu-central-1$/);
  await page.reload();
  await page.waitForSelector("#columns:not([hidden])");
  await page.selectOption("#source-form", "Terraform");
  await page.reload();
  await page.waitForSelector("#columns:not([hidden])");
  assert.equal(await page.$eval("#source-form", ({ value }) => value), "Terraform");
});
