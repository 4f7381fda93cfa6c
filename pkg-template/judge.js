// The way to a verdict.
import { glances, guarded, judges, judgesAtOnce } from "./engine.js";
import { issuesOf } from "./issues.js";
import { optionsOf } from "./options.js";

/** Whether a glance at a request tells that there is nothing to say about it. */
export function isQuiet(index, value) {
  let instance;
  try {
    const glance = glances();
    instance = glance && guarded().atRest();
    return instance !== undefined && glance(instance, index, value);
  } catch {
    // There was no room for it: whoever looks carefully will be told.
    if (instance !== undefined) instance.isSpent = true;
    return false;
  }
}

/**
 * The issues of a value at a place, in the rest of a request or alone. A value is text that was written by `shown`, or
 * given as it came, as JSON in UTF-8.
 */
export function judge(index, context, { pointer = "", value, given, rest }) {
  if (context === undefined && given === undefined && pointer === "") {
    return issuesOf(judgesAtOnce().judge(index, false, undefined, "", value, rest));
  }
  const { text, hasHouseRules } = optionsOf(context);
  const isGiven = given !== undefined;
  return issuesOf(judges(hasHouseRules).judge(index, isGiven, text, pointer, isGiven ? given : value, rest));
}
