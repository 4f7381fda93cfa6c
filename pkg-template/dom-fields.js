// The fields of a form's metadata, found by the way to them.
import { stepsOf as stepsOfPointer } from "./pointer.js";

export { pointerOf } from "./pointer.js";

/** The steps of a name that an author wrote: a JSON Pointer, with or without the first slash. */
export const stepsOf = (text) => stepsOfPointer(text === "" || text.startsWith("/") ? text : `/${text}`);

/** The fields of an object, with the steps that lead to them from it. */
export const cellsOf = (fields) => fields.map((field) => ({ field, steps: field.path, names: [field.label] }));

/** The fields of a row. In the row of a map what has no path goes by its label, as `fromRows` has it. */
export function cellsOfRow({ key, columns, row, label }) {
  const cell = (field) => ({
    field,
    steps: field.path.length > 0 || !key ? field.path : [field.label],
    names: [field.label || row || label],
    isKey: field === key,
    // What stands for the whole key or the whole value: it cannot be left out of its row.
    isWhole: field.path.length === 0,
  });
  return [...(key ? [key] : []), ...columns].map(cell);
}

/** The field at these steps. */
export function find(cells, steps) {
  for (const cell of cells) {
    if (!cell.steps.every((step, index) => step === steps[index])) continue;
    const rest = steps.slice(cell.steps.length);
    if (rest.length === 0) return cell;
    const inner = cell.field.control === "group" && find(cellsOf(cell.field.fields), rest);
    if (inner) return { ...inner, steps, names: [...cell.names, ...inner.names] };
  }
  return undefined;
}

/** Writes a value into an object, at the end of some steps. */
export function put(object, steps, value) {
  const parent = steps.slice(0, -1).reduce((inner, step) => (inner[step] ??= {}), object);
  parent[steps.at(-1)] = value;
}

/** What stands at a path of rows. */
export const at = (rows, path) =>
  path.reduce((inner, step) => (isBranch(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined), rows);

const isBranch = (value) => typeof value === "object" && value !== null;

export const isError = ({ severity }) => severity === "error";
