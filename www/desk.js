// A request at work: its form, bound to its operation, and the ways to fill it.
import { bindForm } from "./pkg/dom.js";
import { announce } from "./announce.js";
import { contextOf } from "./call.js";
import { differences } from "./differences.js";
import { h, plural, write } from "./dom.js";
import { fieldElement } from "./fields.js";
import { showIssues, withActions } from "./issues.js";
import { menderOf } from "./mend.js";
import { noticeElement } from "./notice.js";
import { pasteElement } from "./paste.js";
import { samplesElement } from "./samples.js";
import { keep, recall } from "./store.js";
import { summaryElement } from "./summary.js";

/** The desk of an operation. `judged` hears each verdict, and `kept` whether the browser kept what was typed. */
export function openDesk(operation, { callValue, judged, kept }) {
  const { form, name } = operation;
  const summary = summaryElement();
  const notice = noticeElement();
  const mender = menderOf(() => binding);
  let held;

  const formElement = h(
    "form",
    { "aria-labelledby": "form-title", reset: empty },
    summary.element,
    h(
      "div",
      { class: "fields" },
      form.fields.map((field) => fieldElement(field)),
    ),
    h("div", { class: "issues", "data-issues": "" }),
    h(
      "p",
      { class: "help" },
      "What you leave empty is left out of the request, but for a text that is required and may be empty.",
    ),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "primary" }, "Check the request"),
      h("button", { type: "reset" }, "Empty the form"),
    ),
  );

  const binding = bindForm(formElement, operation, {
    context: () => contextOf(callValue()),
    counterOf,
    onChange: changed,
    onRefused: () => sumUp(true) ?? false,
    onSubmit: () => sumUp(true),
    onRow: (row) => announce(`${row.name} ${row.kind}`),
    render: (element, issues, control) => showIssues(element, offered(issues, control)),
  });

  function offered(issues, element) {
    return withActions(issues, (issue) => mender.actionsOf(issue, element));
  }

  function sumUp(aloud) {
    const places = binding.state.places.map((place) => ({ ...place, issues: offered(place.issues, place.element) }));
    summary.show(places, aloud);
  }

  function changed(state) {
    const rows = JSON.stringify(state.rows);
    if (rows !== held) {
      held = rows;
      mender.settle();
      kept(keep(name, state.rows));
    }
    tellCheckboxes();
    if (summary.visible) sumUp(false);
    judged(state);
  }

  function tellCheckboxes() {
    for (const state of formElement.querySelectorAll(".state")) {
      const line = state.closest(".line");
      const isAbsent = line.querySelector("[data-leave-out]").hidden;
      write(state, isAbsent ? "left out until touched" : `sent as ${line.querySelector("input").checked}`);
    }
  }

  function replaced(what) {
    const before = binding.rows;
    summary.hide();
    notice.show(what, () => {
      replaced("Undone.");
      binding.setRows(before);
    });
  }

  function empty() {
    replaced("The form is empty.");
  }

  function loadInput(input, what) {
    replaced(what);
    binding.setInput(input);
    binding.validate();
    return differences(input, binding.input);
  }

  const element = h(
    "div",
    { class: "desk" },
    h("h2", { id: "form-title", tabindex: "-1" }, form.title),
    h("p", { class: "service" }, form.service),
    h("p", { class: "lead" }, form.help),
    samplesElement(form, name, ({ json, title }) => loadInput(JSON.parse(json), `Loaded: ${title}.`)),
    notice.element,
    formElement,
    pasteElement(operation, callValue, (input) => loadInput(input, "Loaded from your text.")),
  );

  const saved = recall(name);
  if (typeof saved === "object" && !Array.isArray(saved)) binding.setRows(saved);
  held = JSON.stringify(binding.rows);
  return {
    element,
    refresh: binding.refresh,
    close: binding.unbind,
    focus: () => element.querySelector("h2").focus(),
  };
}

// Lengths are counted as AWS does, in Unicode scalar values.
function counterOf({ count, max, field: { control } }) {
  const number = (value) => value.toLocaleString("en");
  if (control !== "rows") return `${number(count)} of ${number(max)}`;
  if (max !== undefined) return `${count} of at most ${max}`;
  return count > 0 ? plural(count, "entry", "entries") : "";
}
