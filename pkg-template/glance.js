// Glances at plain values: whether there is certainly nothing to say about them.
import { written } from "./tape.js";
import { writers } from "./writers.js";

/** A policy and fifty tags find room. */
const ROOM = 2 ** 17;

/** What a glance at a request tells, by an instance of a module that was made for that. */
export function glance(instance, index, value) {
  if (instance.glance === undefined) return false;
  const length = written(areaOf(instance), writers[index], value);
  return length > 0 && instance.glance(index, length) !== 0;
}

function areaOf(instance) {
  if (!(instance.area?.length > 0)) {
    // The place is made when it is asked for first, and the memory may grow by that.
    const place = instance.tape(ROOM) >>> 0;
    instance.area = new Uint8Array(instance.memory.buffer, place, ROOM);
  }
  return instance.area;
}
