// JSON text on its way into the core.

/** A lone surrogate, which UTF-8 cannot hold. */
export const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Whether a text has none. */
export const isWellFormed = (text) => text.isWellFormed?.() ?? text.search(LONE_SURROGATE) < 0;

// One that stands in the text itself is written as the escape that means the same. One after a backslash is no JSON and
// stays none.
const ESCAPED_OR_LONE = /* @__PURE__ */ new RegExp(`\\\\[^]|${LONE_SURROGATE.source}`, "g");
const escaped = (found) => (found[0] === "\\" ? found : `\\u${found.charCodeAt(0).toString(16)}`);
const withoutLoneSurrogates = (text) => (isWellFormed(text) ? text : text.replace(ESCAPED_OR_LONE, escaped));

const typeOfArray = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

/** JSON text as UTF-8. What is neither text nor bytes is read as an empty text, which is no JSON. */
export function utf8(json) {
  if (typeof json === "string") return new TextEncoder().encode(withoutLoneSurrogates(json));
  try {
    // A copy, made by what the array is and not by what it says of itself.
    return isBytes(json) ? new Uint8Array(json) : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}

/** Whether a value is what it has to be for that, of whatever realm. */
export const isBytes = (value) => typeOfArray.call(value) === "Uint8Array";
