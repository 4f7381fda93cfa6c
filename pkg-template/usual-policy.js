// Key policies, which the module goes over where it can. A glance crosses to it for nothing else.
import { guarded } from "./engine.js";
import { hasLength } from "./usual-texts.js";

/** The longest policy that is written into the module's memory. */
const MOST_BYTES = 2 ** 16;

let encoder;

/** Whether a value is the text of a key policy that is plain. */
export function isPolicy(value) {
  if (!hasLength(value, 1, MOST_BYTES)) return false;
  const instance = guarded().take();
  if (instance === undefined) return false;
  const isPlain = isPlainIn(instance.glue, value);
  guarded().giveBack(instance);
  return isPlain;
}

function isPlainIn(glue, text) {
  if (glue.glanceAtPolicy === undefined) return false;
  encoder ??= new TextEncoder();
  const { written } = encoder.encodeInto(text, placeIn(glue));
  return written === text.length && glue.glanceAtPolicy(written) !== 0;
}

function placeIn(glue) {
  if (!(glue.place?.length > 0)) {
    // The place is made when it is asked for first, and the memory may grow by that.
    const start = glue.placeForPolicy(MOST_BYTES) >>> 0;
    glue.place = new Uint8Array(glue.memory.buffer, start, MOST_BYTES);
  }
  return glue.place;
}
