// House rules: read once, kept as JSON text, and loaded into every instance under a number, for which nothing stands but
// the handle made here.
import { engine, onEveryInstance } from "./engine.js";
import { HouseRulesError } from "./house-rules-error.js";

const handles = new Map();
const numbers = new Map();

const SHARED = Symbol.for("xregion.houseRules");
const own = new WeakMap();

// What handles stand for. A program can hold this package several times, and the rules of one copy are known to all, but
// where nothing can be added to what they share.
function texts() {
  if (globalThis[SHARED] === undefined) Reflect.set(globalThis, SHARED, own);
  return globalThis[SHARED] ?? own;
}

export function loadHouseRules(document) {
  const text = engine().readHouseRules(document);
  if (typeof text !== "string") throw new HouseRulesError(text.message, text.problems);
  if (!handles.has(text)) {
    const handle = Object.freeze({});
    handles.set(text, handle);
    texts().set(handle, text);
  }
  return handles.get(text);
}

/** The number that a handle stands for here, `undefined` for what is no handle. */
export function houseNumber(handle) {
  const text = texts().get(handle);
  if (text === undefined) return undefined;
  if (!numbers.has(text)) {
    const number = numbers.size;
    numbers.set(text, number);
    onEveryInstance((glue) => glue.keepHouseRules(number, text));
  }
  return numbers.get(text);
}

let schema;

export function houseRulesSchema() {
  return JSON.parse((schema ??= engine().houseRulesSchema()));
}
