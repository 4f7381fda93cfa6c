// Both modules where they are compiled before the program starts, and no bytes are compiled after that.
import { fullParts } from "./full-parts.js";
import full from "./full.wasm";
import verdicts from "./xregion.wasm";

export const sources = { getVerdicts: () => verdicts, getFull: () => full, ...fullParts };
