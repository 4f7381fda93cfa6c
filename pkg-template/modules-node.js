// Both modules, where it does not matter how large a script is: what only one of them does is there without a word, and
// verdicts come of the smaller one.
import { sources as ofFull } from "./modules-full-inline.js";
import { sources as ofVerdicts } from "./modules-inline.js";

export const sources = { ...ofVerdicts, ...ofFull };
