import { replicateKey } from "xregion";
import { judge } from "./judge.mjs";

document.querySelector("output").textContent = judge(replicateKey);
