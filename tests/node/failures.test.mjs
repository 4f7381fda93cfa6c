// A call that comes to no end: its caller is told once, and the next call works.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runInThisContext } from "node:vm";
import { EngineError, loadHouseRules, operations, replicateKey } from "xregion";
import { leastMemory, withMostMemory, withTrap } from "./modules.mjs";
import { printed } from "./programs.mjs";
import { errorsOf, forEach, passing } from "./support.mjs";

const module = readFileSync(new URL(import.meta.resolve("xregion/full.wasm")));
const folder = mkdtempSync(join(tmpdir(), "xregion-"));
after(() => rmSync(folder, { recursive: true }));

/** What a program finds, with a module that is not as it should be. */
async function found(changed, program) {
  const moduleFile = join(folder, "xregion.wasm");
  writeFileSync(moduleFile, changed);
  const start = `
    import * as xregion from "xregion/full/slim";
    import { readFileSync } from "node:fs";
    const { replicateKey, createReplicationSet, EngineError, loadHouseRules } = xregion;
    xregion.initSync(readFileSync(values.moduleFile));
    const { input } = values;
    const found = [];
    const outcome = (call) => {
      try { call(); return "answered"; } catch (error) { return error instanceof EngineError ? error.code : String(error); }
    };
    const house = loadHouseRules({ name: "n", replicaRegions: { "Only Tokyo": { allowed: ["ap-northeast-1"] } } });
    const works = () => replicateKey.validate(input).ok && replicateKey.validate(input, { house }).issues[0].rule === "Only Tokyo";
  `;
  const values = { moduleFile, input: passing.ReplicateKey };
  return JSON.parse(await printed(`${start}${program}; console.log(JSON.stringify(found));`, { values }));
}

/** Room for what is asked every day, and not for much more. */
const small = withMostMemory(module, 3 * leastMemory(module));

/** Calls that need more memory than there is. */
const LARGE = {
  validate: "replicateKey.validate({ ...input, Description: long })",
  "validate a key": "replicateKey.validate({ [long]: 1 })",
  validateJson: "replicateKey.validateJson(JSON.stringify({ ...input, Description: long }))",
  validateJsonl: "[...replicateKey.validateJsonl(JSON.stringify({ ...input, Description: long }))]",
  validateField: 'replicateKey.validateField("/Description", long)',
  "validateField of a pointer": 'replicateKey.validateField("/" + long, 1)',
  "a context": "replicateKey.validate(input, { region: long })",
  build: "replicateKey.build({ ...input, Description: long })",
  notes: "replicateKey.notes({ ...input, Policy: long })",
  fromRows: "createReplicationSet.fromRows({ regions: [{ Region: long }] })",
  toRows: "createReplicationSet.toRows({ regions: { [long]: {} } })",
  validateRows: "createReplicationSet.validateRows({ regions: [{ Region: long }] })",
  fromJson: "xregion.fromJson(JSON.stringify({ ...input, Description: long }))",
  fromCli: 'xregion.fromCli("aws kms replicate-key --key-id " + long)',
  explainError: 'replicateKey.explainError({ name: "NotFoundException", message: long })',
  readResponse: "replicateKey.readResponse({ ReplicaPolicy: long })",
  loadHouseRules: "loadHouseRules({ name: long })",
  checkKeyPolicy: "xregion.checkKeyPolicy(long)",
  render: 'replicateKey.build(input).request.toHttp({ region: "us-east-1", endpoint: long })',
};

test("an exhausted memory is told once, whatever is called", async () => {
  const program = `
    const long = "x".repeat(5_000_000);
    for (const call of [${Object.values(LARGE).map((call) => `() => ${call}`)}]) found.push([outcome(call), outcome(call), works()]);
  `;
  const outcomes = await found(small, program);
  forEach(
    Object.keys(LARGE).map((name, index) => ({ name, outcome: outcomes[index] })),
    ({ name }) => name,
    ({ outcome }) => assert.deepEqual(outcome, ["out_of_memory", "out_of_memory", true]),
  );
});

test("what is said of an exhausted memory", async () => {
  const program = `
    try { replicateKey.validate({ ...input, Description: "x".repeat(5_000_000) }); } catch (error) {
      found.push(error.name, error.code, error.message, error.cause.name, error instanceof Error);
    }
  `;
  assert.deepEqual(await found(small, program), [
    "EngineError",
    "out_of_memory",
    "xregion: the memory of the module is exhausted: the input is too large for it, or the limit that is set here too low. The call has no result; the next one works as ever.",
    "RuntimeError",
    true,
  ]);
});

