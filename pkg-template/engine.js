// The wasm instance behind the API: made at the first call, of bytes or a module that an entry provides.
import * as glue from "./glue.js";

let source;
let ready = false;

/** Says where the module comes from. Nothing is compiled before it is needed. */
export function provide(getSource) {
  if (!ready) source = getSource;
}

/** The exports of the instance. */
export function engine() {
  if (!ready) {
    if (!source) throw new Error("xregion/slim: call init() with the module before anything else");
    glue.initSync({ module: source() });
    ready = true;
  }
  return glue;
}
