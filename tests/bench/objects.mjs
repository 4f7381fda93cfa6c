// Objects in Node, ours beside one other: node objects.mjs PEER [--quick] [--only OPERATION] [--to FILE]
import { writeFile } from "node:fs/promises";
import { asked } from "./asked.mjs";
import { casesOf } from "./contest.mjs";
import { FULL, QUICK, race } from "./measure.mjs";
import { objectsText } from "./text.mjs";

const { peer, quick, only, to } = asked();
const { compile } = await import(`./peers/${peer.file}.mjs`);
const cases = casesOf(peer.file, compile).filter(({ operation }) => only === undefined || operation === only);
const timed = race(cases, quick ? QUICK : FULL);
if (to) await writeFile(to, JSON.stringify({ timed, version: process.versions.node }));
console.log(objectsText(timed, peer));
