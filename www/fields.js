// The fields of a form, made of its metadata. Each node gets a `view`: how to draw
// what it holds, how to show issues there, and where to go to mend them.
import { pointAt } from "./caret.js";
import { h, set, unseen, write } from "./dom.js";
import { fieldset, requiredMark } from "./fieldset.js";
import { mark, showIssues } from "./issues.js";
import { rowsField } from "./rows.js";

// From here on a text wants the whole width.
const LONG = 1024;

/**
 * The element of a field. `desk` hears of what happens there: `desk.changed()` and `desk.left(node)`.
 * `label` stands in for that of a field without one.
 */
export function fieldElement(node, desk, label = node.field.label) {
  const { control } = node.field;
  if (control === "rows") return rowsField(node, desk, fieldElement, label);
  if (control === "group") return groupField(node, desk, label);
  if (control === "checkbox") return checkboxField(node, desk, label);
  return textField(node, desk, label);
}

function textField(node, desk, label) {
  const { field, id } = node;
  const help = field.help ?? (field.expected && `${field.expected[0].toUpperCase()}${field.expected.slice(1)}.`);
  const count = h("span", { class: "count", id: `${id}-count` });
  const issues = h("div", { class: "issues", id: `${id}-issues` });
  const control = h(field.control === "textarea" ? "textarea" : "input", {
    id,
    placeholder: field.example,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-required": field.required && "true",
    "aria-describedby": `${id}-help ${id}-count ${id}-issues`,
    input() {
      node.text = control.value;
      write(count, counted(field, node.text));
      desk.changed();
    },
    blur: () => desk.left(node),
  });
  if (field.control === "textarea") control.rows = 7;
  else control.type = "text";
  const known = field.groups && choices(field, `${id}-known`);
  if (known) control.setAttribute("list", known.id);

  function draw() {
    control.value = node.text;
    write(count, counted(field, node.text));
  }
  draw();
  const element = h(
    "div",
    { class: `field ${(field.maxLength ?? LONG) < LONG ? "short" : "long"}` },
    h("label", { for: id }, label, requiredMark(field)),
    control,
    known,
    h("div", { class: "under" }, h("p", { class: "help", id: `${id}-help` }, help ?? ""), count),
    issues,
  );
  node.view = { ...viewOf(label, element, control, issues), draw, pointAt: (place) => pointAt(control, place) };
  return element;
}

// What is known, offered while it is typed.
const choices = ({ groups }, id) =>
  h(
    "datalist",
    { id },
    groups.flatMap((group) => group.choices.map(({ value, label }) => h("option", { value }, `${label} · ${group.label}`))),
  );

const viewOf = (name, element, control, issues) => ({
  name,
  element,
  focus: () => control.focus(),
  show(list) {
    showIssues(issues, list);
    mark(control, list);
  },
});

// Lengths are counted as AWS does, in Unicode scalar values.
function counted({ maxLength }, text) {
  const number = (count) => count.toLocaleString("en");
  return maxLength === undefined ? "" : `${number([...text].length)} of ${number(maxLength)}`;
}

function checkboxField(node, desk, label) {
  const { field, id } = node;
  const issues = h("div", { class: "issues", id: `${id}-issues` });
  // `plain`: on or off, where off and left out are the same.
  const state = h("span", { class: "state", id: `${id}-state`, hidden: field.plain });
  const control = h("input", {
    type: "checkbox",
    id,
    "aria-describedby": `${id}-state ${id}-help ${id}-issues`,
    change: () => to(control.checked),
    blur: () => desk.left(node),
  });
  const unset = h(
    "button",
    {
      type: "button",
      class: "quiet",
      click() {
        to(undefined);
        control.focus();
      },
    },
    "Leave out",
    unseen(` ${label}`),
  );

  function to(checked) {
    node.checked = checked;
    draw();
    desk.changed();
  }
  function draw() {
    control.checked = node.checked ?? false;
    write(state, node.checked === undefined ? "left out until touched" : `sent as ${node.checked}`);
    set(unset, "hidden", node.checked === undefined || field.plain);
  }
  draw();
  const element = h(
    "div",
    { class: "field check" },
    h(
      "div",
      { class: "line" },
      control,
      h("div", {}, h("label", { for: id }, label, requiredMark(field)), state, unset),
    ),
    h("div", { class: "under" }, h("p", { class: "help", id: `${id}-help` }, field.help ?? "")),
    issues,
  );
  node.view = { ...viewOf(label, element, control, issues), draw };
  return element;
}

function groupField(node, desk, label) {
  const { field } = node;
  const element = fieldset(
    node,
    desk,
    "group",
    [label, requiredMark(field)],
    [
      field.help && h("p", { class: "help" }, field.help),
      h(
        "div",
        { class: "cells" },
        node.cells.map((cell) => fieldElement(cell, desk)),
      ),
    ],
    label,
  );
  node.view.draw = () => node.cells.forEach((cell) => cell.view.draw());
  return element;
}
