import { replicateKey } from "xregion";
import { judge } from "./judge.mjs";

console.log(judge(replicateKey));
