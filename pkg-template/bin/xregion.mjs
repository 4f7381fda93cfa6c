#!/usr/bin/env node
// `xregion check`: requests in files, checked before AWS sees them. The crate has the same as a program of its own.
import { readFileSync } from "node:fs";
import { argumentsOf } from "./arguments.mjs";
import { check } from "./check.mjs";
import { HELP } from "./flags.mjs";
import { complain, Output } from "./output.mjs";

/** Nothing could be judged, or not all of it. */
const NOT_READ = 2;

const version = () => JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;

/** Does what is asked, and says how the program ends. */
async function run(given) {
  const { problems, isHelp, isVersion, ...asked } = argumentsOf(given);
  if (problems) {
    problems.forEach(complain);
    return NOT_READ;
  }
  const output = new Output();
  if (!isHelp && !isVersion) return check(asked, output, NOT_READ);
  await output.write(isHelp ? HELP : `xregion ${version()}\n`);
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
