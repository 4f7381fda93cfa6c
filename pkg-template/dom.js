// Any plain form, validated. Takes the operation as it is: this module brings no engine of its own, but what forms are
// made of.
import "./form.js";
import { buttonsOf } from "./dom-buttons.js";
import { find, isError, stepsOf } from "./dom-fields.js";
import { judgeOf } from "./dom-judge.js";
import { ledgerOf } from "./dom-ledger.js";
import { dresserOf } from "./dom-dress.js";
import { listen } from "./dom-listen.js";
import { messengerOf } from "./dom-messages.js";
import { PARTS, placesOf } from "./dom-places.js";
import { putBack, rowsOf, setCount } from "./dom-rows.js";
import { isBlank, valuesOf } from "./dom-values.js";

const bound = new WeakSet();

// What a form is asked here. A control of such a name would answer in its place.
const OF_FORMS = [
  ...["addEventListener", "append", "checkValidity", "closest", "contains", "elements", "getAttribute", "getRootNode"],
  ...["hasAttribute", "localName", "matches", "nodeType", "querySelector", "querySelectorAll"],
  ...["removeAttribute", "removeEventListener", "reportValidity", "setAttribute"],
];

// Those of a frame are of other classes.
const isNode = (value) => typeof value?.nodeType === "number";

