// Importing does nothing; what is missing is told at the first call; two copies know nothing of each other.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { transform } from "esbuild";
import { bundlers } from "./bundlers.mjs";
import { printed } from "./programs.mjs";
import { forEach, passing } from "./support.mjs";

const manifestFile = fileURLToPath(import.meta.resolve("xregion/package.json"));
const { exports } = JSON.parse(readFileSync(manifestFile));

/** What can be imported, by its name. */
const entries = Object.entries(exports)
  .filter(([name, target]) => typeof target === "object" && !name.endsWith(".wasm"))
  .map(([name]) => name.replace(".", "xregion"));

const scripts = readdirSync(join(manifestFile, ".."), { recursive: true }).filter((name) => name.endsWith(".js"));

const folder = mkdtempSync(join(tmpdir(), "xregion-"));
after(() => rmSync(folder, { recursive: true }));

test("there is something to be imported", () => {
  assert.ok(entries.includes("xregion") && entries.includes("xregion/slim") && entries.length > 15, String(entries));
  assert.ok(scripts.length > 30, String(scripts));
});

test("no script awaits anything at its top", async () => {
  for (const name of scripts) {
    const text = readFileSync(join(manifestFile, "..", name), "utf8");
    // A script that awaits cannot be written as CommonJS.
    await transform(text, { format: "cjs", sourcefile: name });
  }
  await assert.rejects(transform("await 0;", { format: "cjs" }));
});

