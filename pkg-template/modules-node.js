// Both modules, where it does not matter how large a script is: what only one of them does is there without a word, and
// verdicts come of the smaller one, made for speed.
import { bytesOf } from "./bytes.js";
import * as full from "./full-inline.js";
import { fullParts } from "./full-parts.js";
import { inflated } from "./inflate.js";
import * as verdicts from "./quick-inline.js";

// Node's own ways, which bundlers do not see, are there in every place that is like Node but the oldest.
function module({ deflated, size }) {
  const bytes = globalThis.Buffer?.from(deflated, "base64") ?? bytesOf(deflated);
  return globalThis.process?.getBuiltinModule?.("node:zlib")?.inflateRawSync(bytes) ?? inflated(bytes, size);
}

export const sources = { getVerdicts: () => module(verdicts), getFull: () => module(full), ...fullParts };
