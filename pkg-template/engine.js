// The module behind the API.
import { makeGlue, stamp } from "./glue.js";
import { guard } from "./guard.js";
import { moduleOf } from "./module.js";

export const { provide, engine, onEveryInstance } = /* @__PURE__ */ guard(makeGlue, stamp);

/** The module behind the API, of its bytes or as it is given. */
export const ownModule = (source) => moduleOf(source, stamp);
