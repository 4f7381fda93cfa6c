// The full module from a script.
import { bytesOf } from "./bytes.js";
import { base64 } from "./full-inline.js";
import { fullParts } from "./full-parts.js";

export const sources = { getFull: () => bytesOf(base64), ...fullParts };
