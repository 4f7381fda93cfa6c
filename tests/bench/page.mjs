// docs/benchmarks.md, of what was timed.
import { existsSync, readFileSync } from "node:fs";
import { cpus, release, type } from "node:os";
import { operations } from "xregion";
import { judged } from "./goals.mjs";
import { SIZES } from "./payloads.mjs";
import { peers } from "./peers.mjs";
import { geometricMean, median, spread } from "./statistics.mjs";
import { factor, percent, whole } from "./text.mjs";
import { unchecked } from "./unchecked.mjs";

/** The first columns hold words, and the others numbers. */
function table(words, head, rows) {
  const lines = [head, head.map((_, column) => (column < words ? "---" : "---:")), ...rows];
  return lines.map((row) => `| ${row.join(" | ")} |\n`).join("");
}

const timedAs = (rounds, said) => `${said(median(rounds))} (${percent(spread(rounds))})`;
const inMilliseconds = (number) => number.toFixed(1);

const versions = Object.assign(
  {},
  ...["../package.json", "package.json"].map((file) => {
    return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")).devDependencies;
  }),
);

/** The libraries with their versions, which are exact in those files. */
const libraries = () =>
  [...new Set(peers.flatMap(({ library }) => library ?? []))].map((library) => `${library} ${versions[library]}`);

function system() {
  const told = "/etc/os-release";
  const name = existsSync(told) ? readFileSync(told, "utf8").match(/^PRETTY_NAME="(.*)"$/m)?.[1] : undefined;
  return name ?? `${type()} ${release()}`;
}

function machine({ nodeVersion, chromiumVersion }, rustc) {
  const [{ model }] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `Run on ${day}: ${model.trim()}, ${cpus().length} cores; ${system()}; Node ${nodeVersion}; Chromium ${chromiumVersion}; ${rustc}.\n`;
}

function goalsTable(results) {
  const rows = judged(results).map(({ title, beside, least, measured, verdict }) => [
    title,
    beside,
    `${least} ×`,
    measured === undefined ? "" : `${factor(measured)} ×`,
    verdict,
  ]);
  return table(2, ["goal", "beside", "at least", "measured", ""], rows);
}

/** Ratios first, then what they are of. */
function objectsTables(of) {
  const present = peers.filter(({ file }) => of[file]);
  const rows = of[present[0].file];
  const names = present.map(({ name }) => name);
  const at = (file, { operation, size }) => of[file].find((row) => row.operation === operation && row.size === size);
  const ratios = rows.map((row) => [
    row.operation,
    row.size,
    ...present.map(({ file }) => factor(at(file, row).ratio)),
  ]);
  const means = SIZES.map((size) => [
    "geometric mean",
    size,
    ...present.map(({ file }) =>
      factor(geometricMean(of[file].filter((row) => row.size === size).map(({ ratio }) => ratio))),
    ),
  ]);
  const times = rows.map((row) => [
    row.operation,
    row.size,
    timedAs(
      present.flatMap(({ file }) => at(file, row).rounds.ours),
      whole,
    ),
    ...present.map(({ file }) => timedAs(at(file, row).rounds[file], whole)),
  ]);
  return `How often as fast xregion is:

${table(2, ["operation", "size", ...names], [...ratios, ...means])}
Nanoseconds for one verdict, with the spread; xregion's are those of all runs together:

${table(2, ["operation", "size", "xregion", ...names], times)}`;
}

function bulkTable(rows) {
  const cells = rows.map(({ title, lines, bytes, rounds, ratios }) => [
    title,
    whole(lines),
    (bytes / 1e6).toFixed(1),
    ...["ajv", "parse"].map((who) => factor(ratios[who])),
    timedAs(rounds.ours, inMilliseconds),
    timedAs(rounds.ajv, inMilliseconds),
    timedAs(rounds.parse, inMilliseconds),
  ]);
  const head = ["requests", "lines", "MB", "× JSON.parse and ajv", "× JSON.parse alone"];
  return table(1, [...head, "xregion ms", "JSON.parse and ajv ms", "JSON.parse alone ms"], cells);
}

function startupTable(rows) {
  const names = {
    ours: "xregion",
    slim: "xregion/slim",
    ...Object.fromEntries(peers.map(({ file, name }) => [file, name])),
  };
  const cells = rows.map(({ name, rounds, ratios }) => [
    names[name],
    ...["bundled", "unbundled"].flatMap((how) => [factor(ratios[how]), timedAs(rounds[how], inMilliseconds)]),
  ]);
  return table(1, ["", "bundled, × xregion", "ms", "unbundled, × xregion", "ms"], cells);
}

function nativeTable(rows) {
  const cells = rows.map(({ operation, size, rounds, ratio }) => [
    operation,
    size,
    factor(ratio),
    timedAs(rounds.native, whole),
    timedAs(rounds.wasm, whole),
  ]);
  return table(2, ["operation", "size", "wasm / native", "native ns", "wasm ns"], cells);
}

function uncheckedTable() {
  const told = ({ count, codes }) => `${count}: ${codes.map((code) => `\`${code}\``).join(", ")}`;
  const rows = operations.map((operation) => {
    const { errors, warnings } = unchecked(operation);
    return [operation.name, told(errors), told(warnings)];
  });
  return table(3, ["operation", "rules that refuse", "rules that warn"], rows);
}

/** The page. */
export const page = (results, rustc) => `<!-- Written by \`cargo xtask bench\`: do not edit. -->
# Benchmarks

How long verdicts take, beside libraries that validate data and beside JavaScript that is written by hand. ${machine(results, rustc)}
A ratio says how often as fast xregion is: 2 is twice as fast, 0.5 half as fast. A spread, in parentheses, is what lies between the first and the last tenth of the rounds, as a part of their median.

The libraries: ${libraries().join(", ")}. Each is told the structure of the requests, with all that it can say of it: what is required, types, lengths, counts, patterns, and that nothing else is taken. xregion checks [all of its rules](#what-the-others-leave-unchecked).

## Goals

${goalsTable(results)}
## One object in Node

${objectsTables(results.node)}
## One object in Chromium

${objectsTables(results.chromium)}
## Requests in bulk

Lines of JSON in one buffer of UTF-8, all different, one in twenty refused. Key policies are JSON in a string in JSON, as editors write it. Each had half a second of it before it was timed, and never has to clear up what another left behind.

${bulkTable(results.bulk)}
## From the import to the first verdict

In a fresh process of Node; \`xregion/slim\` reads the module from a file.

${startupTable(results.startup)}
## The native library beside the module

The same requests as JSON text in UTF-8: \`validate_json\` in Rust, and \`validateJson\` in Node.

${nativeTable(results.native)}
## What the others leave unchecked

A schema says nothing of these rules; [the reference](reference.md) explains them. They are checked in every verdict that is timed here.

${uncheckedTable()}
## How it is timed

- One other library beside xregion in a process or page: libraries that share code slow each other down.
- Requests of four sizes that pass without a warning, from the required members alone to the limits of the operation, and one with five errors. Before anything is timed each contestant must judge each of them rightly.
- All errors are asked for, and every message is read.
- Each contestant judges sixteen copies of a request in turn, after a warm-up, in rounds of about ten milliseconds; the contestants take turns.
- The time is that in which the process in Node, or the page's thread in Chromium, had a processor, where it is less than what went by: a wait for other programs does not count.
- The code is in \`tests/bench\`; \`node tests/bench/objects.mjs PEER\` times one library alone.
`;
