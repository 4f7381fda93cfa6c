// Values are text, whatever they look like, and nothing leaves the page.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { OPERATIONS, TIMEOUT, visit } from "./support/chromium.mjs";

const MARKUP = `"><img src=x onerror="alert(1)"><script>alert(2)</script><b id="injected">`;

test("markup in values appears as text and runs nothing", { timeout: TIMEOUT }, async (t) => {
  const { page, open, check, preview } = await visit(t);
  for (const operation of OPERATIONS) {
    await open(operation);
    for (const add of await page.$$("form button.add")) await add.click();
    for (const input of await page.$$("form input:not([type=checkbox]), form textarea")) await input.fill(MARKUP);
    await page.fill(".call input", MARKUP);
    await check();
    assert.match((await preview()).input, /<script>alert\(2\)<\/script>/);
    await page.click(".paste > summary");
    await page.fill(".paste textarea", JSON.stringify({ [MARKUP]: MARKUP, regions: { [MARKUP]: {} } }));
    for (const button of await page.$$(".paste .actions button"))
      if ((await button.textContent()) !== "Clear") await button.click();
    assert.match(await page.textContent(".paste .found"), /<script>/);
    assert.equal(await page.locator("#injected, main img, main script").count(), 0);
  }
  await page.reload();
  await page.waitForSelector("#columns", { state: "visible" });
  assert.equal(await page.locator("#injected, main img, main script").count(), 0);
});

test(
  "the Content Security Policy holds: no script or style of the page's own making runs",
  { timeout: TIMEOUT },
  async (t) => {
    const { page } = await visit(t);
    const policy = await page.getAttribute("meta[http-equiv='Content-Security-Policy']", "content");
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types 'none'$/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
    assert.equal(await page.locator("[style], style, script:not([src])").count(), 0);
  },
);

test("no module of the page makes markup of text", () => {
  const namesIn = (folder) => readdirSync(join(process.env.XREGION_SITE, folder)).map((name) => join(folder, name));
  const ofForms = namesIn("pkg").filter((name) => /\bdom(-\w+)?\.js$/.test(name));
  const files = [...namesIn("").filter((name) => name.endsWith(".js")), ...ofForms];
  assert.ok(ofForms.length > 8 && files.length > 20, String(files));
  for (const name of files) {
    const text = readFileSync(join(process.env.XREGION_SITE, name), "utf8");
    assert.doesNotMatch(
      text,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function/,
      name,
    );
  }
});
