import { judge } from "./judge.mjs";
import { replicateKey } from "./xregion/index.js";

addEventListener("message", ({ source }) => source.postMessage(judge(replicateKey)));
