// What the package takes from the place where it runs, beside WebAssembly. It is asked for when it is needed.
import { EngineError } from "./engine-error.js";

/** A global that every browser and runtime has, and not every place that tests run in. */
export function globalNamed(name) {
  const found = globalThis[name];
  if (found === undefined) throw new EngineError("missing_global", { detail: `globalThis.${name}` });
  return found;
}