const FORBIDDEN = [
  /\beval\(|\bFunction\(|import\((?!")|data:application|importScripts/,
  /XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon/,
  /localStorage|sessionStorage|indexedDB|cookieStore|\.cookie\b|\bcaches\b/,
];

test("no script makes code of text, keeps or sends anything, or fetches what nobody has named", () => {
  for (const name of scripts) {
    const text = readFileSync(join(manifestFile, "..", name), "utf8");
    for (const forbidden of FORBIDDEN) assert.doesNotMatch(text, forbidden, name);
    assert.equal(/\bfetch\(/.test(text), name === "initial.js", name);
  }
});

// What a platform offers, each with a trap for whoever looks.
const traps = `
  const touched = [];
  const names = ["WebAssembly", "fetch", "crypto", "atob", "TextEncoder", "TextDecoder", "Response", "Intl", "performance", "navigator",
    "setTimeout", "queueMicrotask", "structuredClone", "document", "window", "self", "location", "customElements", "HTMLElement"];
  for (const name of names) {
    const value = globalThis[name];
    const get = () => {
      // Node looks at some by itself.
      if (new Error().stack.includes("node_modules/xregion/")) touched.push(name);
      return value;
    };
    Object.defineProperty(globalThis, name, { configurable: true, get });
  }
`;

for (const entry of entries) {
  test(`importing ${entry} touches nothing`, async () => {
    const program = `${traps}
      const before = Reflect.ownKeys(globalThis).length;
      await import("${entry}");
      console.log(String(touched), Reflect.ownKeys(globalThis).length - before);
    `;
    assert.equal(await printed(program), "0");
  });
}

test("the first call touches what it needs", async () => {
  const program = `${traps}
    const { replicateKey } = await import("xregion");
    replicateKey.validate({});
    console.log(...new Set(touched));
  `;
  assert.equal(await printed(program), "WebAssembly TextDecoder TextEncoder");
});

const request = JSON.stringify(passing.ReplicateKey);

/** What calls say, where the engine cannot be had. */
const told = (before, ...calls) => `
  ${before}
  const { replicateKey, EngineError, loadHouseRules } = await import("xregion");
  for (const call of [${calls}]) {
    try { call(); console.log("answered"); } catch (error) { console.log(error instanceof EngineError, error.code, error.cause?.message); }
  }
`;

const CALLS = [
  "() => replicateKey.validate({})",
  '() => replicateKey.validateJson("{}")',
  "() => replicateKey.build({})",
  "() => replicateKey.validateRows({})",
  "() => replicateKey.errors",
  '() => loadHouseRules({ name: "n" })',
];

/** Those that ask the other module. */
const OF_FULL = /errors|loadHouseRules/;

/** What a place can lack, what the error says, and with which cause, for the one module and for the other. */
const lacking = {
  "no WebAssembly": ["delete globalThis.WebAssembly;", "no_webassembly", undefined],
  "no global that can still be made": [
    "const get = () => { throw new TypeError('Cannot redefine'); }; Object.defineProperty(globalThis, 'TextDecoder', { get });",
    "missing_global",
    "Cannot redefine",
  ],
  "no leave to compile": [
    "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('not allowed ' + (globalThis.times = (globalThis.times ?? 0) + 1)); } };",
    "blocked_by_csp",
    "not allowed 1",
    "not allowed 2",
  ],
  "no leave to compile or to look": [
    "WebAssembly.validate = WebAssembly.Module = function () { throw new EvalError('refused'); };",
    "blocked_by_csp",
    "refused",
  ],
  "a WebAssembly that is too old": [
    "WebAssembly.validate = () => false; WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('unknown opcode'); } };",
    "unsupported",
    "unknown opcode",
  ],
  "no memory": [
    "WebAssembly.Instance = class { constructor() { throw new RangeError('WebAssembly.Instance(): Out of memory'); } };",
    "no_instance",
    "WebAssembly.Instance(): Out of memory",
  ],
};

test("where Node allows less memory than the module begins with, that is said, and not that the input is too large", async () => {
  const program = told("", ...CALLS);
  const lines = (await printed(program, { flags: ["--wasm-max-mem-pages=1"] })).split("\n");
  const cause = "WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance";
  assert.deepEqual(lines, CALLS.map(() => `true no_instance ${cause}`));
});

for (const [name, [before, code, cause, ofFull]] of Object.entries(lacking)) {
  test(`where there is ${name}, importing works, and every call says the same`, async () => {
    const lines = (await printed(told(before, ...CALLS))).split("\n");
    assert.deepEqual(lines, CALLS.map((call) => `true ${code} ${OF_FULL.test(call) ? (ofFull ?? cause) : cause}`));
  });
}

/** A program for browsers, where there is nothing but the language, WebAssembly and what is given. */
const bare = await bundlers.esbuild('export * from "xregion/full";', { format: "iife", globalName: "xregion", platform: "browser" });

/** What calls find in such a place: what is thrown, or that there is an answer. */
function inBarePlace(given, ...calls) {
  const place = createContext({ ...given });
  runInContext(bare, place);
  const outcome = (call) => `(() => { try { ${call}; return "answered"; } catch (error) { return error.code + error.message.replace(/.*:/, ""); } })()`;
  return calls.map((call) => runInContext(outcome(call), place));
}

const { TextDecoder, TextEncoder, atob, crypto } = globalThis;
const set = JSON.stringify(passing.CreateReplicationSet);

/** What there is, what is called, and what is missed by each call. */
const bareFinds = [
  [{}, ["validate", request], "missing_global globalThis.atob"],
  [{}, ["validateJson", "'{}'"], "missing_global globalThis.TextEncoder"],
  [{ atob }, ["validate", request], "missing_global globalThis.TextDecoder"],
  [{ atob, TextDecoder }, ["validate", request], "missing_global globalThis.TextEncoder"],
  [{ atob, TextDecoder }, ["toHttp", request], "missing_global globalThis.TextEncoder"],
  [{ atob, TextDecoder, TextEncoder }, ["validate", request], "answered"],
  [{ atob, TextDecoder, TextEncoder }, ["validateJson", "'{}'"], "answered"],
  [{ atob, TextDecoder, TextEncoder }, ["toHttp", request], "answered"],
  [{ atob, TextDecoder, TextEncoder }, ["buildSet", set], "missing_global globalThis.crypto"],
  [{ atob, TextDecoder, TextEncoder }, ["buildSet", `${set}, { clientToken: "0f8fad5b-d9cb-469f-a165" }`], "answered"],
  [{ atob, TextDecoder, TextEncoder, crypto }, ["buildSet", set], "answered"],
];

const bareCalls = {
  validate: (given) => `if (!xregion.replicateKey.validate(${given}).ok) throw new Error("refused")`,
  validateJson: (given) => `if (xregion.replicateKey.validateJson(${given}).ok) throw new Error("taken")`,
  toHttp: (given) => `xregion.replicateKey.build(${given}).request.toHttp()`,
  buildSet: (given) => `if (!xregion.createReplicationSet.build(${given}).ok) throw new Error("refused")`,
};

test("a global that is missing is named, by every call", () =>
  forEach(
    bareFinds,
    ([given, [name]]) => `${name} with ${Object.keys(given)}`,
    ([given, [name, what], expected]) => {
      const call = bareCalls[name](what);
      assert.deepEqual(inBarePlace(given, call, call), [expected, expected]);
    },
  ));

test("what is set after it was missed is taken", () => {
  const [, , outcome] = inBarePlace({ atob, late: TextEncoder, TextDecoder }, "xregion.replicateKey.validate({})", "globalThis.TextEncoder = late", "xregion.replicateKey.validate({})");
  assert.equal(outcome, "answered");
});

/** What is done to the prototype of all errors, by those who lock it up or by those who spoil it. */
const prototypes = {
  frozen: "Object.freeze(Error.prototype);",
  "without a name that can be set": 'Object.defineProperty(Error.prototype, "name", { get: () => "Theirs" });',
};

for (const [name, before] of Object.entries(prototypes)) {
  test(`errors are what they are where Error.prototype is ${name}`, async () => {
    const program = `
      ${before}
      const { EngineError, loadHouseRules, replicateKey } = await import("xregion");
      const { InvalidRequestError } = await import("xregion/sdk-v3");
      const { request } = replicateKey.build(${request});
      const calls = [() => loadHouseRules({}), () => request.toHttp({ regoin: "x" }), () => { throw new InvalidRequestError("n", []); }];
      for (const call of calls) try { call(); } catch (error) { console.log(error.name); }
      console.log(new EngineError("no_form").name, new EngineError("no_form").code);
    `;
    assert.equal(await printed(program), "HouseRulesError\nRequestError\nInvalidRequestError\nEngineError no_form");
  });
}

const house = '{ name: "n", replicaRegions: { "Only Tokyo": { allowed: ["ap-northeast-1"] } } }';

/** What others do to what all programs share. */
const shared = {
  // Node makes what is asked for here when it is asked for first.
  "a globalThis that is frozen": "for (const name of ['atob', 'TextDecoder', 'TextEncoder', 'crypto']) globalThis[name]; Object.freeze(globalThis);",
  "a globalThis that takes nothing more": "Object.preventExtensions(globalThis);",
  "an Object.prototype with members": 'for (const name of ["code", "message", "issues"]) Object.prototype[name] = "x";',
};

for (const [name, before] of Object.entries(shared)) {
  test(`with ${name} requests are judged, by house rules, too, and take their forms`, async () => {
    const program = `
      const { createReplicationSet, loadHouseRules, replicateKey } = await import("xregion");
      ${before}
      const house = loadHouseRules(${house});
      const { issues } = replicateKey.validate(${request}, { house });
      console.log(loadHouseRules(${house}) === house, String(issues.map(({ rule }) => rule)));
      console.log(replicateKey.build(${request}).request.toHttp().method, createReplicationSet.build(${set}).ok);
    `;
    assert.equal(await printed(program), "true Only Tokyo\nPOST true");
  });
}

test("a module that is compiled elsewhere helps where compiling is not allowed", async () => {
  const program = `
    const { readFileSync } = await import("node:fs");
    const module = new WebAssembly.Module(readFileSync(values.moduleFile));
    const { Module } = WebAssembly;
    WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("not allowed"); } static customSections = Module.customSections; };
    const { replicateKey } = await import("xregion");
    try { replicateKey.validate({}); } catch (error) { console.log(error.code); }
    const { initSync } = await import("xregion/slim");
    initSync(module);
    console.log(replicateKey.validate(${request}).ok);
  `;
  const moduleFile = fileURLToPath(import.meta.resolve("xregion/xregion.wasm"));
  assert.equal(await printed(program, { values: { moduleFile } }), "blocked_by_csp\ntrue");
});

test("two copies in one process do not disturb each other", async () => {
  const copies = ["one", "another"].map((name) => join(folder, name));
  for (const copy of copies) cpSync(join(manifestFile, ".."), copy, { recursive: true });
  const [one, another] = await Promise.all(copies.map((copy) => import(pathToFileURL(join(copy, "node.js")))));
  assert.notEqual(one.replicateKey, another.replicateKey);
  const rules = { name: "n", replicaRegions: { "Only Tokyo": { allowed: ["ap-northeast-1"] } } };
  const house = one.loadHouseRules(rules);
  const key = passing.ReplicateKey;
  const codes = (copy, options) => copy.replicateKey.validate(key, options).issues.map(({ code }) => code);
  assert.deepEqual(codes(one, { house }), ["house_rule"]);
  assert.deepEqual(codes(another, { house }), ["house_rule"]);
  // Each within the other.
  const within = (inner) => ({ ...key, get Description() { return inner.replicateKey.validate(key).ok ? "x" : 5; } });
  assert.equal(one.replicateKey.validate(within(another)).ok, true);
  assert.equal(another.replicateKey.validate(within(one)).ok, true);
  assert.deepEqual(codes(one, { house }), ["house_rule"]);
});
