// Values of JavaScript as the core looks at them, written as JSON text: only as far as an operation's shape asks, so that
// a value may be as deep as it likes, contain itself, or be hostile in what no shape asks for. Whatever is asked of a value
// can throw: a getter, a proxy, a revoked one.
//
// What is no JSON is what `Json::written` in src/json.rs knows: `!` for what JSON cannot carry, `#` with a number, and strings
// by their lengths, which need not be looked through here.

import { failureOf } from "./engine-error.js";
import { TO_BLAME, assertRoom } from "./guard.js";
import { stepsOf } from "./pointer.js";
import { isWellFormed } from "./text.js";

/** The shapes of strings and booleans. A list has its item's shape in an array, a map its values' under `ENTRIES`. */
export const TEXT = 0;
export const BOOLEAN = 1;
export const ENTRIES = "*";

/** That of a whole value: it, and one more for each level of lists and objects that is shown. */
const WHOLE = 2;

/** No request is nearly as deep. */
const DEEPEST = 16;

/** As src/engine.rs has it. */
const MOST_ITEMS = 100_000;

let calls = 0;
let exhausted;

/** A value as text. Of what is not of the shape no more is written than its type. */
export const shown = (value, shape) => looking(() => written(value, shape, measured));

/** The same, with strings as JSON has them. */
export const shownAsJson = (value, shape) => looking(() => written(value, shape, JSON.stringify));

/** A whole value as JSON text. What JSON cannot carry is null, there where it stands, and so is what is too deep. */
export const shownWhole = (value) => shownAsJson(value, WHOLE + DEEPEST);

/** The same as JSON has it; `undefined` where there is something in it that JSON cannot carry. */
export const carried = (value) =>
  looking(() => {
    try {
      return JSON.stringify(value);
    } catch (error) {
      blamed(error);
      return undefined;
    }
  });

function looking(look) {
  calls += 1;
  try {
    return look();
  } catch (cause) {
    throw failureOf(cause);
  } finally {
    calls -= 1;
  }
}

const isWhole = (shape) => typeof shape === "number" && shape >= WHOLE;

// What stands for what cannot be read or is no JSON, and for so much that it is not looked at.
const unreadable = (shape) => (isWhole(shape) ? "null" : "!");
const crowd = (count, shape) => (isWhole(shape) ? "null" : `#${Math.trunc(count)}`);

/** A string after its length in UTF-16 units. A lone surrogate is written as its escape, which the core tells. */
const measured = (text) => (isWellFormed(text) ? `'${text.length}:${text}` : JSON.stringify(text));

function written(value, shape, quoted) {
  switch (typeof value) {
    case "string":
      return shape === TEXT || isWhole(shape) ? quoted(value) : '""';
    case "boolean":
      return String(value);
    case "number":
      return isWhole(shape) ? JSON.stringify(value) : "0";
    case "object":
      return value === null ? "null" : shownObject(value, shape, quoted);
    default:
      return unreadable(shape);
  }
}

function shownObject(value, shape, quoted) {
  if (shape === WHOLE) return "null";
  try {
    if (Array.isArray(value)) return Array.isArray(shape) || isWhole(shape) ? items(value, shape, quoted) : "[]";
    // The only way to tell plain data from dates, maps, boxed primitives and typed arrays, of whatever realm.
    const tag = Object.prototype.toString.call(value);
    if (tag !== "[object Object]" && tag !== "[object Module]") return unreadable(shape);
    return (typeof shape === "object" && !Array.isArray(shape)) || isWhole(shape) ? entries(value, shape, quoted) : "{}";
  } catch (error) {
    return blamed(error, shape);
  }
}

function items(array, shape, quoted) {
  const { length } = array;
  if (!(length >= 0)) return unreadable(shape);
  if (length > MOST_ITEMS) return crowd(length, shape);
  const ofItem = isWhole(shape) ? shape - 1 : shape[0];
  let text = "";
  for (let index = 0; index < length; index += 1) text += `${index === 0 ? "[" : ","}${read(array, index, ofItem, quoted)}`;
  return text === "" ? "[]" : `${text}]`;
}

/** The own enumerable members with names. One that is `undefined` is absent. */
function entries(object, shape, quoted) {
  const keys = Object.getOwnPropertyNames(object);
  if (keys.length > MOST_ITEMS) return crowd(keys.length, shape);
  let text = "";
  for (const key of keys) {
    const value = readOwn(object, key, isWhole(shape) ? shape - 1 : memberShape(shape, key), quoted);
    if (value !== undefined) text += `${text === "" ? "{" : ","}${quoted(key)}:${value}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

// A property of the object itself.
const isEnumerable = Object.prototype.propertyIsEnumerable;

const memberShape = (shape, key) =>
  !Object.hasOwn(shape, ENTRIES) && Object.hasOwn(shape, key) ? shape[key] : shape[ENTRIES];

function readOwn(object, key, shape, quoted) {
  try {
    if (!isEnumerable.call(object, key)) return undefined;
  } catch (error) {
    return blamed(error, shape);
  }
  return read(object, key, shape, quoted, true);
}

function read(object, key, shape, quoted, isMember = false) {
  let value;
  try {
    value = object[key];
  } catch (error) {
    return blamed(error, shape);
  }
  return isMember && value === undefined ? undefined : written(value, shape, quoted);
}

/** The shape of what stands at a JSON Pointer; `undefined` where there is no such place. */
export function shapeAt(shape, pointer) {
  let at = shape;
  for (const step of stepsOf(pointer)) {
    if (typeof at !== "object") return undefined;
    at = Array.isArray(at) ? at[0] : Object.hasOwn(at, ENTRIES) ? at[ENTRIES] : Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

// What was thrown when a value was looked at is the value's own doing, unless there was no room to look.
function blamed(error, shape) {
  if (exhausted !== undefined && exhausted.error === error && exhausted.call === calls) throw error;
  try {
    assertRoom(TO_BLAME);
  } catch (cause) {
    exhausted = { error: cause, call: calls };
    throw cause;
  }
  return unreadable(shape);
}
