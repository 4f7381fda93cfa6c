// Runs once, in a process of its own: prints the milliseconds from the import of a script to its first verdict.
import { stopwatch } from "./measure.mjs";
import { payloads } from "./payloads.mjs";
import { schemas } from "./schemas.mjs";

const name = "ReplicateKey";
const [script] = process.argv.slice(2);
const took = stopwatch();
const { compile } = await import(script);
const issues = compile(schemas[name], name)(payloads[name].small);
const milliseconds = took();
if (issues !== null) throw new Error(`${script} refuses what is valid`);
console.log(milliseconds);
