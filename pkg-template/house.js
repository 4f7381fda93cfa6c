// House rules: loaded once, and known to the engine by an index, for which nothing stands but the handle made here.
import { engine } from "./engine.js";
import { MarkedError } from "./marked-error.js";

/** Why house rules cannot be used; `problems` holds everything that is wrong with them. */
export class HouseRulesError extends MarkedError {
  static mark = "HouseRulesError";

  constructor(message, problems) {
    super(message);
    this.problems = problems;
  }
}

const handles = [];
const indices = new WeakMap();

// What handles stand for. A program can hold this package several times, and the rules of one copy are known to all.
const documents = () => (globalThis[Symbol.for("xregion.houseRules")] ??= new WeakMap());

export function loadHouseRules(document) {
  const loaded = engine().loadHouseRules(document);
  if (typeof loaded !== "number") throw new HouseRulesError(loaded.message, loaded.problems);
  const handle = (handles[loaded] ??= Object.freeze({}));
  indices.set(handle, loaded);
  documents().set(handle, textOf(document));
  return handle;
}

// What cannot be read a second time is known to this copy alone.
function textOf(document) {
  try {
    return typeof document === "string" ? document : JSON.stringify(document);
  } catch {
    return undefined;
  }
}

let schema;

export function houseRulesSchema() {
  return JSON.parse((schema ??= engine().houseRulesSchema()));
}

/** The index that a handle stands for, `undefined` for what is no handle. */
export const houseIndex = (handle) => indices.get(handle) ?? indexOfAnother(handle);

// Of another copy. If that is of another version, its rules may be none here.
function indexOfAnother(handle) {
  const document = documents().get(handle);
  const loaded = document === undefined ? undefined : engine().loadHouseRules(document);
  if (typeof loaded !== "number") return undefined;
  indices.set(handle, loaded);
  return loaded;
}
