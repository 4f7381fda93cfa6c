// What stands in a form: a tree of nodes, one for each field, and of rows.
//
// A text node has `text`, a checkbox `checked` (undefined until it is touched), a group `cells`, and rows `rows`, each of
// them with its own `cells` and, in a map, the node of its `key`. `left` says whether somebody was there and left.

let serial = 0;
const identity = () => `n${++serial}`;

/** An empty node. What is required starts with as many rows as it must have. */
export function blank(field) {
  const node = { field, id: identity(), left: false };
  if (field.control === "checkbox") node.checked = undefined;
  else if (field.control === "group") node.cells = field.fields.map(blank);
  else if (field.control === "rows")
    node.rows = Array.from({ length: field.required ? field.min : 0 }, () => blankRow(field));
  else node.text = "";
  return node;
}

export function blankRow({ key, columns }) {
  return { id: identity(), left: false, key: key && blank(key), cells: columns.map(blank) };
}

/** The root of a form, which is a group without a field of its own. */
export const blankForm = (form) => ({ id: identity(), left: false, cells: form.fields.map(blank) });

/** Every node and row below one, and itself. */
export function* everything(node) {
  yield node;
  if (node.key) yield node.key;
  for (const inner of [...(node.cells ?? []), ...(node.rows ?? [])]) yield* everything(inner);
}

/** Whether nothing was typed, touched, or left empty. */
export const isUntouched = (root) =>
  [...everything(root)].every((node) => !node.left && !node.text && node.checked === undefined);

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const nameOf = (node) => node.field.path.join("/");

/** Everything that was typed, also what no request can hold, as JSON. */
export function save(node) {
  if (node.rows) return node.rows.map(save);
  if (!node.cells) return node.text ?? node.checked ?? null;
  const cells = Object.fromEntries(node.cells.map((cell) => [nameOf(cell), save(cell)]));
  return node.key ? { key: node.key.text, cells } : { cells };
}

/** Fills a blank node with what was saved, as far as it fits. */
export function restore(node, saved) {
  if (node.rows && Array.isArray(saved)) {
    node.rows = saved.map((row) => restore(blankRow(node.field), row));
  } else if (node.cells && isObject(saved?.cells)) {
    if (node.key) restore(node.key, saved.key);
    for (const cell of node.cells) restore(cell, saved.cells[nameOf(cell)]);
  } else {
    fill(node, saved);
  }
  return node;
}

/** Fills a blank node with a value of a request, as far as it fits. */
export function load(node, value) {
  if (node.rows) node.rows = entries(node.field, value);
  else if (node.cells) loadCells(node.cells, value);
  else fill(node, value);
  return node;
}

function entries(field, value) {
  const row = (content, key) => {
    const made = blankRow(field);
    if (made.key) fill(made.key, key);
    loadCells(made.cells, content);
    return made;
  };
  if (field.key) return isObject(value) ? Object.entries(value).map(([key, content]) => row(content, key)) : [];
  return Array.isArray(value) ? value.map((content) => row(content)) : [];
}

function loadCells(cells, value) {
  for (const cell of cells) {
    const step = (inner, name) => (isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined);
    load(cell, cell.field.path.reduce(step, value));
  }
}

/** Empties a node. */
export function clear(node) {
  if (node.rows) node.rows = [];
  else if (node.cells) node.cells.forEach(clear);
  else if ("checked" in node) node.checked = undefined;
  else node.text = "";
}

function fill(node, value) {
  if ("checked" in node && typeof value === "boolean") node.checked = value;
  if ("text" in node && typeof value === "string") node.text = typeable(node.field, value);
  // What was there before need not be left first to be judged.
  node.left = Boolean(node.text) || node.checked !== undefined;
}

// The text as its control holds it: one line has no breaks, and several have those of one kind.
function typeable(field, text) {
  return field.control === "textarea" ? text.replace(/\r\n?/g, "\n") : text.replace(/[\r\n]/g, "");
}
