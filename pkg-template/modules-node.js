// Both modules, where it does not matter how large a script is: what only one of them does is there without a word, and
// verdicts come of the smaller one, made for speed.
import { bytesOf } from "./bytes.js";
import * as full from "./full-inline.js";
import { fullParts } from "./full-parts.js";
import { inflated } from "./inflate.js";
import * as verdicts from "./quick-inline.js";

// Node's own ways, which bundlers do not see, are there in every place that is like Node but the oldest.
const bytesIn = (base64) => globalThis.Buffer?.from(base64, "base64") ?? bytesOf(base64);

function getFull() {
  const { deflated, size } = full;
  const bytes = bytesIn(deflated);
  return globalThis.process?.getBuiltinModule?.("node:zlib")?.inflateRawSync(bytes) ?? inflated(bytes, size);
}

// No policy of a page can forbid to compile here, so that requests that are as usual are judged before anything is compiled.
export const sources = { areAtHand: true, getVerdicts: () => bytesIn(verdicts.base64), getFull, ...fullParts };
