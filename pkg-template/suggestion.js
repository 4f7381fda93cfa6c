// Following what an issue suggests.
import { stepsOf } from "./pointer.js";

/**
 * A copy of the input, changed as suggested. The input itself stays as it is; where the place is not there any more,
 * or another entry has the new name, nothing is changed.
 */
export function applySuggestion(input, { pointer, from, value }) {
  const path = stepsOf(from ?? pointer);
  const name = stepsOf(pointer).at(-1);
  return changed(input, path, (key, old, siblings) => {
    if (from !== undefined) return [[Object.hasOwn(siblings, name) ? key : name, old]];
    return value === undefined ? [] : [[key, value]];
  });
}

// The value with other entries in place of the one at the path. What lies on the way is copied, the rest is shared.
function changed(value, [key, ...rest], entriesFor) {
  if (key === undefined || typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? changed(item, rest, entriesFor) : item));
  const entries = Object.entries(value).flatMap(([name, old]) => {
    if (name !== key) return [[name, old]];
    return rest.length > 0 ? [[name, changed(old, rest, entriesFor)]] : entriesFor(name, old, value);
  });
  // Makes properties of its own even of `__proto__`.
  return Object.fromEntries(entries);
}
