// The full module from a script.
import { bytesOf } from "./bytes.js";
import { deflated, size } from "./full-inline.js";
import { fullParts } from "./full-parts.js";
import { inflated } from "./inflate.js";

export const sources = { getFull: () => inflated(bytesOf(deflated), size), ...fullParts };
