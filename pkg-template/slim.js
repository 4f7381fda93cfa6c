// The entry for those who bring the module that validates themselves.
import { provide } from "./engine.js";
import { initOf } from "./initial.js";
import { moduleOf } from "./module.js";
import { stamp } from "./stamp.js";

/** Takes the module's bytes or a compiled module. */
export function initSync(source) {
  const module = moduleOf(source, stamp);
  provide({ getVerdicts: () => module });
}

/**
 * Takes the module: its bytes, a compiled module, an address to fetch it from, or a response that holds it, also one
 * that is still to come. Bytes and compiled modules are taken at once; the promise is for the others.
 */
export const init = /* @__PURE__ */ initOf(initSync);

export * from "./api.js";
