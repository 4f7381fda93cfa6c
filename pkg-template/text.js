// JSON text on its way into the core.
import { globalNamed } from "./platform.js";

/** A lone surrogate, which UTF-8 cannot hold. */
export const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Whether a text has none. */
export const isWellFormed = (text) => text.isWellFormed?.() ?? text.search(LONE_SURROGATE) < 0;

// One that stands in the text itself is written as the escape that means the same. One after a backslash is no JSON and
// stays none.
const ESCAPED_OR_LONE = /* @__PURE__ */ new RegExp(`\\\\[^]|${LONE_SURROGATE.source}`, "g");
const escaped = (found) => (found[0] === "\\" ? found : `\\u${found.charCodeAt(0).toString(16)}`);
const withoutLoneSurrogates = (text) => (isWellFormed(text) ? text : text.replace(ESCAPED_OR_LONE, escaped));

const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
const typeOfArray = getter(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);

const ARRAYS_OF_BYTES = ["Uint8Array", "Int8Array", "Uint8ClampedArray"];

/**
 * JSON text as UTF-8, without the byte order mark that files of some programs begin with: parsers may ignore it (RFC 8259,
 * section 8.1). What is neither text nor bytes is read as an empty text, which is no JSON.
 */
export function utf8(json) {
  const bytes = typeof json === "string" ? new (globalNamed("TextEncoder"))().encode(withoutLoneSurrogates(json)) : copied(json);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

// Bytes by what holds them, and not by what that says of itself.
function copied(source) {
  try {
    const type = typeOfArray.call(source);
    if (type !== undefined) return ARRAYS_OF_BYTES.includes(type) ? new Uint8Array(source) : new Uint8Array();
    // Only what is a buffer can be viewed, and only a view has these members.
    const view = ArrayBuffer.isView(source) ? source : new DataView(source);
    const [buffer, start, length] = ["buffer", "byteOffset", "byteLength"].map((name) => getter(DataView.prototype, name).call(view));
    return new Uint8Array(buffer, start, length).slice();
  } catch {
    return new Uint8Array();
  }
}

/** Whether a value is what it has to be for that, of whatever realm. */
export const isBytes = (value) => typeOfArray.call(value) === "Uint8Array";
