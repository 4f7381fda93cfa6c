// The same where modules of WebAssembly are asked for by a query.
import { fullParts } from "./full-parts.js";
import full from "./full.wasm?module";
import verdicts from "./xregion.wasm?module";

export const sources = { getVerdicts: () => verdicts, getFull: () => full, ...fullParts };
