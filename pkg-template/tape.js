// Plain values, written into the module's memory for a glance (src/glance/tape.rs says how). Whatever is not as usual is
// left to the careful way, which then looks at the value once more: here nothing is decided but that nothing is unusual.

import { isWellFormed } from "./text.js";

/** The engine's encoder takes long to begin, and no longer for a unit: so many UTF-16 units are written sooner without it. */
const FEW = 32;

// The words that are being written, and how many there are.
let words;
let count = 0;

// All texts, one after the other: they are written at once.
let texts = "";

let encoder;

/** Writes a value, and tells how many words it took; 0 where it cannot be written. */
export function written(area, write, value) {
  // A verdict that a value asks for as it is looked at. One that was ended from outside is over when nothing runs.
  if (words !== undefined) {
    Promise.resolve().then(() => (words = undefined));
    return 0;
  }
  words = area.words;
  count = 2;
  texts = "";
  try {
    // What a value does as it is looked at may have the memory grow, which leaves no words here.
    if (!isUnspoilt() || !write(value, 0) || count > words.length) return 0;
    const bytes = encoded(texts, area.texts);
    words[0] = bytes;
    words[1] = texts.length;
    return bytes < 0 ? 0 : count;
  } catch {
    return 0;
  } finally {
    words = undefined;
    // Whose they are may be gone before the next verdict.
    texts = "";
  }
}

// How many bytes a text takes; -1 where there are not so many, or where it cannot be written.
function encoded(text, into) {
  const { length } = text;
  if (length > into.length) return -1;
  if (length <= FEW) {
    let units = 0;
    for (let index = 0; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      units |= unit;
      into[index] = unit;
    }
    if (units < 0x80) return length;
  }
  encoder ??= new TextEncoder();
  const { read, written } = encoder.encodeInto(text, into);
  // Halves of surrogate pairs are written as other characters.
  return read === length && (written === length || isWellFormed(text)) ? written : -1;
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

// Members have numbers below 32, and what is no member has 0.
const MEMBER_BITS = 5;

function put(value, number) {
  words[count] = (value << MEMBER_BITS) | number;
  count += 1;
}

/** The place of a word that is still to come. */
export function open() {
  count += 1;
  return count - 1;
}

/** Writes it: the number of a member, and how many values there are in it. */
export function close(at, number, values) {
  words[at] = (values << MEMBER_BITS) | number;
  return true;
}

export function boolean(value, number) {
  put(value === true ? 1 : 0, number);
  return typeof value === "boolean";
}

export function text(value, number) {
  if (typeof value !== "string") return false;
  put(value.length, number);
  texts += value;
  return true;
}

export function list(value, number, write) {
  if (!Array.isArray(value)) return false;
  const { length } = value;
  if (!(length <= words.length)) return false;
  put(length, number);
  for (let index = 0; index < length; index += 1) {
    if (!write(value[index], 0)) return false;
  }
  return true;
}

export function map(value, number, write) {
  if (!isPlain(value)) return false;
  const at = open();
  let entries = 0;
  for (const key in value) {
    const entry = value[key];
    if (entry === undefined) continue;
    entries += 1;
    if (!text(key, 0) || !write(entry, 0)) return false;
  }
  return close(at, number, entries);
}
