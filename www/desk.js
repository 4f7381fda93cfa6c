// A request at work: its form, what is found in it, and the ways to fill it.
import { h } from "./dom.js";
import { fieldElement } from "./fields.js";
import { byNode, showIssues } from "./issues.js";
import { judgeOf } from "./judge.js";
import { menderOf } from "./mend.js";
import { blankForm, everything, load, restore, save } from "./model.js";
import { noticeElement } from "./notice.js";
import { pasteElement } from "./paste.js";
import { whenReleased } from "./pointer.js";
import { samplesElement } from "./samples.js";
import { keep, recall } from "./store.js";
import { named, summaryElement } from "./summary.js";
import { differences } from "./values.js";

/** The desk of an operation. `judged` hears each verdict, and `kept` whether the browser kept what was typed. */
export function openDesk(operation, { callValue, judged, kept }) {
  const { form, name } = operation;
  const judge = judgeOf(operation);
  const fields = h("div", { class: "fields" });
  const atForm = h("div", { class: "issues" });
  const summary = summaryElement();
  const notice = noticeElement();
  const desk = { left, changed };
  const mender = menderOf({ verdict: () => verdict, nameOf: (node) => new Map(named(root)).get(node), changed });
  let root;
  let verdict;
  let found;

  function start(filled) {
    root = filled;
    root.view = {
      name: "",
      focus: () => fields.querySelector("input, textarea, button").focus(),
      show: (list) => showIssues(atForm, list),
    };
    fields.replaceChildren(...root.cells.map((cell) => fieldElement(cell, desk)));
    summary.hide();
    refresh();
  }

  function refresh() {
    verdict = judge(root, callValue());
    found = byNode(verdict.issues, verdict.places, mender.actionsOf);
    show();
    judged(verdict);
  }

  // A field speaks after it was left once: who is still typing is not interrupted.
  function show() {
    for (const node of everything(root)) node.view.show(node.left ? (found.get(node) ?? []) : []);
    if (summary.visible) summary.show(root, found, false);
  }

  function changed() {
    mender.settle();
    refresh();
    kept(keep(name, save(root)));
  }

  function left(node) {
    node.left = true;
    whenReleased(refresh);
  }

  function allLeft() {
    for (const node of everything(root)) node.left = true;
    refresh();
  }

  function check(event) {
    event.preventDefault();
    allLeft();
    summary.show(root, found, true);
  }

  function replace(filled, what) {
    const before = save(root);
    start(filled);
    kept(keep(name, save(root)));
    notice.show(what, () => replace(restore(blankForm(form), before), "Undone."));
  }

  function loadInput(input, what) {
    replace(load(blankForm(form), input), what);
    allLeft();
    return differences(input, verdict.input);
  }

  const element = h(
    "div",
    { class: "desk" },
    h("h2", { id: "form-title", tabindex: "-1" }, form.title),
    h("p", { class: "service" }, form.service),
    h("p", { class: "lead" }, form.help),
    samplesElement(form, name, ({ json, title }) => loadInput(JSON.parse(json), `Loaded: ${title}.`)),
    notice.element,
    h(
      "form",
      { novalidate: true, submit: check, "aria-labelledby": "form-title" },
      summary.element,
      fields,
      atForm,
      h(
        "p",
        { class: "help" },
        "What you leave empty is left out of the request, but for a text that is required and may be empty.",
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "submit", class: "primary" }, "Check the request"),
        h("button", { type: "button", click: () => replace(blankForm(form), "The form is empty.") }, "Empty the form"),
      ),
    ),
    pasteElement(operation, callValue, (input) => loadInput(input, "Loaded from JSON.")),
  );

  start(restore(blankForm(form), recall(name)));
  return { element, refresh, focus: () => element.querySelector("h2").focus() };
}
