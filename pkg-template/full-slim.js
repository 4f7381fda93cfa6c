// The entry for those who bring the full module themselves.
import { provide } from "./engine.js";
import { fullParts } from "./full-parts.js";
import { initOf } from "./initial.js";
import { moduleOf } from "./module.js";
import { fullStamp } from "./stamp.js";

/** Takes the full module's bytes, or the module compiled. */
export function initSync(source) {
  const module = moduleOf(source, fullStamp);
  provide({ getFull: () => module, ...fullParts });
}

/** Takes the full module as `init` of `xregion/slim` takes the one that validates. */
export const init = /* @__PURE__ */ initOf(initSync);

export * from "./api.js";
