// Rows: the items of a list and the entries of a map, which people add and remove.
import { announce } from "./announce.js";
import { h, plural, unseen, write } from "./dom.js";
import { fieldset, requiredMark } from "./fieldset.js";
import { blankRow } from "./model.js";

/** The element of a field with rows. `cellElement` makes that of a field in a row. */
export function rowsField(node, desk, cellElement, label) {
  const { field } = node;
  const one = field.row || label || "Row";
  const list = h("ol", { class: "rows" });
  const many = h("span", { class: "count" });
  const add = h("button", { type: "button", class: "add", click: addRow }, `Add ${inSentence(one)}`);

  function rowElement(row) {
    const title = h("span", { class: "title" });
    const whose = unseen("");
    const remove = h(
      "button",
      { type: "button", class: "quiet remove", click: () => removeRow(row, item) },
      "Remove",
      whose,
    );
    const cells = [row.key, ...row.cells].filter(Boolean);
    const inner = fieldset(
      row,
      desk,
      "row",
      title,
      [
        h(
          "div",
          { class: "cells" },
          cells.map((cell) => cellElement(cell, desk, cell.field.label || one)),
        ),
        remove,
      ],
      one,
    );
    const item = h("li", {}, inner);
    row.renumber = (number) => {
      row.view.name = `${one} ${number}`;
      write(title, row.view.name);
      write(whose, ` ${row.view.name}`);
    };
    return item;
  }

  function addRow() {
    const row = blankRow(field);
    node.rows.push(row);
    const item = rowElement(row);
    list.append(item);
    changed(`${one} ${node.rows.length} added`);
    item.querySelector("input, textarea, button").focus();
  }

  function removeRow(row, item) {
    const index = node.rows.indexOf(row);
    node.rows.splice(index, 1);
    // Who was in the row goes on in the next one, else in the one before.
    const next = list.children[index + 1] ?? list.children[index - 1];
    (next?.querySelector("input, textarea, button") ?? add).focus();
    item.remove();
    changed(`${one} ${index + 1} removed`);
  }

  function changed(what) {
    number();
    announce(what);
    desk.changed();
  }

  function number() {
    for (const [index, row] of node.rows.entries()) row.renumber(index + 1);
    const { length } = node.rows;
    write(
      many,
      field.max === undefined
        ? length
          ? plural(length, "entry", "entries")
          : ""
        : `${length} of at most ${field.max}`,
    );
  }

  function draw() {
    list.replaceChildren(...node.rows.map(rowElement));
    number();
  }
  draw();
  const element = fieldset(
    node,
    desk,
    "list",
    [label, requiredMark(field)],
    [field.help && h("p", { class: "help" }, field.help), list, h("div", { class: "under" }, add, many)],
    label,
  );
  node.view.draw = draw;
  return element;
}

// “Add tag”, but “Add Region”, which AWS writes in capitals wherever it stands, and so does its name here.
const inSentence = (name) => (/^Regions?\b/.test(name) ? name : name[0].toLowerCase() + name.slice(1));
