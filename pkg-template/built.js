// From an input to a request.
import { TO_START, assertRoom } from "./guard.js";
import { isError } from "./issues.js";
import { judge } from "./judge.js";
import { optionsText } from "./options.js";
import { globalNamed } from "./platform.js";
import { TEXT, shown, shownAsJson } from "./shown.js";
import { isWellFormed } from "./text.js";

// The issues of an input, and what becomes of it as JSON text, where JSON can carry it.
//
// A request holds what was judged and nothing that a second look at a treacherous value might show. Where a rule is
// switched off or down, what it let through is in a copy alone, which then is judged itself. Without a copy there is no
// request, whatever is switched off.
export function built(index, shape, input, options, token) {
  const judged = shownAsJson(input, shape);
  const issues = judge(index, options, { value: judged });
  const passes = !issues.some(isError);
  if (passes && !hasRules(options)) return withToken(index, { issues, text: judged }, options, token);
  const text = copied(input);
  if (!passes) return withToken(index, { issues, text }, options, token);
  if (text === undefined) return { issues: [...issues, ...judge(index, undefined, { value: shown(undefined) })] };
  return withToken(index, { issues: judge(index, options, { value: shown(JSON.parse(text), shape) }), text }, options, token);
}

function hasRules(options) {
  try {
    return Object.keys(options?.rules ?? {}).length > 0;
  } catch {
    assertRoom(TO_START);
    return false;
  }
}

// An escape of half a surrogate pair, which no service reads. A backslash of the text itself is written twice.
const HALF = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

function copied(input) {
  try {
    const text = JSON.stringify(input);
    return HALF.test(text) ? undefined : text;
  } catch {
    assertRoom(TO_START);
    return undefined;
  }
}

// The idempotency token where it is absent: the caller's, else a random one.
function withToken(index, built, options, token) {
  if (token === undefined || !built.text?.startsWith("{")) return built;
  const input = JSON.parse(built.text);
  if (Object.hasOwn(input, token)) return built;
  const { clientToken } = JSON.parse(optionsText(options) ?? "{}");
  const own = typeof clientToken === "string" && isWellFormed(clientToken);
  // A random one always passes.
  const ofToken = own ? judge(index, options, { pointer: `/${token}`, value: shown(clientToken, TEXT) }) : [];
  const before = built.issues.filter(({ path }) => !(path[0] > token));
  const issues = [...before, ...ofToken.filter(({ path }) => path.length > 0), ...built.issues.slice(before.length)];
  return { issues, text: JSON.stringify(Object.assign(input, { [token]: own ? clientToken : uuid() })) };
}

// `crypto.randomUUID` is there in secure contexts only.
function uuid() {
  const crypto = globalNamed("crypto");
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
