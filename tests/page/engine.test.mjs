// The module in browsers: under a content security policy, at the end of the stack and of its memory, and beside another.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { leastMemory, withMostMemory, withTrap } from "../node/modules.mjs";
import { TIMEOUT, chromiumDriver } from "./support/chromium.mjs";
import { firefoxDriver } from "./support/firefox.mjs";
import { KEY } from "./support/plain.mjs";
import { startSite } from "./support/site.mjs";

const BROWSERS = { Chromium: chromiumDriver, Firefox: firefoxDriver };

const LOCKED = "script-src 'self'; connect-src 'self'";
const OPEN = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A page</title>
  <link rel="icon" href="data:," /><script type="module" src="calls.js"></script></head><body></body></html>`;

const START = `
  const input = { KeyId: "${KEY}", ReplicaRegion: "eu-west-1" };
  const told = [];
  const outcome = (call) => { try { return String(call()); } catch (error) { return error.code ?? error.name; } };
  const refusals = [];
  addEventListener("securitypolicyviolation", ({ blockedURI }) => refusals.push(blockedURI));
`;

/** What a module of a page tells, in a browser, under a policy. */
async function told(t, start, policy, program, files = {}) {
  const calls = `${START}${program}; window.found = JSON.stringify(told);`;
  const site = await startSite({ instead: { "/page.html": page, "/calls.js": calls, ...files }, policy });
  t.after(() => site.close());
  const browser = await start();
  t.after(() => browser.close());
  await browser.go(`${site.url}page.html`);
  let found;
  while ((found = await browser.run(() => window.found)) == null);
  return JSON.parse(found);
}

const moduleOf = (file) => readFileSync(join(process.env.XREGION_SITE, "pkg", file));
const [verdicts, full] = ["xregion.wasm", "full.wasm"].map(moduleOf);

for (const [name, start] of Object.entries(BROWSERS)) {
  const inBrowser = (title, check) => test(`${name}: ${title}`, { timeout: TIMEOUT }, check);

  inBrowser("under a policy that allows WebAssembly and nothing else every entry works", async (t) => {
    const program = `
      const verdict = ({ replicateKey }) => outcome(() => replicateKey.validate(input).ok);
      const command = ({ replicateKey }) => outcome(() => replicateKey.build(input).request.toCli().argv[2]);
      const entries = [["index"], ["full"], ["slim", "xregion.wasm"], ["full-slim", "full.wasm"]];
      for (const [index, [entry, file]] of entries.entries()) {
        // The same files at another address are another copy.
        const xregion = await import("/some/where".repeat(index) + "/pkg/" + entry + ".js");
        if (file) await xregion.init("./pkg/" + file);
        told.push([verdict(xregion), command(xregion)]);
      }
      told.push(refusals.length);
    `;
    const [lean, whole] = ["not_in_module", "replicate-key"].map((command) => ["true", command]);
    assert.deepEqual(await told(t, start, OPEN, program), [lean, whole, lean, whole, 0]);
  });

  inBrowser("what the module that validates lacks is there as soon as the full one is imported", async (t) => {
    const program = `
      const { replicateKey } = await import("./pkg/index.js");
      const { request } = replicateKey.build(input);
      const command = () => request.toCli().argv[2];
      told.push(outcome(command));
      await import("./pkg/full.js");
      told.push(outcome(command), outcome(() => replicateKey.validate(input).ok));
    `;
    assert.deepEqual(await told(t, start, OPEN, program), ["not_in_module", "replicate-key", "true"]);
  });

  inBrowser("under a policy that does not, every call says the same, and how to allow it", async (t) => {
    const program = `
      const { EngineError, replicateKey } = await import("./pkg/index.js");
      const calls = [() => replicateKey.validate(input), () => replicateKey.validateJson("{}"), () => replicateKey.build({})];
      told.push(...calls.map(outcome));
      try { replicateKey.validate(input); } catch (error) { told.push(error instanceof EngineError, error.message.includes("'wasm-unsafe-eval' in script-src")); }
      await import("./pkg/full.js");
      for (let count = 0; count < 3; count += 1) told.push(outcome(() => replicateKey.skeleton()));
      const slim = await import("./pkg/slim.js");
      await slim.init("./pkg/xregion.wasm").catch((error) => told.push(error.code));
      // Each module is asked for once, and the one that was brought once more.
      told.push(refusals.length <= 3);
    `;
    const blocked = Array(3).fill("blocked_by_csp");
    assert.deepEqual(await told(t, start, LOCKED, program), [...blocked, true, true, ...blocked, blocked[0], true]);
  });

  inBrowser("what is not xregion's module is told", async (t) => {
    const program = `
      const { init } = await import("./pkg/slim.js");
      for (const address of ["./pkg/gone.wasm", "./page.html", new URL("./pkg/index.js", location.href), "http://127.0.0.1:1/"]) {
        await init(address).then(() => told.push("taken"), (error) => told.push(error.code));
      }
    `;
    const expected = ["not_fetched", "wrong_module", "wrong_module", "not_fetched"];
    assert.deepEqual(await told(t, start, OPEN, program), expected);
  });

  inBrowser("a memory that is exhausted and a trap are told once", async (t) => {
    const program = `
      const { init, replicateKey } = await import("./pkg/slim.js");
      await init("./small.wasm");
      const whole = await import("/pkg/full-slim.js");
      await whole.init("./broken.wasm");
      const long = "x".repeat(5_000_000);
      const right = () => replicateKey.validate(input).ok;
      told.push(outcome(right));
      told.push(outcome(() => replicateKey.validate({ [long]: 1 })), outcome(right));
      told.push(outcome(() => replicateKey.validateJson(JSON.stringify(long))), outcome(right));
      told.push(outcome(() => whole.replicateKey.skeleton()), outcome(() => whole.replicateKey.validate(input).ok));
    `;
    const small = withMostMemory(verdicts, 3 * leastMemory(verdicts));
    const files = { "/small.wasm": small, "/broken.wasm": withTrap(full, "skeleton") };
    const found = await told(t, start, OPEN, program, files);
    assert.deepEqual(found, ["true", "out_of_memory", "true", "out_of_memory", "true", "trap", "true"]);
  });

  inBrowser("at the end of the stack there is an error or the right answer", async (t) => {
    const program = `
      const { replicateKey } = await import("./pkg/index.js");
      const calls = {
        plain: () => replicateKey.validate(input).ok,
        proxy: () => replicateKey.validate(new Proxy(input, {})).ok,
        getters: () => replicateKey.validate({ ...input, get Description() { return "x"; } }).ok,
        json: () => replicateKey.validateJson(JSON.stringify(input)).ok,
        context: () => replicateKey.validate(input, { region: "us-east-1" }).ok,
      };
      for (const call of Object.values(calls)) {
        const outcomes = new Set([outcome(call)]);
        let left = 3000;
        const descend = () => {
          try { descend(); } catch {}
          if ((left -= 1) < 0) return;
          // Around the very end nothing can be done at all.
          try { outcomes.add(outcome(call)); } catch {}
        };
        descend();
        for (const of of ["RangeError", "InternalError"]) outcomes.delete(of);
        told.push([...outcomes].sort(), outcome(call));
      }
    `;
    const found = await told(t, start, OPEN, program);
    assert.equal(found.length, 10);
    for (const outcomes of found) assert.ok([["stack_exhausted", "true"], ["true"], "true"].some((each) => String(each) === String(outcomes)), String(outcomes));
    assert.ok(found.flat().includes("stack_exhausted"), "the end of the stack was never met");
  });

  inBrowser("50 MB are judged, and two copies are in the same page", async (t) => {
    const program = `
      const one = await import("./pkg/index.js");
      // The same files at another address are another copy.
      const another = await import("/pkg/index.js");
      told.push(one.replicateKey !== another.replicateKey);
      const Description = "x".repeat(50_000_000);
      const within = { ...input, get Description() { return another.replicateKey.validate({ ...input, Description }).issues[0].code; } };
      told.push(outcome(() => one.replicateKey.validate(within).ok));
      told.push(outcome(() => one.replicateKey.validateJson(JSON.stringify({ ...input, Description })).issues[0].code));
      for (const { replicateKey } of [one, another]) told.push(outcome(() => replicateKey.validate(input).ok));
    `;
    assert.deepEqual(await told(t, start, OPEN, program), [true, "true", "too_long", "true", "true"]);
  });
}
