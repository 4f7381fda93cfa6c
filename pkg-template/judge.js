// The way to a verdict.
import { guarded, judges } from "./engine.js";
import { issueOf } from "./issues.js";
import { optionsOf } from "./options.js";

/**
 * Whether a glance at a request tells that there is nothing to say about it. It is asked only where a module was started:
 * whoever cannot start one is told so by the first request, and not by the first that is refused.
 */
export function isQuiet(glance, value) {
  try {
    return guarded()?.atRest() !== undefined && glance(value);
  } catch {
    return false;
  }
}

/**
 * The issues of a value at a place, in the rest of a request or alone. A value is text that was written by `shown`, or
 * given as it came, as JSON in UTF-8.
 */
export function judge(index, context, { pointer = "", value, given, rest }) {
  const { text, hasHouseRules } = optionsOf(context);
  const isGiven = given !== undefined;
  return judges(hasHouseRules).judge(index, isGiven, text, pointer, isGiven ? given : value, rest).map(issueOf);
}
