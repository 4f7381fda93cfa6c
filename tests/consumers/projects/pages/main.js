import { judge } from "./judge.mjs";
import { replicateKey } from "./xregion/index.js";

document.querySelector("output").textContent = judge(replicateKey);