export function bindForm(form, operation, options = {}) {
  const hidden = OF_FORMS.find((name) => isNode(form?.[name]));
  if (hidden) throw new TypeError(`xregion/dom: the control named "${hidden}" hides the form's own member of that name; call it otherwise`);
  if (!isNode(form) || form.localName !== "form") throw new TypeError("xregion/dom: there is no form to bind");
  if (bound.has(form)) throw new TypeError("xregion/dom: this form is bound already");
  const { messageOf = ({ message }) => message, onChange, onSubmit, onRefused, onRow, signal } = options;
  const touched = new Set();
  const initial = new Map();
  const ledger = ledgerOf();
  const judge = judgeOf(operation, options.context);
  const values = valuesOf(operation, touched);
  let left = new WeakSet();
  let isTouched = false;
  let isOver = false;
  let places;
  let state;

  const look = () => (places = placesOf(form, operation));
  const isAbsent = (control) => isBlank(control, touched);
  const dresser = dresserOf(form, operation, { ...values, ledger, isAbsent, counterOf: options.counterOf });
  const messenger = messengerOf(form, {
    ledger,
    render: options.render,
    speaks: ({ element }) => left.has(element),
    textOf: (issue, place) => (place && issue.pointer !== place.pointer ? nameOf(issue) : "") + messageOf(issue),
  });
  const observer = new MutationObserver((records) => records.some(isOfParts) && update());

  // What is said elsewhere than at its field says which field it is about.
  function nameOf({ pointer }) {
    const { path, cells } = places.nearest(pointer);
    const steps = stepsOf(pointer).slice(path.length);
    const known = steps.map((_, index) => cells && find(cells, steps.slice(0, index + 1))).filter(Boolean);
    return known.length > 0 ? `${known.at(-1).names.join(", ")}: ` : "";
  }

  function refresh() {
    if (isOver) return;
    look();
    while (settle(places)) look();
    dresser.dress(places);
    const judged = judge.judge(values.read(places.root));
    const found = grouped(judged.issues);
    messenger.show(places, found);
    if (judged.ok) dresser.relent(places);
    const said = places.all.filter((place) => found.has(place));
    state = {
      ...judged,
      isPristine: !isTouched && places.controls.every(({ element }) => isAbsent(element)),
      places: said.map((place) => ({ ...publicPlace(place), issues: found.get(place) })),
    };
    observer.takeRecords();
  }

  function grouped(issues) {
    const found = new Map();
    for (const issue of issues) {
      const place = places.nearest(issue.pointer);
      found.set(place, [...(found.get(place) ?? []), issue]);
    }
    return found;
  }

  // A list that is seen for the first time gets the rows that it must have. Whether one did.
  function settle({ all }) {
    const unseen = all.filter(({ kind, container }) => kind === "rows" && !initial.has(container));
    const grown = unseen.map(({ container, field, rows }) => {
      const missing = field.required && rows.length < field.min;
      const isGrown = missing && setCount(container, rows.length, field.min);
      initial.set(container, rowsOf(container));
      return isGrown;
    });
    return grown.some(Boolean);
  }

  function update() {
    refresh();
    if (!isOver) onChange?.(state);
  }

  function leave(element) {
    left.add(element);
    isTouched = true;
  }

  function validate() {
    for (const { element } of look().all) leave(element);
    update();
    return state;
  }

  // What stands there already need not be left first.
  function fill(rows) {
    left = new WeakSet();
    values.fill(look, rows);
    for (const { kind, container } of places.all)
      if (kind === "rows" && !initial.has(container)) initial.set(container, []);
    for (const { element } of places.controls) if (!isAbsent(element)) leave(element);
    update();
  }

  function apply({ pointer, from, value }) {
    const place = look().byPointer.get(pointer);
    if (place?.kind !== "control" || from !== undefined) return false;
    values.write(place.element, value);
    leave(place.element);
    update();
    return true;
  }

  function focus(pointer) {
    const { element, kind } = places.nearest(pointer);
    for (let around = element.closest("details"); around; around = around.parentElement?.closest("details"))
      around.open = true;
    if (kind !== "control" && element.tabIndex < 0) ledger.set(element, "tabindex", "-1");
    element.focus();
  }

  // Whatever goes wrong on the way, nothing is sent that did not pass.
  function submit(event) {
    // Who lets a button pass over validation gets what was asked for.
    if (event.submitter?.formNoValidate) return;
    let isForBrowser = false;
    try {
      isForBrowser = submitted(event);
    } finally {
      if (!isForBrowser) event.preventDefault();
    }
  }

  // Whether the browser is to send the form.
  function submitted({ submitter }) {
    validate();
    if (!state.ok) {
      const { pointer } = state.places.find(({ issues }) => issues.some(isError));
      if (onRefused?.(state) !== false) focus(pointer);
      return false;
    }
    // A control that is no field of the request.
    if (![...form.elements].every((control) => control.checkValidity())) {
      form.reportValidity();
      return false;
    }
    if (!onSubmit) return true;
    judge.submitted(state);
    onSubmit(state.request, { issues: state.issues, submitter });
    return false;
  }

  function reset() {
    for (const [container, rows] of initial) if (form.contains(container)) putBack(container, rows);
    touched.clear();
    left = new WeakSet();
    isTouched = false;
    for (const { element } of look().controls) {
      if (element.defaultChecked) touched.add(element);
      resetControl(element);
    }
    update();
  }

  function unbind() {
    if (isOver) return;
    isOver = true;
    bound.delete(form);
    observer.disconnect();
    stop();
    messenger.undo();
    ledger.undo();
  }

  bound.add(form);
  let stop = () => {};
  try {
    ledger.set(form, "novalidate", "");
    refresh();
  } catch (problem) {
    unbind();
    throw problem;
  }
  stop = listen(form, {
    places: () => places,
    touch: (control) => control.type === "checkbox" && touched.add(control),
    click: buttonsOf(form, { look, update, onRow, write: values.write }),
    ...{ update, leave, submit, reset },
  });
  observer.observe(form, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  if (signal?.aborted) unbind();
  signal?.addEventListener("abort", unbind, { once: true });

  return {
    get state() {
      return state;
    },
    get input() {
      return state.input;
    },
    get rows() {
      return state.rows;
    },
    placeAt: (pointer) => publicPlace(places.nearest(pointer)),
    setInput: (input) => fill(operation.toRows(input)),
    setRows: fill,
    refresh: update,
    ...{ validate, apply, focus, unbind },
  };
}

const publicPlace = ({ pointer, names, element }) => ({ pointer, name: names.join(", "), element });

const isOfParts = ({ type, addedNodes, removedNodes }) =>
  type === "attributes" ||
  [...addedNodes, ...removedNodes].some((node) => node.matches?.(PARTS) || node.querySelector?.(PARTS));

function resetControl(control) {
  if (control.type === "checkbox") control.checked = control.defaultChecked;
  else if (control.localName !== "select") control.value = control.defaultValue;
  else if (![...control.options].some((option) => (option.selected = option.defaultSelected)))
    control.selectedIndex = 0;
}