test("a trap is told once, and the next call works", async () => {
  const program = `
    for (let count = 0; count < 3; count += 1) found.push(outcome(() => replicateKey.skeleton()), works());
  `;
  assert.deepEqual(await found(withTrap(module, "skeleton"), program), ["trap", true, "trap", true, "trap", true]);
});

test("a thousand failures leave nothing behind", async () => {
  const program = `
    const codes = new Set();
    for (let count = 0; count < 1000; count += 1) codes.add(outcome(() => replicateKey.skeleton()));
    found.push(...codes, works());
  `;
  assert.deepEqual(await found(withTrap(module, "skeleton"), program), ["trap", true]);
});

test("a failure in the midst of a call does not concern that", async () => {
  const program = `
    const long = "x".repeat(5_000_000);
    const failing = [() => replicateKey.validate({ [long]: 1 }), () => replicateKey.skeleton(), () => loadHouseRules({ name: long })];
    for (const inner of failing) {
      let code;
      const caught = { ...input, get ReplicaRegion() { code = outcome(inner); return "eu-west-1"; } };
      found.push(replicateKey.validate(caught).ok, code);
      const thrown = { ...input, get ReplicaRegion() { inner(); } };
      found.push(replicateKey.validate(thrown).issues.map(({ pointer, code }) => pointer + " " + code).join(), works());
    }
  `;
  const one = (code) => [true, code, "/ReplicaRegion wrong_type", true];
  const outcomes = await found(withTrap(small, "skeleton"), program);
  assert.deepEqual(outcomes, [...one("out_of_memory"), ...one("trap"), ...one("out_of_memory")]);
});

test("a memory that is refused from the start is told, and told again", async () => {
  const program = `found.push(1)`;
  await assert.rejects(found(withMostMemory(module, leastMemory(module)), program), /out_of_memory/);
});

/** What each level of a recursion is told, from the end of the stack upwards; `judge` says "right" of a right answer. */
function alongTheStack(judge) {
  const told = [];
  const descend = () => {
    try {
      descend();
    } catch {
      // This is the end of the stack.
    }
    if (told.length >= 2000) return;
    try {
      told.push(judge());
    } catch (error) {
      told.push(error instanceof EngineError ? error.code : error.name);
    }
  };
  descend();
  return told;
}

/** What takes room on the stack, as getters may. */
const deep = (levels) => (levels === 0 ? 1 : deep(levels - 1) + 1);

/** Calls with their right answers, whatever of the stack is left. */
const passes = (report) => (report.ok ? "right" : `wrong: ${errorsOf(report)}`);
const house = loadHouseRules({ name: "n", replicaRegions: { "Only Tokyo": { allowed: ["ap-northeast-1"] } } });
const onStack = {
  validate: () => passes(replicateKey.validate(passing.ReplicateKey)),
  "validate with a context": () => passes(replicateKey.validate(passing.ReplicateKey, { region: "us-east-1" })),
  "validate by house rules": () =>
    errorsOf(replicateKey.validate(passing.ReplicateKey, { house })).join() === "/ReplicaRegion house_rule" ? "right" : "wrong",
  "validate what has getters": () => passes(replicateKey.validate({ ...passing.ReplicateKey, get Description() { return "x".repeat(deep(600)); } })),
  "validate a proxy": () => passes(replicateKey.validate(new Proxy(passing.ReplicateKey, {}))),
  validateJson: () => passes(replicateKey.validateJson(JSON.stringify(passing.ReplicateKey))),
  "validateJson of bytes": () => passes(replicateKey.validateJson(new TextEncoder().encode(JSON.stringify(passing.ReplicateKey)))),
  validateField: () => (replicateKey.validateField(["Tags", 0, "TagKey"], "a", passing.ReplicateKey).length === 0 ? "right" : "wrong"),
  build: () => passes(replicateKey.build(passing.ReplicateKey)),
  explainError: () => (replicateKey.explainError({ Error: { Code: "NotFoundException" } }).known ? "right" : "wrong"),
};

for (const [name, judge] of Object.entries(onStack)) {
  test(`at the end of the stack there is an error or the right answer: ${name}`, () => {
    assert.equal(judge(), "right");
    const told = alongTheStack(judge);
    assert.ok(told.includes("right"));
    // Near to the very end not even an error can be made; how soon one can be depends on what the engine has compiled.
    assert.deepEqual(told.slice(50).filter((one) => one !== "right" && one !== "stack_exhausted"), []);
    assert.deepEqual(told.filter((one) => !["right", "stack_exhausted", "RangeError"].includes(one)), []);
    assert.equal(judge(), "right");
  });
}

