// The package in CommonJS, alone and beside its modules: two copies in one program, which get along.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as xregion from "xregion";
import { validateRequests } from "xregion/sdk-v3";
import { printed } from "./programs.mjs";
import { namesIn, passing, sorted } from "./support.mjs";

const require = createRequire(import.meta.url);
const twin = require("xregion");

const languages = namesIn("pkg-template/locales").flatMap((name) => /^(.+)\.js$/.exec(name)?.slice(1) ?? []);

const entries = ["", "/slim", "/dom", "/sdk-v3", "/localize", "/cloudscape", "/react-hook-form"];

for (const path of entries) {
  test(`require("xregion${path}") gives what import gives`, async () => {
    const imported = await import(`xregion${path}`);
    const required = require(`xregion${path}`);
    assert.deepEqual(sorted(Object.keys(required)), sorted(Object.keys(imported)));
    for (const name of Object.keys(imported)) assert.equal(typeof required[name], typeof imported[name], name);
  });
}

for (const language of languages) {
  test(`require("xregion/locales/${language}") is the locale, which localize takes`, async () => {
    const locale = require(`xregion/locales/${language}`);
    assert.deepEqual(locale, (await import(`xregion/locales/${language}`)).default);
    assert.equal(locale.default, locale, "for compilers that look for a default export");
    assert.ok(!Object.keys(locale).includes("default"), "what is copied is the locale alone");
    const [issue] = twin.replicateKey.validate({}).issues;
    const { message } = require("xregion/localize").localize(issue, locale);
    assert.equal(message, locale.messages.missing_required);
  });
}

test("the twin is a copy of its own, and import of it finds its names", async () => {
  assert.notEqual(twin.replicateKey, xregion.replicateKey);
  const { default: whole, ...named } = await import(require.resolve("xregion"));
  assert.equal(whole, twin);
  assert.equal(named.replicateKey, twin.replicateKey);
});

test("each entry is of one copy", () => {
  assert.equal(require("xregion/slim").replicateKey, twin.replicateKey);
});

test("a module given to a twin of xregion/slim is that of the whole copy", async () => {
  const program = `
    const { initSync } = require("xregion/slim");
    initSync(require("node:fs").readFileSync(require.resolve("xregion/xregion.wasm")));
    const { replicateKey } = require("xregion/slim");
    console.log(replicateKey.validate(${JSON.stringify(passing.ReplicateKey)}).ok);
  `;
  assert.equal(await printed(program, { type: "commonjs" }), "true");
});

const inIreland = { KeyId: passing.ReplicateKey.KeyId, ReplicaRegion: "eu-west-1" };
const onlyTokyo = (name) => ({ name, replicaRegions: { [name]: { allowed: ["ap-northeast-1"] } } });

const copies = { import: xregion, require: twin };
const slim = { import: await import("xregion/slim"), require: require("xregion/slim") };
const pairs = Object.entries(copies).map(([name, copy]) => ({ name, copy, other: name === "import" ? twin : xregion }));

for (const { name, copy, other } of pairs) {
  test(`house rules that were loaded by ${name} are known to the other copy, too`, () => {
    const rule = `Of ${name}`;
    const house = copy.loadHouseRules(onlyTokyo(rule));
    assert.equal(copy.loadHouseRules(JSON.stringify(onlyTokyo(rule))), house);
    for (const { replicateKey } of [copy, other, other]) {
      assert.deepEqual(replicateKey.validate(inIreland, { house }).issues.map((issue) => issue.rule), [rule]);
    }
    const [{ code }] = other.replicateKey.validate(inIreland, { house: { ...house } }).issues;
    assert.equal(code, "invalid_context");
  });

  test(`errors that are thrown by ${name} are of the classes of the other copy, too`, () => {
    const { request } = copy.replicateKey.build(passing.ReplicateKey);
    for (const { HouseRulesError, RequestError } of [copy, other]) {
      assert.throws(() => request.toHttp({ regoin: "x" }), RequestError);
      assert.throws(() => copy.loadHouseRules({}), HouseRulesError);
      assert.throws(() => copy.loadHouseRules({}), (error) => !(error instanceof RequestError));
    }
  });

  test(`an EngineError that is thrown by ${name} is one of the other copy, too`, () => {
    assert.throws(() => slim[name].initSync(new Uint8Array(8)), (error) => {
      for (const { EngineError, RequestError } of [copy, other]) {
        assert.ok(error instanceof EngineError && error instanceof Error && !(error instanceof RequestError));
      }
      assert.deepEqual([error.name, error.code], ["EngineError", "wrong_module"]);
      return true;
    });
  });
}

test("errors are of their classes and of no others", () => {
  const { RequestError } = xregion;
  class Special extends RequestError {}
  const special = new Special("code", "message");
  const plain = new RequestError("code", "message");
  const required = new twin.RequestError("code", "message");
  assert.deepEqual([special.name, special.code, special.message], ["RequestError", "code", "message"]);
  assert.deepEqual([special, plain, required].map((error) => error instanceof Special), [true, false, false]);
  assert.deepEqual([special, plain, required].map((error) => error instanceof RequestError), [true, true, true]);
  for (const value of [undefined, null, 0, "", {}, new Error("message"), { name: "RequestError" }]) {
    assert.ok(!(value instanceof RequestError), String(value));
  }
});

test("a middleware of one copy throws errors of the other, too", async () => {
  for (const { InvalidRequestError } of [require("xregion/sdk-v3"), await import("xregion/sdk-v3")]) {
    const steps = [];
    validateRequests().applyToStack({ add: (step) => steps.push(step) });
    const handler = steps[0](async () => {}, { clientName: "KMSClient", commandName: "ReplicateKeyCommand" });
    await assert.rejects(handler({ input: {} }), InvalidRequestError);
  }
});
