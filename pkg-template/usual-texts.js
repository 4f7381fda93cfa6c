// Whether texts are as usual, from a place to their end.
import { isWellFormed } from "./text.js";

/** A set of characters of ASCII: 1 for each that is in it. */
export function ascii(characters) {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

const DIGITS = "0123456789";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGIT = /* @__PURE__ */ ascii(DIGITS);
const HEX = /* @__PURE__ */ ascii(`${DIGITS}abcdef`);
const ALPHANUMERIC = /* @__PURE__ */ ascii(DIGITS + LETTERS);

/** Whether a value is a string of so many UTF-16 units. */
export const hasLength = (value, least, most) => typeof value === "string" && value.length >= least && value.length <= most;

/** Whether it is one of so many characters, for certain: one of them may take two units. */
export const isWritten = (value, least, most) => hasLength(value, 2 * least, most) && isWellFormed(value);

function areAllOf(text, from, to, set) {
  let all = 1;
  for (let index = from; index < to; index += 1) all &= set[text.charCodeAt(index)];
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

/** Whether it ends with a UUID in lower case. */
export const isUuid = (text, at) =>
  text.length === at + 36 &&
  areAllOf(text, at, at + 8, HEX) &&
  text.charCodeAt(at + 8) === 0x2d &&
  areAllOf(text, at + 9, at + 13, HEX) &&
  text.charCodeAt(at + 13) === 0x2d &&
  areAllOf(text, at + 14, at + 18, HEX) &&
  text.charCodeAt(at + 18) === 0x2d &&
  areAllOf(text, at + 19, at + 23, HEX) &&
  text.charCodeAt(at + 23) === 0x2d &&
  areAllOf(text, at + 24, at + 36, HEX);

/** Whether it ends as the ARNs of secrets do. */
export const endsLikeArn = (text) =>
  text.charCodeAt(text.length - 7) === 0x2d && areAllOf(text, text.length - 6, text.length, ALPHANUMERIC);

/** Whether a text is of these characters alone, and no tag of AWS's own. */
export const isTag = (text, set) =>
  areAllOf(text, 0, text.length, set) && !(text.charCodeAt(3) === 0x3a && text.slice(0, 3).toLowerCase() === "aws");

/** Whether a text is of visible characters of ASCII, and certainly of so many different ones. */
export function isVaried(text, different) {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (!(unit > 0x20 && unit < 0x7f)) return false;
    // Some share a bit.
    seen |= 1 << unit;
  }
  let count = 0;
  for (; seen !== 0; seen &= seen - 1) count += 1;
  return count >= different;
}

const WORD = 1;
const SIGN = 2;
const BLANK = 3;

/** Prose of words of at most so many characters, and signs. */
export function prose(signs, longest) {
  const kinds = ascii(`${DIGITS}${LETTERS}_`);
  for (const sign of signs) kinds[sign.charCodeAt(0)] = sign === " " ? BLANK : SIGN;
  return { kinds, longest };
}

/** Whether a text is such: no sign stands twice in a row. */
export function isProse(text, { kinds, longest }) {
  let length = 0;
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const kind = kinds[unit];
    length = kind === WORD ? length + 1 : 0;
    if (!(kind > 0) || length > longest || (kind === SIGN && unit === before)) return false;
    before = unit;
  }
  return true;
}