test("a getter that recurses for ever is one that cannot be read", () => {
  const recursing = { ...passing.ReplicateKey, get ReplicaRegion() { return this.ReplicaRegion; } };
  assert.deepEqual(errorsOf(replicateKey.validate(recursing)), ["/ReplicaRegion wrong_type"]);
});

test("values that ask about themselves while they are judged get a report", () => {
  for (const operation of operations) {
    let calls = 0;
    const [name] = Object.keys(passing[operation.name]);
    const asking = {
      ...passing[operation.name],
      get [name]() {
        calls += 1;
        assert.equal(operation.validate(passing[operation.name]).ok, true);
        return passing[operation.name][name];
      },
    };
    assert.equal(operation.validate(asking).ok, true);
    assert.equal(operation.build(asking).ok, true);
    assert.equal(calls, 2);
  }
});

test("a value that asks for ever is told, and what is around it is judged", () => {
  const codes = [];
  const asking = {
    ...passing.ReplicateKey,
    get ReplicaRegion() {
      try {
        return replicateKey.validate(asking);
      } catch (error) {
        codes.push(error.code);
        throw error;
      }
    },
  };
  assert.deepEqual(errorsOf(replicateKey.validate(asking)), ["/ReplicaRegion wrong_type"]);
  // The innermost getter has no room left to ask.
  assert.ok(codes.length > 0 && codes.every((code) => code === undefined || code === "stack_exhausted"), String(codes));
  assert.equal(replicateKey.validate(passing.ReplicateKey).ok, true);
});

test("calls that are ended from outside leave nothing behind", async () => {
  globalThis.judgeForEver = () =>
    replicateKey.validate({ ...passing.ReplicateKey, get ReplicaRegion() { for (;;); } });
  for (let count = 0; count < 10; count += 1) {
    assert.throws(() => runInThisContext("judgeForEver()", { timeout: 20 }), { code: "ERR_SCRIPT_EXECUTION_TIMEOUT" });
    assert.equal(replicateKey.validate(passing.ReplicateKey).ok, true);
    await null;
  }
});

/** A policy that takes longer to glance at than all the rest of its request. */
function longPolicy() {
  const Principal = { AWS: "arn:aws:iam::111122223333:root" };
  const Statement = Array.from({ length: 250 }, (_, index) => ({ Sid: `s${index}`, Effect: "Allow", Principal, Action: "kms:*", Resource: "*" }));
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

test("a glance at a policy that is ended from outside keeps no other waiting", async () => {
  const request = { ...passing.ReplicateKey, Policy: longPolicy() };
  globalThis.glanceForEver = () => { for (;;) replicateKey.validate(request); };
  globalThis.glance = () => replicateKey.validate(request).issues;
  for (let count = 0; count < 10; count += 1) {
    assert.throws(() => runInThisContext("glanceForEver()", { timeout: 20 }), { code: "ERR_SCRIPT_EXECUTION_TIMEOUT" });
    assert.deepEqual(glance(), []);
    await null;
    // Its memory grows, so that the place for policies is asked for once more.
    assert.equal(replicateKey.validate({ ...request, Description: "ä".repeat(300_000) }, {}).ok, false);
    assert.deepEqual(runInThisContext("glance()", { timeout: 10_000 }), []);
    await null;
  }
});

test("house rules that load others while they are read are those that they are", () => {
  const rules = (name) => ({ name, replicaRegions: { [`${name} rule`]: { allowed: ["ap-northeast-1"] } } });
  let inner;
  const outer = loadHouseRules({ ...rules("outer"), get name() { inner = loadHouseRules(rules("inner")); return "outer"; } });
  for (const [name, handle] of Object.entries({ inner, outer })) {
    assert.equal(replicateKey.validate(passing.ReplicateKey, { house: handle }).issues[0].rule, `${name} rule`);
    assert.equal(loadHouseRules(rules(name)), handle);
  }
});

test("options that call meanwhile are those that they are", () => {
  const options = { get house() { loadHouseRules({ name: "another", customerKeys: { A: {} } }); return house; } };
  assert.equal(replicateKey.validate(passing.ReplicateKey, options).issues[0].rule, "Only Tokyo");
});
