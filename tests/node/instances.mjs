// What there is of the module in this process. To be imported before the first call.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const made = [];

WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(Instance, given) {
    const instance = new Instance(...given);
    const { memory, __wbindgen_externrefs: places } = instance.exports;
    made.push({ memory: new WeakRef(memory), places: new WeakRef(places) });
    return instance;
  },
});

/** How many instances were made so far. */
export const instancesMade = () => made.length;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** The bytes of memory of each instance that is still there, and how many places for values of JavaScript. */
export async function instances() {
  // What was held weakly in this turn is held until its end.
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  const there = made.filter(({ memory }) => memory.deref());
  return there.map(({ memory, places }) => ({ bytes: memory.deref().buffer.byteLength, places: places.deref()?.length }));
}
