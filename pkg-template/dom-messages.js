// Issues beside fields: their texts, and what tells browsers and assistive technology of them.
import { isError } from "./dom-fields.js";

let serial = 0;

/** What shows issues at places. `speaks` tells whether a place is to be heard yet. */
export function messengerOf(form, { ledger, speaks, render = renderTexts, textOf }) {
  const given = new Map();
  const validities = new Map();
  let shown = new Map();

  /** Shows what was found at each place, and nothing where there was something before. */
  function show(places, found) {
    for (const element of form.querySelectorAll("[data-issues]")) {
      given.set(places.pointerFrom(element, element.dataset.issues), element);
    }
    setValidities(places, found);
    const now = new Map();
    for (const place of places.all) {
      const issues = speaks(place) ? (found.get(place) ?? []) : [];
      const element = given.get(place.pointer) ?? shown.get(place.element) ?? (issues.length > 0 && make(place));
      if (element) {
        now.set(place.element, element);
        tell(element, issues, place);
      }
      if (place.kind === "control") mark(place.element, element, issues.some(isError));
    }
    for (const [target, element] of shown) if (!now.has(target)) silence(target, element);
    shown = now;
    given.clear();
  }

  function tell(element, issues, place) {
    if (!element.id) ledger.set(element, "id", `xregion-issues-${++serial}`);
    render(element, issues, place.element, { textOf: (issue) => textOf(issue, place) });
    if (element.classList.contains("xregion-issues")) element.hidden = issues.length === 0;
    if (place.kind !== "form") ledger.refer(place.element, "aria-describedby", element.id);
  }

  // What is not to be heard yet is invalid for browsers already, and some would tell: unless they are told otherwise.
  function mark(control, element, isWrong) {
    ledger.set(control, "aria-invalid", isWrong ? "true" : control.validity.valid ? undefined : "false");
    ledger.set(control, "aria-errormessage", isWrong ? element.id : undefined);
  }

  // A place that is gone, or whose control is disabled.
  function silence(target, element) {
    if (element.isConnected) render(element, [], target, { textOf });
    if (element.classList.contains("xregion-issues")) element.hidden = true;
    for (const name of ["aria-invalid", "aria-errormessage"]) ledger.set(target, name, undefined);
  }

  function make(place) {
    const { element: target } = place;
    const element = ledger.make(target.ownerDocument.createElement("div"));
    element.className = "xregion-issues";
    if (place.kind === "form") target.prepend(element);
    else if (place.kind === "control") (target.closest("label") ?? target).after(element);
    else if (target.matches("table, thead, tbody")) target.closest("table").after(element);
    else (target.matches("tr") ? (target.lastElementChild ?? target) : target).append(element);
    return element;
  }

  // Browsers know of controls alone: what is wrong with a group makes its first control invalid, so that a form is valid
  // for `checkValidity` exactly where its request passes.
  function setValidities({ all, controls }, found) {
    const texts = new Map();
    const able = controls.filter(({ element }) => element.willValidate);
    for (const place of all) {
      const errors = (found.get(place) ?? []).filter(isError);
      const inside = ({ element }) => place.element.contains(element);
      const target = able.find(inside) ?? able[0];
      if (errors.length === 0 || !target) continue;
      const text = errors.map((issue) => textOf(issue, place)).join(" ");
      texts.set(target.element, [texts.get(target.element), text].filter(Boolean).join(" "));
    }
    for (const { element } of controls) {
      if (!validities.has(element))
        validities.set(element, element.validity.customError ? element.validationMessage : "");
      element.setCustomValidity(texts.get(element) ?? "");
    }
  }

  function undo() {
    for (const [target, element] of shown) silence(target, element);
    for (const [element, text] of validities) element.setCustomValidity(text);
  }

  return { show, undo };
}

const rendered = new WeakMap();

// As plain as can be: a paragraph for each.
function renderTexts(element, issues, control, { textOf }) {
  const lines = issues.map((issue) => [issue.severity, textOf(issue)]);
  const signature = JSON.stringify(lines);
  if ((rendered.get(element) ?? "[]") === signature) return;
  rendered.set(element, signature);
  element.replaceChildren(
    ...lines.map(([severity, text]) => {
      const line = element.ownerDocument.createElement("p");
      line.dataset.severity = severity;
      line.textContent = text;
      return line;
    }),
  );
}
