// Rows of a form: made of the template that its author wrote.

let serial = 0;

const REFERENCES = [
  "for",
  "list",
  "aria-labelledby",
  "aria-describedby",
  "aria-details",
  "aria-controls",
  "aria-errormessage",
];

const templateOf = (container) =>
  [...container.querySelectorAll("template")].find((template) => template.closest("[data-rows]") === container);

/** The elements of the rows of a list. */
export const rowsOf = (container) =>
  [...container.querySelectorAll("[data-row]")].filter((row) => row.parentElement.closest("[data-rows]") === container);

/** Adds an empty row, and returns its element: nothing where there is no template. */
export function addRow(container) {
  const template = templateOf(container);
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!row) return undefined;
  if (row.dataset.row === undefined)
    throw new TypeError("xregion/dom: the template of a row does not begin with a data-row");
  withIdsOfItsOwn(row);
  template.before(row);
  return row;
}

/** Adds or removes rows at the end; whether there was anything to do that could be done. */
export function setCount(container, count, wanted) {
  if (count > wanted) {
    for (const row of rowsOf(container).slice(wanted)) row.remove();
    return true;
  }
  const added = Array.from({ length: wanted - count }, () => addRow(container));
  return added.some(Boolean);
}

/** Puts back the rows that were there, and no others. */
export function putBack(container, rows) {
  const now = rowsOf(container);
  if (now.length === rows.length && now.every((row, index) => row === rows[index])) return;
  const template = templateOf(container);
  const parent = now[0]?.parentElement ?? container;
  for (const row of now) row.remove();
  if (template) template.before(...rows);
  else parent.append(...rows);
}

// Labels and descriptions find their elements by ids, of which a page can have each but once.
function withIdsOfItsOwn(row) {
  const suffix = `-row${++serial}`;
  const elements = [row, ...row.querySelectorAll("*")];
  const ids = new Set(elements.filter(({ id }) => id).map(({ id }) => id));
  const renamed = (text) => text.replace(/\S+/g, (id) => (ids.has(id) ? id + suffix : id));
  for (const element of elements) {
    for (const name of REFERENCES) {
      if (element.hasAttribute(name)) element.setAttribute(name, renamed(element.getAttribute(name)));
    }
    if (element.id) element.id += suffix;
  }
}
