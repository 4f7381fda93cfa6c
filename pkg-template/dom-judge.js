// What the library says of the rows of a form.
import { at } from "./dom-fields.js";

const newToken = () => globalThis.crypto?.randomUUID?.();

/** A judge of rows, with the context as it is at that moment. */
export function judgeOf(operation, context) {
  // The same request keeps its token; another one than was submitted needs another.
  let token = newToken();
  let submitted;

  function judge(rows) {
    const { clientToken, ...known } = (typeof context === "function" ? context() : context) ?? {};
    const { ok, issues, value } = operation.validateRows(rows, known);
    const input = ok ? value : operation.fromRows(rows).input;
    const built = operation.build(input, { ...known, clientToken: clientToken ?? tokenFor(input) });
    const rendering = built.request ?? built.draft;
    return {
      ok,
      issues: withoutEmptyTwins(issues, rows),
      input,
      rows,
      ...(ok ? { request: rendering } : { draft: rendering }),
    };
  }

  function tokenFor(input) {
    if (submitted !== undefined && submitted !== JSON.stringify(input)) {
      token = newToken();
      submitted = undefined;
    }
    return token;
  }

  return { judge, submitted: ({ input }) => (submitted = JSON.stringify(input)) };
}

// Two rows whose key is still empty have no key twice, but none: of the later is said what is said of the first.
function withoutEmptyTwins(issues, rows) {
  const isEmpty = ({ path }) => !at(rows, path);
  return issues.flatMap((issue) => {
    if (issue.code !== "duplicate" || !isEmpty(issue)) return [issue];
    const ofFirst = issues.filter(
      (other) => other.code !== "duplicate" && isTwin(other.path, issue.path) && isEmpty(other),
    );
    return ofFirst.length > 0 ? ofFirst.map((other) => moved(other, issue)) : [issue];
  });
}

// Whether two paths differ in the row alone.
const isTwin = (one, another) =>
  one.length === another.length && one.every((step, index) => step === another[index] || index === one.length - 2);

function moved({ suggestion, ...issue }, { path, pointer }) {
  return { ...issue, path, pointer };
}
