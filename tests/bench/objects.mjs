// Objects in Node, ours beside one other: node objects.mjs PEER [--quick] [--to FILE] [--only OPERATION]
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { casesOf } from "./contest.mjs";
import { FULL, QUICK, race } from "./measure.mjs";
import { peerIn } from "./peers.mjs";
import { objectsText } from "./text.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean" }, to: { type: "string" }, only: { type: "string" } },
});
const peer = peerIn(positionals[0] ?? "ajv");
const { compile } = await import(`./peers/${peer.file}.mjs`);
const cases = casesOf(peer.file, compile).filter(({ operation }) => !values.only || operation === values.only);
const timed = race(cases, values.quick ? QUICK : FULL);
if (values.to) await writeFile(values.to, JSON.stringify(timed));
console.log(objectsText(timed, peer));
