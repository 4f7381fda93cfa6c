// Where the fields of a request stand in a form: found anew whenever it is looked at, so that rows may come and go.
import { cellsOf, cellsOfRow, find, pointerOf, stepsOf } from "./dom-fields.js";

const CONTROLS = "input, select, textarea";
const BUTTONS = ["button", "submit", "reset", "image"];
const NO_FIELDS = [...BUTTONS, "file", "radio", "select-multiple"];
const GROUP = "fieldset, [role=group]";

/** What makes a difference to the places where it comes or goes. */
export const PARTS = `${CONTROLS}, [data-rows], [data-row], [data-field], [data-issues], [data-count]`;

/**
 * The places of an operation's fields in a form, in the order of the form: the form itself, controls, groups, lists of
 * rows (`rows`) and rows (`row`).
 */
export function placesOf(form, operation) {
  const root = {
    kind: "form",
    element: form,
    path: [],
    inputPath: [],
    names: [],
    cells: cellsOf(operation.form.fields),
    places: [],
  };
  const scopes = new Map([[form, root]]);
  const lists = new Map();
  const byPointer = new Map();
  const all = [];

  const scopeOf = (element) => scopes.get(element.parentElement?.closest("[data-row]")) ?? root;

  function add(place) {
    const pointer = pointerOf(place.path);
    if (byPointer.get(pointer)?.kind === "control") fail(`has two controls for ${pointer}`);
    all.push(Object.assign(place, { pointer }));
    byPointer.set(pointer, place);
    place.scope?.places.push(place);
    return place;
  }

  function addRow(element) {
    const list = lists.get(element.parentElement?.closest("[data-rows]"));
    if (!list) fail("has a data-row outside of a data-rows");
    const { field } = list;
    const index = list.rows.length;
    const row = {
      kind: "row",
      element: groupOf(element),
      row: element,
      index,
      path: [...list.path, index],
      inputPath: [...list.inputPath, field.key ? "x" : index],
      names: [...list.scope.names, `${field.row || field.label || "Row"} ${index + 1}`],
      cells: cellsOfRow(field),
      places: [],
    };
    list.rows.push(row);
    scopes.set(element, add(row));
  }

  function addField(element, text, isWanted) {
    const scope = scopeOf(element);
    const steps = stepsOf(text);
    const cell = find(scope.cells, steps);
    if (!cell && !isWanted) return;
    if (!cell) fail(`has no field “${text}”${scope === root ? "" : ` in ${scope.names.at(-1)}`}`);
    const { field, names, isKey, isWhole } = cell;
    const isList = element.dataset.rows !== undefined;
    const place = {
      ...{ field, isKey, isWhole, steps, scope, element },
      path: [...scope.path, ...steps],
      inputPath: isWhole ? scope.inputPath : [...scope.inputPath, ...steps],
      names: [...scope.names, ...names],
    };
    if (isList !== (field.control === "rows"))
      fail(`names “${text}” by data-${isList ? "rows" : "field"}, which it is not`);
    if (isList) {
      lists.set(element, add({ ...place, kind: "rows", element: groupOf(element), container: element, rows: [] }));
    } else if (field.control === "group") {
      add({ ...place, kind: "group" });
    } else if (element.matches(CONTROLS) && !NO_FIELDS.includes(element.type)) {
      add({ ...place, kind: "control" });
    } else {
      fail(`has no control for “${text}” but a ${element.type ?? element.localName}`);
    }
  }

  function fail(what) {
    throw new TypeError(`xregion/dom: the form for ${operation.name} ${what}`);
  }

  add(root);
  for (const element of candidates(form)) {
    const { rows, row, field } = element.dataset;
    const wanted = rows ?? field;
    if (row !== undefined) addRow(element);
    if (wanted !== undefined) addField(element, wanted, true);
    else if (element.name && element.matches(CONTROLS) && !BUTTONS.includes(element.type)) addField(element, element.name);
  }

  /** The pointer of a field that another element names, as `data-count` does. */
  const pointerFrom = (element, text) => pointerOf([...scopeOf(element).path, ...stepsOf(text)]);

  /** The place of a pointer, or the nearest around it. */
  function nearest(pointer) {
    let outer = pointer;
    while (outer && !byPointer.has(outer)) outer = outer.slice(0, outer.lastIndexOf("/"));
    return byPointer.get(outer) ?? root;
  }

  return { root, all, byPointer, pointerFrom, nearest, controls: all.filter(({ kind }) => kind === "control") };
}

// The elements that can be places, outer ones first. What is disabled is no part of a form, as it is none when it is sent.
function candidates(form) {
  const within = [...form.querySelectorAll(`${CONTROLS}, [data-rows], [data-row], [data-field]`)];
  const outside = [...form.elements].filter((element) => element.matches(CONTROLS) && !form.contains(element));
  const isOurs = (element) => !element.closest(":disabled") && (!element.matches(CONTROLS) || element.form === form);
  return [...within, ...outside].filter(isOurs);
}

const groupOf = (element) =>
  element.matches(GROUP) ? element : ([...element.children].find((child) => child.matches(GROUP)) ?? element);
