// Documented patterns as the pattern of an input: a browser's verdict is the library's.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { boundaries, patternsOf, randomStrings } from "../shared/patterns.mjs";
import { TIMEOUT, chromiumDriver } from "./support/chromium.mjs";
import { firefoxDriver } from "./support/firefox.mjs";
import { startSite } from "./support/site.mjs";

const RANDOM = 2_000;
const MOST_BOUNDARIES = 4_000;

const { operations } = await import(pathToFileURL(join(process.env.XREGION_SITE, "pkg/full.js")).href);
const patterns = [...patternsOf(operations)];

/** Inside a page: which of the texts an input with the pattern refuses, and whether it reads the pattern at all. */
function refused(pattern, texts) {
  const input = document.createElement("input");
  input.pattern = pattern;
  const verdicts = texts.map((text) => {
    input.value = text;
    return input.validity.patternMismatch;
  });
  return verdicts.flatMap((isRefused, index) => (isRefused ? [index] : []));
}

/** Texts that an input can hold: it has one line, and an empty one is never held against a pattern. */
const holdable = (texts) => [...new Set(texts)].filter((text) => text !== "" && !/[\r\n]/.test(text) && text.isWellFormed());

/** Every so many of them, where there are more. */
const some = (texts, most) => texts.filter((_, index) => index % Math.ceil(texts.length / most) === 0);

for (const [name, start] of Object.entries({ Chromium: chromiumDriver, Firefox: firefoxDriver })) {
  test(`${name} reads every pattern as it is meant`, { timeout: TIMEOUT }, async (t) => {
    const site = await startSite();
    t.after(() => site.close());
    const browser = await start();
    t.after(() => browser.close());
    await browser.go(site.url);

    for (const pattern of patterns) {
      const texts = [
        ...some(holdable(boundaries(pattern)), MOST_BOUNDARIES),
        ...holdable(randomStrings(pattern, RANDOM)),
      ];
      const byBrowser = new Set(await browser.run(refused, pattern.htmlPattern, texts));
      const differing = texts.filter((text, index) => pattern.mismatches(text) !== byBrowser.has(index));
      assert.deepEqual(differing, [], pattern.name);
      assert.ok(byBrowser.size > 0, `${name} ignores ${pattern.htmlPattern}`);
    }
    assert.ok(patterns.length >= 11);
  });
}
