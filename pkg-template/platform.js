// What the package takes from the place where it runs, beside WebAssembly. It is asked for when it is needed.
import { EngineError, failureOf } from "./engine-error.js";

/** A global that every browser and runtime has, and not every place that tests run in. */
export function globalNamed(name) {
  const { found, cause } = lookedUp(name);
  if (found === undefined) throw new EngineError("missing_global", { cause, detail: `globalThis.${name}` });
  return found;
}

// Node makes some when they are asked for first, which it cannot where globalThis is frozen.
function lookedUp(name) {
  try {
    return { found: globalThis[name] };
  } catch (cause) {
    const failure = failureOf(cause);
    if (failure.code !== "trap") throw failure;
    return { cause };
  }
}
