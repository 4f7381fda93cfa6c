// What the buttons of a form do: rows come and go, and controls are left out.
import { addRow, rowsOf } from "./dom-rows.js";

/** What reacts to a click in a form. `look` finds the places, `write` empties a control, `update` judges what came of it. */
export function buttonsOf(form, { look, write, update, onRow }) {
  function click({ target }) {
    const button = target.closest("[data-add-row], [data-remove-row], [data-leave-out]");
    if (!button || button.matches(":disabled") || !form.contains(button)) return;
    if (button.dataset.addRow !== undefined) add(listOf(button));
    else if (button.dataset.removeRow !== undefined) remove(button.closest("[data-row]"));
    else leaveOut(button);
  }

  // Inside its list a button needs no name for it.
  function listOf(button) {
    const { byPointer, pointerFrom } = look();
    return byPointer.get(pointerFrom(button, button.dataset.addRow))?.container ?? button.closest("[data-rows]");
  }

  function add(container) {
    const row = addRow(container);
    if (!row) return;
    changed("added", row);
    firstIn(row)?.focus();
  }

  function remove(row) {
    const container = row.parentElement.closest("[data-rows]");
    const rows = rowsOf(container);
    const index = rows.indexOf(row);
    // Who was in the row goes on in the next one, else in the one before.
    const next = rows[index + 1] ?? rows[index - 1];
    const adders = [...form.querySelectorAll("[data-add-row]")];
    (next ? firstIn(next) : adders.find((button) => listOf(button) === container))?.focus();
    changed("removed", row);
  }

  function changed(kind, row) {
    const { names, pointer } = look().all.find((place) => place.row === row);
    if (kind === "removed") row.remove();
    update();
    onRow?.({ kind, name: names.at(-1), pointer });
  }

  const firstIn = (row) => look().controls.find(({ element }) => row.contains(element))?.element;

  function leaveOut(button) {
    const { byPointer, pointerFrom } = look();
    const place = byPointer.get(pointerFrom(button, button.dataset.leaveOut));
    if (place?.kind !== "control") return;
    write(place.element, undefined);
    place.element.focus();
    update();
  }

  return click;
}
