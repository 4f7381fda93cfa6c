// House rules: loaded once, and known to the engine by an index, for which nothing stands but the handle made here.
import { engine } from "./engine.js";

/** Why house rules cannot be used; `problems` holds everything that is wrong with them. */
export class HouseRulesError extends Error {
  constructor(message, problems) {
    super(message);
    this.name = "HouseRulesError";
    this.problems = problems;
  }
}

const handles = [];
const indices = new WeakMap();

export function loadHouseRules(document) {
  const loaded = engine().loadHouseRules(document);
  if (typeof loaded !== "number") throw new HouseRulesError(loaded.message, loaded.problems);
  const handle = (handles[loaded] ??= Object.freeze({}));
  indices.set(handle, loaded);
  return handle;
}

let schema;

export function houseRulesSchema() {
  return JSON.parse((schema ??= engine().houseRulesSchema()));
}

/** The index that a handle stands for, `undefined` for what is no handle. */
export const houseIndex = (handle) => indices.get(handle);
