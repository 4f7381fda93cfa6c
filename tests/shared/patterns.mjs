// Every documented pattern, and the texts at its boundaries: for whatever reads patterns.
import { readFileSync } from "node:fs";

/** How many different random strings each pattern is tried on. */
export const RANDOM_STRINGS = 20_000;

const SEED = 20_240_229;

/**
 * The documented patterns of these operations: each as documented and for browsers, with a way to ask the library
 * whether a text mismatches, and with the texts that the vectors have there.
 */
export function* patternsOf(operations) {
  const lines = readFileSync(new URL("../vectors/validate.jsonl", import.meta.url), "utf8").trimEnd().split("\n");
  const vectors = lines.map((line) => JSON.parse(line));
  for (const operation of operations) {
    const ofThis = vectors.filter((vector) => vector.operation === operation.name);
    for (const { way, field, isKey } of textFields(operation.form.fields)) {
      if (field.pattern === undefined) continue;
      const name = `${operation.name} ${way.join("/")}: ${field.pattern}`;
      const mismatches = (text) => {
        const path = way.map((step) => (step === KEY ? (isKey ? text : "us-east-1") : step));
        const issues = operation.validateField(path, isKey ? "" : text);
        return issues.some(({ code, on }) => code === "pattern_mismatch" && (on === "key") === isKey);
      };
      const known = ofThis.flatMap(({ request }) => textsAt(request, way, isKey));
      const { pattern, htmlPattern } = field;
      const examples = [...new Set([field.example, ...known].filter(Boolean))].filter((example) => example.length < 500);
      yield { name, pattern, htmlPattern, mismatches, examples, pieces: piecesOf(pattern) };
    }
  }
}

/** What the edges of a pattern's classes are made of, and what expressions of other languages read otherwise. */
const piecesOf = (pattern) =>
  [...new Set([...neighbours(pattern), ...TRAPS])].filter((piece) => piece.isWellFormed());

/** Stands in a way for whatever key there is. */
const KEY = "<key>";
const ITEM = 0;

function* textFields(fields, start = []) {
  for (const field of fields) {
    const way = [...start, ...field.path];
    if (["text", "select", "textarea"].includes(field.control)) yield { way, field, isKey: false };
    if (field.control === "group") yield* textFields(field.fields, way);
    if (field.control !== "rows") continue;
    const row = [...way, field.key ? KEY : ITEM];
    if (field.key) yield { way: row, field: field.key, isKey: true };
    yield* textFields(field.columns, row);
  }
}

/** The texts of a request at a place, or the keys there. */
function textsAt(value, [step, ...rest], isKey) {
  if (step === undefined) return typeof value === "string" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (step === KEY && rest.length === 0 && isKey) return Object.keys(value);
  const below = step === KEY || step === ITEM ? Object.values(value) : [value[step]];
  return below.flatMap((each) => textsAt(each, rest, isKey));
}

/** A pattern's characters, each with its neighbours: with them the edges of every class. */
function neighbours(pattern) {
  const characters = pattern.replace(/\\u([0-9A-F]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const codes = [...characters].flatMap((character) => [-1, 0, 1].map((offset) => character.codePointAt(0) + offset));
  return codes.filter((code) => code >= 0).map((code) => String.fromCodePoint(code));
}

/** What expressions of other languages read otherwise. */
const TRAPS = [
  ..."\0\t\n\v\f\r\x1f\x7f\x85\xa0\u2028\u2029\ufeff\ufffd", // ends of lines and white space
  ..."0123456789٠٩０９߀", // digits, ASCII and not
  ..."azAZáÿſKıİµπ", // letters that other letters become when their case is folded
  ..."_-:/.,+=@ ~\\^$|()[]{}*?'\"",
  "\u0301",
  "\u{1f600}",
  "\u{10ffff}",
  "aws:",
  "AWS:",
  "\r\n",
];

/** Numbers from nought to below a limit, the same ones in each run. */
function generator(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Texts around the boundaries of a pattern. */
export function* boundaries({ examples, pieces }) {
  yield* around(examples.slice(0, 10), pieces);
}

function* around(examples, pieces) {
  yield* pieces;
  yield* pieces.flatMap((piece) => pieces.map((other) => piece + other));
  for (const example of examples) {
    const characters = [...example];
    const length = characters.length;
    yield example;
    yield example.toUpperCase();
    yield example.toLowerCase();
    yield example.repeat(2);
    for (const piece of pieces) {
      for (const at of [0, 1, Math.floor(length / 2), length - 1, length]) {
        yield characters.toSpliced(at, 0, piece).join("");
        yield characters.toSpliced(at, 1, piece).join("");
      }
    }
    // Long examples are policies, in which one place is like another.
    for (let at = 0; at < Math.min(length, 200); at += 1) {
      yield characters.toSpliced(at, 1).join("");
      yield characters.slice(0, at).join("");
      yield characters.slice(at).join("");
    }
  }
}

/** As many random changes of texts that match. */
export function randomStrings({ pattern, examples: known, pieces }, count = RANDOM_STRINGS) {
  const examples = known.filter((example) => new RegExp(`^(?:${pattern})$`, "u").test(example));
  const below = generator(SEED);
  const oneOf = (list) => list[below(list.length)];
  const strings = new Set();
  while (strings.size < count) {
    let characters = [...oneOf(examples)];
    for (let changes = below(4); changes >= 0; changes -= 1) {
      const at = below(characters.length + 1);
      const change = oneOf(["insert", "replace", "delete", "repeat", "flip", "splice"]);
      const character = characters[at] ?? "";
      if (change === "insert") characters.splice(at, 0, oneOf(pieces));
      if (change === "replace") characters.splice(at, 1, oneOf(pieces));
      if (change === "delete") characters.splice(at, 1 + below(3));
      if (change === "repeat") characters.splice(at, 0, ...characters.slice(at, at + 1 + below(5)));
      if (change === "flip")
        characters.splice(
          at,
          1,
          character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase(),
        );
      if (change === "splice") characters = [...characters.slice(0, at), ...[...oneOf(examples)].slice(below(20))];
    }
    if (characters.length > 0) strings.add(characters.join(""));
  }
  return strings;
}
