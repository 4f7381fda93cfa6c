import { judge } from "./judge.mjs";
import { replicateKey } from "./xregion/index.js";

const output = document.querySelector("output");
try {
  output.textContent = judge(replicateKey);
} catch (error) {
  output.textContent = `${error.name}: ${error.message}`;
}
