// The packed package with what people use it with: installed, built, and run to a verdict.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { CONSUMERS } from "./consumers.mjs";
import { browsers, serveFiles } from "./support/pages.mjs";
import { run, serve } from "./support/programs.mjs";
import { lay, locked, top } from "./support/projects.mjs";
import { published, table, withoutVersions } from "./support/table.mjs";

/** No build takes as long. */
const TIMEOUT = 300_000;

/** Where `cargo xtask gen --consumers` finds what was seen: only what the last run saw whole. */
const TABLE = join(top, "table.md");
rmSync(TABLE, { force: true });

/** How the verdict of each kind of use is found; `site` starts what serves the project, once. */
const VERDICTS = {
  async printed({ run: command }, { t, folder }) {
    const { stdout, stderr } = await run(t, command, folder);
    assert.equal(stderr, "", "it complains");
    return stdout;
  },
  async answered({ path }, { site }) {
    const response = await fetch(`${await site()}${path}`, { headers: { accept: "text/plain" } });
    const text = await response.text();
    assert.ok(response.ok, text.slice(0, 1000));
    return text.match(/<output>(.*?)<\/output>/)?.[1] ?? text;
  },
  shown: async ({ path, browser }, { site, pages }) => pages.shown(browser, `${await site()}${path}`),
  opened: ({ path, browser }, { folder, pages }) => pages.shown(browser, pathToFileURL(join(folder, path)).href),
};

/** The versions of a consumer: of what is locked, or of what the machine has. */
async function version({ tools, browser, program }, { t, pages }) {
  if (tools) return tools.map(locked).join(", ");
  return browser ? pages.version(browser) : (await run(t, `${program} --version`, top)).stdout.replace(/^v/, "");
}

test("the package with what people use it with", { timeout: 3 * TIMEOUT }, async (t) => {
  const pages = browsers(t);
  const seen = [];
  for (const consumer of CONSUMERS) {
    await t.test(consumer.name, { timeout: TIMEOUT }, async (t) => {
      const folder = lay(consumer);
      if (consumer.build) await run(t, consumer.build, folder);
      let started;
      const site = () =>
        (started ??= consumer.serve
          ? serve(t, consumer.serve, folder)
          : serveFiles(t, join(folder, consumer.folder ?? "")));
      for (const { how, where, verdict, result } of consumer.uses) {
        await t.test(how, async () => {
          assert.match(await VERDICTS[where.kind](where, { t, folder, site, pages }), verdict);
          seen.push({ name: consumer.name, version: await version(consumer, { t, pages }), how, result });
        });
      }
    });
  }

  await t.test("the README says what was seen", () => {
    const uses = CONSUMERS.flatMap(({ uses }) => uses);
    assert.equal(seen.length, uses.length, "uses that came to their verdict: the README is not compared");
    const text = table(seen);
    writeFileSync(TABLE, text);
    const unlocked = new Set(CONSUMERS.filter(({ tools }) => !tools).map(({ name }) => name));
    const [expected, found] = [text, published()].map((text) => withoutVersions(text, unlocked));
    assert.deepEqual(found, expected, "the table is stale; run: cargo xtask gen --consumers");
  });
});
