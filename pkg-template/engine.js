// The wasm instance behind the API: made at the first call, of bytes or a module that an entry provides.
import * as glue from "./glue.js";

let source;
let ready = false;

/** Says where the module comes from. Nothing is compiled before it is needed. */
export function provide(getSource) {
  if (!ready) source = getSource;
}

/**
 * A part of the API that brings the module along: what calls this goes into a bundle only if the part does. Parts are the
 * same in every entry, so that the module of any of them is there for all.
 */
export function withModule(getSource, part) {
  provide(getSource);
  return part;
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
