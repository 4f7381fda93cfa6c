// Requests of which one fact is broken. What the facts are stands in the forms.
import { pointerTo } from "../support.mjs";

/** The values of a request that its form has fields for: `{ field, path, isKey }`. */
export function* placesIn(fields, value, start = []) {
  for (const field of fields) {
    const path = [...start, ...field.path];
    const there = at(value, path);
    if (there === undefined) continue;
    yield { field, path };
    if (field.control === "group") yield* placesIn(field.fields, value, path);
    if (field.control !== "rows") continue;
    for (const step of Array.isArray(there) ? there.keys() : Object.keys(there)) {
      if (field.key) yield { field: field.key, path: [...path, step], isKey: true };
      yield* placesIn(field.columns, value, [...path, step]);
    }
  }
}

const at = (value, path) => path.reduce((inner, step) => (inner !== undefined && Object.hasOwn(inner, step) ? inner[step] : undefined), value);

/** A copy of a request with something else at a place. */
export function withValue(input, path, value) {
  const copy = structuredClone(input);
  const last = path.at(-1);
  const around = at(copy, path.slice(0, -1));
  if (value === undefined) delete around[last];
  else Object.defineProperty(around, last, { value, configurable: true, enumerable: true, writable: true });
  return copy;
}

/** A copy whose entry has another key. */
export function withKey(input, path, key) {
  const entries = Object.entries(at(input, path.slice(0, -1)));
  const renamed = entries.map(([name, value]) => [name === path.at(-1) ? key : name, value]);
  return path.length === 1 ? Object.fromEntries(renamed) : withValue(input, path.slice(0, -1), Object.fromEntries(renamed));
}

/** What can be done to the value at a place: the request that comes of it, and what is to be said of it. */
export function* breaks(input, { field, path, isKey = false }) {
  const value = isKey ? path.at(-1) : at(input, path);
  const put = (changed) => (isKey ? withKey(input, path, changed) : withValue(input, path, changed));
  const one = (name, changed, code, place = path) => ({ name, input: changed, expect: [`${pointerTo(place)} ${code}`] });

  if (!isKey) {
    for (const other of [7, null, ...(typeof value === "boolean" ? ["true", []] : [true])]) {
      yield one(`another type: ${other}`, put(other), "wrong_type");
    }
    if (field.required && field.path.length > 0) yield one("what is required left out", put(undefined), "missing_required");
  }
  if (field.control === "rows") yield* rowsBroken(field, put, one);
  if (field.maxLength !== undefined) yield* textBroken(field, value, put, one, [...path.slice(0, -1)], isKey);
}

function* rowsBroken({ min, max, key, columns }, put, one) {
  if (min > 0) yield one("too few", put(key ? {} : []), "too_few");
  if (max === undefined) return;
  const numbers = [...Array(max + 1).keys()];
  const keys = key?.groups ? key.groups[0].choices.map(({ value }) => value) : numbers.map((number) => `a${number}`);
  // Entries and items that there is no more to say about.
  const entry = columns[0].path.length === 0 ? "" : {};
  const required = columns.filter((column) => column.required).map(({ path }) => path[0]);
  const item = (number) => Object.fromEntries(required.map((name) => [name, `a${number}`]));
  const many = key ? Object.fromEntries(numbers.map((number) => [keys[number], entry])) : numbers.map(item);
  yield one("too many", put(many), "too_many");
}

function* textBroken({ minLength, maxLength, htmlPattern }, value, put, one, around, isKey) {
  const said = (name, text, code) => one(name, put(text), code, isKey ? [...around, text] : undefined);
  const whole = htmlPattern === undefined ? /^/ : new RegExp(`^(?:${htmlPattern})$`, "v");
  if (minLength > 0) yield said("too short", "", "too_short");
  const long = lengthened(value, maxLength + 1).find((text) => whole.test(text));
  if (long !== undefined) yield said("too long", long, "too_long");
  for (const text of ["€", "\n", "\u0000", "a b", "ä"]) {
    if (!whole.test(text)) yield said(`against the pattern: ${JSON.stringify(text)}`, text, "pattern_mismatch");
  }
}

/** A text brought to a length, in ways of which some patterns take one. */
function lengthened(text, length) {
  const characters = [...text];
  const more = "a".repeat(length - characters.length);
  const ends = [0, 1, 2, 3, 4, characters.length].map((count) => Math.max(characters.length - count, 0));
  return ends.map((end) => characters.slice(0, end).join("") + more + characters.slice(end).join(""));
}
