// Forms of react-hook-form, judged as rows. It splits names at dots, which keys of tags hold: in rows a key is a value.

/** A resolver for `useForm`, which also tells warnings. */
export function xregionResolver(operation, { messageOf = ({ message }) => message, ...context } = {}) {
  const { tell, ...warnings } = store();

  function resolver(rows, contextOfForm, { fields = {}, names = [], shouldUseNativeValidation } = {}) {
    const { ok, value, issues } = operation.validateRows(rows, { ...context, ...contextOfForm });
    tell(issues.filter((issue) => !isError(issue)));
    const errors = errorsOf(issues.filter(isError), rows, fields, messageOf);
    if (shouldUseNativeValidation) for (const name of names) report(name.split("."), fields, errors);
    return ok ? { values: value, errors: {} } : { values: {}, errors };
  }

  return Object.assign(resolver, { warnings });
}

/** The issues that errors of a form stand for. */
export function issuesOf(errors) {
  if (typeof errors !== "object" || errors === null) return [];
  const isError = Array.isArray(errors.issues);
  const inner = Object.entries(errors).filter(([name]) => !(isError && OF_AN_ERROR.includes(name)));
  return [...(isError ? errors.issues : []), ...inner.flatMap(([, error]) => issuesOf(error))];
}

// What an error holds beside those of its items. A control is no place to look for more.
const OF_AN_ERROR = ["type", "message", "types", "issues", "ref"];

const isError = ({ severity }) => severity === "error";

// What the form expects: an error for each place, nested as the rows are.
function errorsOf(issues, rows, fields, messageOf) {
  const errors = {};
  const places = new Map();
  for (const issue of issues) places.set(issue.pointer, [...(places.get(issue.pointer) ?? []), issue]);
  for (const found of places.values()) {
    const { path } = found[0];
    const value = at(rows, path);
    // Lists have errors of their own under this name, beside those of their items.
    const isWhole = path.length === 0 || Array.isArray(value);
    place(errors, isWhole ? [...path, "root"] : path, rows, errorOf(found, at(fields, path), messageOf));
  }
  return errors;
}

function errorOf(issues, field, messageOf) {
  const messages = issues.map((issue) => messageOf(issue));
  const types = {};
  issues.forEach(({ code }, index) => (types[code] = code in types ? [types[code], messages[index]].flat() : messages[index]));
  const ref = field?.refs?.[0] ?? field?.ref;
  return { type: issues[0].code, message: messages[0], types, issues, ...(ref && { ref }) };
}

function place(errors, path, rows, error) {
  const last = path.length - 1;
  path.slice(0, last).forEach((step, depth) => {
    if (!Object.hasOwn(errors, step)) put(errors, step, Array.isArray(at(rows, path.slice(0, depth + 1))) ? [] : {});
    errors = errors[step];
  });
  if (Object.hasOwn(errors, path[last])) Object.assign(errors[path[last]], error);
  else put(errors, path[last], error);
}

// Makes a property of its own even of `__proto__`.
const put = (object, name, value) =>
  Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });

const at = (value, path) =>
  path.reduce((inner, step) => (inner && Object.hasOwn(inner, step) ? inner[step] : undefined), value);

// By the browser's own means, as the form was told to.
function report(path, fields, errors) {
  const { ref, refs = [ref] } = at(fields, path) ?? {};
  for (const control of refs) {
    control?.setCustomValidity?.(at(errors, path)?.message ?? "");
    control?.reportValidity?.();
  }
}

// For `useSyncExternalStore`: the same issues are the same snapshot.
function store() {
  const listeners = new Set();
  let snapshot = [];
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    tell(issues) {
      if (JSON.stringify(issues) === JSON.stringify(snapshot)) return;
      snapshot = issues;
      for (const listener of listeners) listener();
    },
  };
}
