// The way to a verdict.
import { guarded, judges } from "./engine.js";
import { issuesOf } from "./issues.js";
import { optionsOf } from "./options.js";

let isGlancing = false;

/**
 * Whether a glance at a request tells that there is nothing to say about it. It is asked only where a module was started
 * or may be: whoever may not start one is told so by the first request, and not by the first that is refused.
 */
export function isQuiet(glance, value) {
  if (!guarded()?.isReady()) return false;
  if (isGlancing) {
    // A value that asks for a verdict as it is looked at, which may have no end. What was ended from outside is over when
    // nothing runs.
    Promise.resolve().then(() => (isGlancing = false));
    return false;
  }
  isGlancing = true;
  try {
    return glance(value);
  } catch {
    return false;
  } finally {
    isGlancing = false;
  }
}

/**
 * The issues of a value at a place, in the rest of a request or alone. A value is text that was written by `shown`, or
 * given as it came, as JSON in UTF-8.
 */
export function judge(index, context, { pointer = "", value, given, rest }) {
  const { text, hasHouseRules } = optionsOf(context);
  const isGiven = given !== undefined;
  const { judge } = judges(hasHouseRules, context === undefined && !isGiven && pointer === "");
  return issuesOf(judge(index, isGiven, text, pointer, isGiven ? given : value, rest));
}
