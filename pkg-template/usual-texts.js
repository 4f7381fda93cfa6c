// Whether texts are as usual, from a place to their end.
import { isWellFormed } from "./text.js";

/** Of which kind each character of ASCII is, if of any. */
function kinds(...all) {
  const kinds = new Uint8Array(128);
  for (const [index, characters] of all.entries()) {
    for (const character of characters) kinds[character.charCodeAt(0)] = index + 1;
  }
  return kinds;
}

/** A set of characters of ASCII: 1 for each that is in it. */
export const ascii = (characters) => kinds(characters);

const DIGITS = "0123456789";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGIT = /* @__PURE__ */ ascii(DIGITS);
const HEX = /* @__PURE__ */ ascii(`${DIGITS}abcdef`);
const ALPHANUMERIC = /* @__PURE__ */ ascii(DIGITS + LETTERS);
const TOKEN = /* @__PURE__ */ ascii(`${DIGITS}${LETTERS}-_`);

/** Whether a value is a string of so many UTF-16 units. */
export const hasLength = (value, least, most) => typeof value === "string" && value.length >= least && value.length <= most;

/** Whether it is one of so many characters, for certain: one of them may take two units. Tables of one's own ask for it. */
export const isWritten = (value, least, most) => hasLength(value, 2 * least, most) && isWellFormed(value);

// Four at once take two thirds of the time.
function areAllOf(text, from, to, set) {
  let all = 1;
  let index = from;
  for (; index + 3 < to; index += 4) {
    all &= set[text.charCodeAt(index)] & set[text.charCodeAt(index + 1)];
    all &= set[text.charCodeAt(index + 2)] & set[text.charCodeAt(index + 3)];
  }
  for (; index < to; index += 1) all &= set[text.charCodeAt(index)];
  return all === 1;
}

/** Whether a text has this at a place. */
export function has(text, at, part) {
  for (let index = 0; index < part.length; index += 1) {
    if (text.charCodeAt(at + index) !== part.charCodeAt(index)) return false;
  }
  return true;
}

/** Whether it has the number of an account there, and a colon. */
export const isAccount = (text, at) => areAllOf(text, at, at + 12, DIGIT) && text.charCodeAt(at + 12) === 0x3a;

/** Whether it ends with these characters, at least one and at most so many. */
export const isSome = (text, at, most, set) =>
  text.length > at && text.length - at <= most && areAllOf(text, at, text.length, set);

/** Whether it ends with so many hexadecimal digits in lower case. */
export const isHex = (text, at, count) => text.length === at + count && areAllOf(text, at, text.length, HEX);

/** What each character of a UUID in lower case is: 1 for a digit, 2 for a hyphen. */
const UUID = /* @__PURE__ */ Uint8Array.from("111111112111121111211112111111111111");
const OF_UUID = /* @__PURE__ */ kinds(`${DIGITS}abcdef`, "-");

/** Whether it ends with a UUID in lower case. */
export function isUuid(text, at) {
  if (text.length !== at + 36) return false;
  let unlike = 0;
  for (let index = 0; index < 36; index += 4) {
    unlike |= OF_UUID[text.charCodeAt(at + index)] ^ UUID[index];
    unlike |= OF_UUID[text.charCodeAt(at + index + 1)] ^ UUID[index + 1];
    unlike |= OF_UUID[text.charCodeAt(at + index + 2)] ^ UUID[index + 2];
    unlike |= OF_UUID[text.charCodeAt(at + index + 3)] ^ UUID[index + 3];
  }
  return unlike === 0;
}

/** Whether it ends as the ARNs of secrets do. */
export const endsLikeArn = (text) =>
  text.charCodeAt(text.length - 7) === 0x2d && areAllOf(text, text.length - 6, text.length, ALPHANUMERIC);

/** Whether a text is of these characters alone, and no tag of AWS's own. */
export const isTag = (text, set) =>
  areAllOf(text, 0, text.length, set) && !(text.charCodeAt(3) === 0x3a && text.slice(0, 3).toLowerCase() === "aws");

/** Whether a text is of letters, digits, hyphens and low lines, and certainly of so many different ones. */
export function isVaried(text, different) {
  let seen = 0;
  let count = 0;
  for (let index = 0; index < text.length && count < different; index += 1) {
    // Characters that share a bit count as one, so that there are never too many.
    const bit = 1 << text.charCodeAt(index);
    if ((seen & bit) === 0) count += 1;
    seen |= bit;
  }
  return count === different && areAllOf(text, 0, text.length, TOKEN);
}

const WORD = 1;
const SIGN = 2;

/** Prose of words of at most so many characters, and signs. */
export const prose = (signs, longest) => ({ parts: kinds(`${DIGITS}${LETTERS}_`, signs), longest });

/** Whether a text is such: no sign but a blank stands twice in a row. */
export function isProse(text, { parts, longest }) {
  let length = 0;
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const part = parts[unit];
    length = part === WORD ? length + 1 : 0;
    if (!(part > 0) || length > longest || (part === SIGN && unit === before && unit !== 0x20)) return false;
    before = unit;
  }
  return true;
}
