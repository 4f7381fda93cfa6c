import { replicateKey } from "xregion";
import { command, judge } from "./judge.mjs";

const verdict = judge(replicateKey);
const before = command(replicateKey);
await import("xregion/full");
document.querySelector("output").textContent = [verdict, before, command(replicateKey)].join("; ");
