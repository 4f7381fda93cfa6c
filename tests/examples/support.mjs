// A built example in Chromium, as a visitor has it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import sirv from "sirv";

export const TIMEOUT = 120_000;

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A server of the example's own, on this machine alone. */
async function serve(t, example) {
  const built = process.env.XREGION_EXAMPLES;
  assert.ok(built, "XREGION_EXAMPLES is not set: run the tests by `cargo xtask test examples`");
  const files = sirv(join(built, example));
  const server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
  await new Promise((resolve, reject) => server.listen(0, "127.0.0.1", resolve).once("error", reject));
  t.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${server.address().port}/`;
}

/**
 * The page of an example, for one test. Whatever the test is about, it fails where the page complains, or asks another
 * origin for anything.
 */
export async function visit(t, example) {
  const args = (process.env.XREGION_CHROMIUM_FLAGS ?? "").split(" ").filter(Boolean);
  const browser = await chromium.launch({ executablePath: process.env.XREGION_CHROMIUM, args });
  t.after(() => browser.close());
  const url = await serve(t, example);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(10_000);
  const problems = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    const inside = request.url().startsWith(url) || request.url().startsWith("data:");
    if (!inside) problems.push(`left the origin: ${request.url()}`);
  });
  t.after(() => assert.deepEqual(problems, []));
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** What fades in has its colours at the end. */
const atRest = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );

/** What axe finds wrong with the page as it is. */
export async function assertAccessible(page, state) {
  await page.evaluate(atRest);
  const { violations } = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`);
  assert.deepEqual(found, [], state);
}

/** What assistive technology reads of a control beside its name. */
export const descriptionOf = (control) =>
  control.evaluate((element) => {
    const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  });

/** Waits until a control is described by a text, or by it no longer. */
export async function waitForDescription(page, control, text, isThere = true) {
  const deadline = Date.now() + 10_000;
  while ((await descriptionOf(control)).includes(text) !== isThere) {
    assert.ok(Date.now() < deadline, `${isThere ? "no" : "still"} “${text}” in “${await descriptionOf(control)}”`);
    await page.waitForTimeout(20);
  }
}
