// What the library says of a form as it stands.
import { duplicateIssues, isError } from "./issues.js";
import { isUntouched } from "./model.js";
import { toInput } from "./values.js";

/** A judge of forms of one operation. Its verdict: the issues, whether there is an error, the request or its draft, and what follows. */
export function judgeOf(operation) {
  // One token for as long as the page is open: the request would change by itself otherwise.
  const clientToken = globalThis.crypto?.randomUUID?.();
  const empty = new Map();

  // The library is asked, once for each field, whether an empty text passes.
  function sendsEmpty(pointer, field) {
    if (!empty.has(field)) empty.set(field, !operation.validateField(pointer, "").some(isError));
    return empty.get(field);
  }

  return function judge(root, call) {
    const { input, places, duplicates } = toInput(root, sendsEmpty);
    const context = contextOf(call);
    const built = operation.build(input, { ...context, clientToken });
    const issues = [...built.issues, ...duplicateIssues(duplicates, built.issues)];
    return {
      ok: !issues.some(isError),
      issues,
      places,
      input,
      rendering: built.request ?? built.draft,
      follows: operation.notes(input, context),
      untouched: isUntouched(root),
    };
  };
}

export const contextOf = ({ region, accountId, callerArn, destinationAccountId }) => ({
  region,
  accountId,
  callerArn,
  destinationAccountId,
});

/** The request over HTTP, or why there is none yet. */
export function httpOf(rendering, { region, fips, dualStack, endpoint }) {
  try {
    return { http: rendering.toHttp({ region, fips, dualStack, endpoint }) };
  } catch (problem) {
    return { problem };
  }
}

/** In words, what was found. */
export function counted(issues) {
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  const of = (count, name) => count > 0 && `${count} ${name}${count === 1 ? "" : "s"}`;
  return [of(errors, "error"), of(warnings, "warning")].filter(Boolean).join(", ");
}
