// Key policies, which the module goes over where it can. A glance crosses to it for nothing else.
import { guarded } from "./engine.js";
import { hasLength } from "./usual-texts.js";

/** The longest policy that is written into the module's memory. */
const MOST_BYTES = 2 ** 16;

let encoder;

/** Whether a value is the text of a key policy that is plain. */
export function isPolicy(value) {
  const instance = guarded().atRest();
  if (instance?.glanceAtPolicy === undefined || !hasLength(value, 1, MOST_BYTES)) return false;
  try {
    encoder ??= new TextEncoder();
    const { written } = encoder.encodeInto(value, placeIn(instance));
    return written === value.length && instance.glanceAtPolicy(written) !== 0;
  } catch (cause) {
    // There was no room for it: whoever looks carefully will be told.
    instance.isSpent = true;
    throw cause;
  }
}

function placeIn(instance) {
  if (!(instance.place?.length > 0)) {
    // The place is made when it is asked for first, and the memory may grow by that.
    const start = instance.placeForPolicy(MOST_BYTES) >>> 0;
    instance.place = new Uint8Array(instance.memory.buffer, start, MOST_BYTES);
  }
  return instance.place;
}
