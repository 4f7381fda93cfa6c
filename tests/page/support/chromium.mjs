// Chromium, through playwright.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { plain } from "./plain.mjs";
import { startSite } from "./site.mjs";
import { findings, follows, preview, selectorOf } from "./reading.mjs";

export const TIMEOUT = 120_000;

function launch() {
  const args = (process.env.XREGION_CHROMIUM_FLAGS ?? "").split(" ").filter(Boolean);
  return chromium.launch({ executablePath: process.env.XREGION_CHROMIUM, args });
}

/** The driver for scenarios that other browsers play, too. */
export async function chromiumDriver() {
  const browser = await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    /** The errors that the page told. */
    complaints,
    go(url) {
      complaints.length = 0;
      return page.goto(url);
    },
    run: (read, ...given) => page.evaluate(`(${read})(...${JSON.stringify(given)})`),
    async type(selector, text) {
      await page.locator(selector).selectText();
      await page.keyboard.press("Backspace");
      await page.locator(selector).pressSequentially(text);
    },
    click: (selector) => page.click(selector),
    leave: () => page.keyboard.press("Tab"),
    close: () => browser.close(),
  };
}

// Somewhere on the site, where nothing may go wrong unnoticed.
async function arrive(t, { at, instead, ...options }) {
  // What comes first is closed first: nothing is asked of a site that is gone.
  const browser = await launch();
  t.after(() => browser.close());
  const site = await startSite({ instead });
  t.after(() => site.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);

  const problems = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("dialog", (dialog) => problems.push(`dialog: ${dialog.message()}`));
  page.on("requestfailed", (request) => {
    // A reload gives up what is still on its way.
    if (request.failure().errorText !== "net::ERR_ABORTED") problems.push(`failed: ${request.url()}`);
  });
  context.on("request", (request) => {
    const inside = request.url().startsWith(site.url) || request.url().startsWith("data:");
    if (!inside) problems.push(`left the origin: ${request.url()}`);
  });
  t.after(() => assert.deepEqual(problems, []));

  const url = `${site.url}${at}`;
  await page.goto(url);
  return { page, context, url };
}

/**
 * A visitor of the page, for one test: `page` is playwright's. Whatever the test is about, it fails where the page
 * complains, breaks its Content Security Policy, or asks another origin for anything.
 */
export async function visit(t, { hash = "", ...options } = {}) {
  const { page, context, url } = await arrive(t, { at: hash && `#${hash}`, ...options });
  await page.waitForSelector("#columns", { state: "visible" });
  const run = (read, ...given) => page.evaluate(`(${read})(...${JSON.stringify(given)})`);
  const control = async (...names) => page.locator(await run(selectorOf, names));
  return {
    page,
    context,
    url,
    run,
    control,
    findings: () => run(findings),
    preview: () => run(preview),
    follows: () => run(follows),
    /** Opens the form of an operation, as its link does. */
    async open(operation) {
      await page.click(`nav a[href="#${operation}"]`);
      await page.waitForSelector(`nav a[href="#${operation}"][aria-current]`);
    },
    async load(sample) {
      await page.selectOption(".samples select", { label: sample });
      await (await control("Load sample")).click();
    },
    async check() {
      await (await control("Check the request")).click();
    },
    /** What is said to those who do not see it, sooner or later. */
    said: (text) =>
      page.waitForFunction((expected) => document.getElementById("announcer").textContent === expected, text),
  };
}

/** A visitor of a page with plain forms, which are not bound yet. */
export async function visitPlain(t, body, module) {
  const { page } = await arrive(t, { at: "plain.html", instead: plain(body, module) });
  await page.waitForFunction(() => window.ready);
  return page;
}

export const OPERATIONS = [
  "CreateReplicationSet",
  "ReplicateSecretToRegions",
  "CreateReplicationConfiguration",
  "ReplicateKey",
];
