// What the programs here have written into a folder, with the ratios that it comes to.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { peers } from "./peers.mjs";
import { median } from "./statistics.mjs";

/** Everything that is there, by its part: rows with their rounds, and how often as fast ours is as another. */
export function resultsIn(folder) {
  const read = (name) => {
    const file = join(folder, `${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  };
  const objects = (place) => {
    const found = peers.map(({ file }) => [file, read(`${place}-${file}`)]).filter(([, told]) => told);
    if (found.length === 0) return {};
    const rows = found.map(([file, { timed }]) => [
      file,
      timed.map((row) => ({ ...row, ratio: slower(row.rounds, file, "ours") })),
    ]);
    return { [place]: Object.fromEntries(rows), [`${place}Version`]: found[0][1].version };
  };
  return {
    ...objects("node"),
    ...objects("chromium"),
    bulk: read("bulk")?.timed.map((row) => ({ ...row, ratios: ratiosOf(row.rounds) })),
    startup: withStarts(read("startup")?.timed),
    native: read("native")?.timed.map((row) => ({ ...row, ratio: slower(row.rounds, "wasm", "native") })),
  };
}

/** How much longer one takes than another. */
const slower = (rounds, one, other) => median(rounds[one]) / median(rounds[other]);

const ratiosOf = (rounds) => ({ ajv: slower(rounds, "ajv", "ours"), parse: slower(rounds, "parse", "ours") });

function withStarts(timed) {
  const ours = timed?.find(({ name }) => name === "ours").rounds;
  return timed?.map((row) => ({
    ...row,
    ratios: Object.fromEntries(
      Object.entries(row.rounds).map(([how, rounds]) => [how, median(rounds) / median(ours[how])]),
    ),
  }));
}
