// From a form to the request it stands for, and what differs between two requests.

const own = (object, name) => Object.hasOwn(object, name);
const isBranch = (value) => typeof value === "object" && value !== null;

// `object[name] = value` would lose the name `__proto__`.
const put = (object, name, value) =>
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

export const step = (name) => `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The name in the last step of a pointer. */
export const lastName = (pointer) => pointer.split("/").at(-1).replaceAll("~1", "/").replaceAll("~0", "~");

/** Under which an issue or a field is found: a key and its value have the same pointer. */
export const placeOf = (pointer, on) => (on === "key" ? `key of ${pointer}` : pointer);

/**
 * The request that a form stands for. What is left empty is left out, but for a text that must be given and
 * may be empty, which `sendsEmpty(pointer, field)` tells.
 *
 * `places` leads from pointers to nodes. `duplicates` are the rows that have an earlier row's key, which no object can hold.
 */
export function toInput(root, sendsEmpty) {
  const places = new Map();
  const duplicates = [];

  function contentOf(node, at) {
    places.set(at, node);
    const [only] = node.cells;
    if (only && only.field.path.length === 0) return valueOf(only, at, true);
    const object = {};
    for (const cell of node.cells) {
      const path = cell.field.path;
      const value = valueOf(cell, at + path.map(step).join(""), false);
      if (value === undefined) continue;
      const parent = path
        .slice(0, -1)
        .reduce((inner, name) => (own(inner, name) ? inner[name] : put(inner, name, {})[name]), object);
      put(parent, path.at(-1), value);
    }
    return object;
  }

  function valueOf(node, at, must) {
    places.set(at, node);
    const { field } = node;
    if (node.rows) return node.rows.length || must ? (field.key ? mapOf(node, at) : listOf(node, at)) : undefined;
    if (node.cells) return orNothing(contentOf(node, at), must || field.required);
    if ("checked" in node) return node.checked ?? (must ? false : undefined);
    return node.text || must || (field.required && sendsEmpty(at, field)) ? node.text : undefined;
  }

  const orNothing = (object, must) => (must || Object.keys(object).length ? object : undefined);

  const listOf = (node, at) => node.rows.map((row, index) => contentOf(row, at + step(index)));

  function mapOf(node, at) {
    const map = {};
    const first = new Map();
    for (const [index, row] of node.rows.entries()) {
      const key = row.key.text;
      const pointer = at + step(key);
      if (first.has(key)) {
        duplicates.push({ node: row.key, pointer, first: first.get(key), template: node.field.duplicate });
      } else {
        first.set(key, index);
        places.set(placeOf(pointer, "key"), row.key);
        put(map, key, contentOf(row, pointer));
      }
    }
    return map;
  }

  return { input: contentOf(root, ""), places, duplicates };
}

/** What a form makes of a request that was loaded into it, where that is something else. */
export function differences(given, held, at = "") {
  if (!isBranch(given) || !isBranch(held) || Array.isArray(given) !== Array.isArray(held)) {
    return Object.is(given, held) ? [] : [{ pointer: at, given, held }];
  }
  const names = new Set([...Object.keys(given), ...Object.keys(held)]);
  return [...names].flatMap((name) => {
    const of = (side) => (own(side, name) ? side[name] : undefined);
    return differences(of(given), of(held), at + step(name));
  });
}
