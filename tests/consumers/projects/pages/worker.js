import { judge } from "./judge.mjs";
import { replicateKey } from "./xregion/index.js";

postMessage(judge(replicateKey));
