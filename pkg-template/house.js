// House rules: read once, kept as JSON text, and loaded into every instance under a number, for which nothing stands but
// the handle made here.
import { engine, onEveryInstance } from "./engine.js";

/** Why house rules cannot be used; `problems` holds everything that is wrong with them. */
export class HouseRulesError extends Error {
  constructor(message, problems) {
    super(message);
    this.name = "HouseRulesError";
    this.problems = problems;
  }
}

const handles = new Map();
const numbers = new WeakMap();

export function loadHouseRules(document) {
  const text = engine().readHouseRules(document);
  if (typeof text !== "string") throw new HouseRulesError(text.message, text.problems);
  if (!handles.has(text)) {
    const number = handles.size;
    const handle = Object.freeze({});
    onEveryInstance((glue) => glue.keepHouseRules(number, text));
    numbers.set(handle, number);
    handles.set(text, handle);
  }
  return handles.get(text);
}

let schema;

export function houseRulesSchema() {
  return JSON.parse((schema ??= engine().houseRulesSchema()));
}

/** The number that a handle stands for, `undefined` for what is no handle. */
export const houseNumber = (handle) => numbers.get(handle);
