// Requests in bulk, in Node: node bulk.mjs [--quick] [--to FILE]
import { writeFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { operations, replicateKey } from "xregion";
import { asked } from "./asked.mjs";
import { LINES, POLICY_LINES, linesOf, policyLines } from "./corpus.mjs";
import { stopwatch } from "./measure.mjs";
import { compile } from "./peers/ajv.mjs";
import { schemas } from "./schemas.mjs";
import { bulkText } from "./text.mjs";

const { quick, to } = asked();
const rounds = quick ? 3 : 9;
const part = quick ? 10 : 1;

/** Whoever comes next would have to clear up what the one before left behind. */
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

const linesIn = (bytes) => new TextDecoder().decode(bytes).split("\n");

/** Reads all that is said, and tells how many lines are refused. */
const contestants = (operation) => {
  const judge = compile(schemas[operation.name]);
  let length = 0;
  return {
    ours(bytes) {
      let refused = 0;
      for (const { ok, issues } of operation.validateJsonl(bytes)) {
        if (!ok) refused += 1;
        for (const { message } of issues) length += message.length;
      }
      return refused;
    },
    ajv(bytes) {
      let refused = 0;
      for (const line of linesIn(bytes)) {
        const issues = judge(JSON.parse(line));
        if (issues === null) continue;
        refused += 1;
        for (const { message } of issues) length += message.length;
      }
      return refused;
    },
    parse(bytes) {
      for (const line of linesIn(bytes)) length += typeof JSON.parse(line) === "object" ? 1 : 0;
      return length;
    },
  };
};

/** So long, in milliseconds, each has done the same before it is timed: until then engines are busy with their code. */
const WARM_UP = quick ? 50 : 500;

function warm(run) {
  const deadline = performance.now() + WARM_UP;
  while (performance.now() < deadline) run();
}

/** Times all that there is to do with a corpus, in milliseconds. */
function race(title, operation, { lines, refused }) {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const runners = Object.entries(contestants(operation)).map(([name, run]) => ({ name, run, rounds: [] }));
  for (const { name, run } of runners) {
    const found = run(bytes);
    if (name !== "parse" && found !== refused)
      throw new Error(`${title}: ${name} refuses ${found} lines of ${refused}`);
  }
  for (const { run } of runners) warm(() => run(bytes));
  for (let round = 0; round < rounds; round += 1) {
    for (const { run, rounds } of round % 2 ? runners.toReversed() : runners) {
      collectGarbage();
      const took = stopwatch();
      run(bytes);
      rounds.push(took());
    }
  }
  const told = Object.fromEntries(runners.map(({ name, rounds }) => [name, rounds]));
  return { title, lines: lines.length, bytes: bytes.length, rounds: told };
}

const timed = operations.map((operation) => race(operation.name, operation, linesOf(operation.name, LINES / part)));
timed.push(race("key policies", replicateKey, policyLines(POLICY_LINES / part)));
if (to) await writeFile(to, JSON.stringify({ timed }));
console.log(bulkText(timed));
