// Pages in browsers, which are started once.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import sirv from "sirv";
import { chromiumDriver } from "../../page/support/chromium.mjs";
import { firefoxDriver } from "../../page/support/firefox.mjs";

const DRIVERS = { Chromium: chromiumDriver, Firefox: firefoxDriver };
const VERSIONS = { Chromium: /Chrome\/(\d+)/, Firefox: /Firefox\/(\d+)/ };
const PATIENCE = 20_000;

/** The browsers of a test, each started when it is first asked for. */
export function browsers(t) {
  const started = {};
  const browser = (name) =>
    (started[name] ??= DRIVERS[name]().then((driver) => {
      t.after(() => driver.close());
      return driver;
    }));
  return {
    /** What the page at an address shows as its verdict. */
    async shown(name, address) {
      const driver = await browser(name);
      await driver.go(address);
      for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await pause(50)) {
        const verdict = await driver.run(() => document.querySelector("output")?.textContent);
        if (verdict) return verdict;
      }
      assert.fail(`${address} shows nothing in ${name}: ${driver.complaints?.join("\n") ?? "no word about it"}`);
    },
    async version(name) {
      const driver = await browser(name);
      return (await driver.run(() => navigator.userAgent)).match(VERSIONS[name])[1];
    },
  };
}

/** Serves a folder on this machine alone, and gives the address. */
export async function serveFiles(t, folder) {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
  await new Promise((resolve, reject) => server.listen(0, "127.0.0.1", resolve).once("error", reject));
  t.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${server.address().port}/`;
}
