// JSON text in the WebAssembly module, in Node: node native.mjs [--quick] [--to FILE]
//
// `native.rs` reads the file, and adds the same text in the native library.
import { writeFile } from "node:fs/promises";
import { operations } from "xregion";
import { asked } from "./asked.mjs";
import { FULL, QUICK, race } from "./measure.mjs";
import { SIZES, payloads } from "./payloads.mjs";

const { quick, to } = asked();
const plan = quick ? QUICK : FULL;

const cases = operations.flatMap((operation) =>
  SIZES.map((size) => {
    const text = JSON.stringify(payloads[operation.name][size]);
    const judge = (bytes) => operation.validateJson(bytes).issues;
    return {
      operation: operation.name,
      size,
      text,
      make: () => new TextEncoder().encode(text),
      judges: { wasm: judge },
    };
  }),
);
const timed = race(cases, plan);
if (to) await writeFile(to, JSON.stringify({ plan, timed }));
else console.log(JSON.stringify(timed.map(({ text, ...row }) => row)));
