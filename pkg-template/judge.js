// The way to a verdict.
import { glancer, judges } from "./engine.js";
import { issueOf } from "./issues.js";
import { optionsOf } from "./options.js";
import { isQuiet as isQuietTo } from "./tape.js";

/** Whether a glance at a request tells that there is nothing to say about it. */
export function isQuiet(index, write, value) {
  try {
    const instance = glancer();
    return instance !== undefined && isQuietTo(instance, index, write, value);
  } catch {
    // A value that throws is looked at carefully, and so is a failure.
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
