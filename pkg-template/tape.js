// Plain values, written into the module's memory for a glance (src/glance/tape.rs says how). Whatever is not as usual is
// left to the careful way, which then looks at the value once more: here nothing is decided but that nothing is unusual.

import { isWellFormed } from "./text.js";

/** Texts of so many UTF-16 units and more are written by the engine's encoder: it takes long to begin, and not for a unit. */
const LONG = 48;

// Where is written to, while something is.
let bytes;
let at = 0;

let encoder;

/** Writes a value, and tells how many bytes it took; 0 where it cannot be written. */
export function written(area, write, value) {
  // A verdict that a value asks for as it is looked at. One that was ended from outside is over when nothing runs.
  if (bytes !== undefined) {
    Promise.resolve().then(() => (bytes = undefined));
    return 0;
  }
  bytes = area;
  at = 0;
  try {
    // What a value does as it is looked at may have the memory grow, which leaves no bytes here.
    return isUnspoilt() && write(value) && at <= bytes.length ? at : 0;
  } catch {
    return 0;
  } finally {
    bytes = undefined;
  }
}

const NOTHING = {};

// Members that every object has would look like its own.
function isUnspoilt() {
  for (const _ in NOTHING) return false;
  return true;
}

const { getPrototypeOf, prototype } = Object;

/** Whether a value is an object that is nothing but its own members. */
export function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const parent = getPrototypeOf(value);
  return (parent === prototype || parent === null) && prototype.toString.call(value) === "[object Object]";
}

/** The number of a member, that something more comes, or, as 0, that nothing does. */
export function put(byte) {
  bytes[at] = byte;
  at += 1;
}

export function boolean(value) {
  put(value === true ? 1 : 0);
  return typeof value === "boolean";
}

export function text(value) {
  if (typeof value !== "string") return false;
  const { length } = value;
  if (length >= LONG) return encoded(value);
  const into = bytes;
  const start = at + 3;
  let units = 0;
  for (let index = 0; index < length; index += 1) {
    const unit = value.charCodeAt(index);
    units |= unit;
    into[start + index] = unit;
  }
  if (units > 0x7f) return encoded(value);
  into[start - 3] = length;
  into[start - 2] = 0;
  into[start - 1] = 0;
  at = start + length;
  return true;
}

function encoded(value) {
  encoder ??= new TextEncoder();
  const start = at + 3;
  const { read, written } = encoder.encodeInto(value, bytes.subarray(start));
  // No halves of surrogate pairs: those are written as other characters.
  if (read !== value.length || (written !== read && !isWellFormed(value))) return false;
  bytes[at] = written;
  bytes[at + 1] = written >> 8;
  bytes[at + 2] = written >> 16;
  at = start + written;
  return true;
}

export function list(value, write) {
  if (!Array.isArray(value)) return false;
  const { length } = value;
  if (!(length >= 0)) return false;
  for (let index = 0; index < length; index += 1) {
    put(1);
    if (!write(value[index])) return false;
  }
  put(0);
  return true;
}

export function map(value, write) {
  if (!isPlain(value)) return false;
  for (const key in value) {
    const entry = value[key];
    if (entry === undefined) continue;
    put(1);
    if (!text(key) || !write(entry)) return false;
  }
  put(0);
  return true;
}
