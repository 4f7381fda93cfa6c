// The fields of a form as HTML, made of its metadata. What they hold and what is wrong with it is for `bindForm`, which
// finds them by their attributes.
import { h, unseen } from "./dom.js";

// From here on a text wants the whole width.
const LONG = 1024;

let serial = 0;
const identity = () => `field-${++serial}`;

/** The element of a field. `name` leads to it from the form or from its row; `label` stands in for that of one without. */
export function fieldElement(field, name = field.path.join("/"), label = field.label) {
  const { control } = field;
  if (control === "rows") return rowsField(field, name, label);
  if (control === "group") return groupField(field, name, label);
  if (control === "checkbox") return checkboxField(field, name, label);
  return textField(field, name, label);
}

function textField(field, name, label) {
  const id = identity();
  const help = field.help ?? (field.expected && `${field.expected[0].toUpperCase()}${field.expected.slice(1)}.`);
  const isLong = field.control === "textarea";
  const control = h(isLong ? "textarea" : "input", {
    id,
    type: !isLong && "text",
    rows: isLong && 7,
    "data-field": name,
    placeholder: field.example,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-help ${id}-count`,
  });
  return h(
    "div",
    { class: `field ${(field.maxLength ?? LONG) < LONG ? "short" : "long"}` },
    h("label", { for: id }, label, requiredMark(field)),
    control,
    h(
      "div",
      { class: "under" },
      h("p", { class: "help", id: `${id}-help` }, help ?? ""),
      h("span", { class: "count", id: `${id}-count`, "data-count": field.maxLength !== undefined && name }),
    ),
    issuesOf(name),
  );
}

function checkboxField(field, name, label) {
  const id = identity();
  // `plain`: on or off, where off and left out are the same.
  const { plain } = field;
  const control = h("input", {
    type: "checkbox",
    id,
    "data-field": name,
    "aria-describedby": `${id}-state ${id}-help`,
  });
  const state = h("span", { class: "state", id: `${id}-state`, hidden: plain });
  const leaveOut = h(
    "button",
    { type: "button", class: "quiet", "data-leave-out": name, hidden: plain },
    "Leave out",
    unseen(` ${label}`),
  );
  return h(
    "div",
    { class: "field check" },
    h(
      "div",
      { class: "line" },
      control,
      h("div", {}, h("label", { for: id }, label, requiredMark(field)), state, leaveOut),
    ),
    h("div", { class: "under" }, h("p", { class: "help", id: `${id}-help` }, field.help ?? "")),
    issuesOf(name),
  );
}

function groupField(field, name, label) {
  const cells = field.fields.map((inner) => fieldElement(inner, `${name}/${inner.path.join("/")}`));
  return h(
    "fieldset",
    { class: "group", tabindex: "-1", id: identity(), "data-field": name },
    h("legend", {}, label, requiredMark(field)),
    field.help && h("p", { class: "help" }, field.help),
    h("div", { class: "cells" }, cells),
    issuesOf(name),
  );
}

function rowsField(field, name, label) {
  const one = field.row || label || "Row";
  const template = h("template");
  template.content.append(h("li", { "data-row": "" }, rowElement(field, one)));
  return h(
    "fieldset",
    { class: "list", tabindex: "-1", id: identity(), "data-rows": name },
    h("legend", {}, label, requiredMark(field)),
    field.help && h("p", { class: "help" }, field.help),
    h("ol", { class: "rows" }, template),
    h(
      "div",
      { class: "under" },
      h("button", { type: "button", class: "add", "data-add-row": "" }, `Add ${inSentence(one)}`),
      h("span", { class: "count", "data-count": name }),
    ),
    issuesOf(name),
  );
}

function rowElement({ key, columns }, one) {
  const number = () => h("span", { "data-row-number": "" });
  // In a map, keys and plain values go by their labels.
  const nameOf = (cell) => (cell.path.length > 0 || !key ? cell.path.join("/") : cell.label);
  const cells = [key, ...columns].filter(Boolean);
  return h(
    "fieldset",
    { class: "row", tabindex: "-1", id: identity() },
    h("legend", {}, h("span", { class: "title" }, `${one} `, number())),
    h(
      "div",
      { class: "cells" },
      cells.map((cell) => fieldElement(cell, nameOf(cell), cell.label || one)),
    ),
    h(
      "button",
      { type: "button", class: "quiet remove", "data-remove-row": "" },
      "Remove",
      h("span", { class: "unseen" }, ` ${one} `, number()),
    ),
    issuesOf(""),
  );
}

const issuesOf = (name) => h("div", { class: "issues", "data-issues": name });

/** The mark of a required field. */
const requiredMark = (field) => field.required && h("span", { class: "required" }, " required");

// “Add tag”, but “Add Region”, which AWS writes in capitals wherever it stands, and so does its name here.
const inSentence = (name) => (/^Regions?\b/.test(name) ? name : name[0].toLowerCase() + name.slice(1));
