// Places in a text that is being edited.

/**
 * Moves the caret to a line and a column, which count from 1 and in Unicode scalar values, and selects what follows on
 * the line.
 */
export function pointAt(control, { line, column }) {
  const lines = control.value.split("\n");
  const text = lines[line - 1] ?? "";
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const before = [...text].slice(0, column - 1).join("").length;
  control.focus();
  control.setSelectionRange(start + before, start + text.length, "backward");
  bringIntoView(control, start + before);
}

// Browsers differ in whether a selection is scrolled to: a copy that ends there tells how far down it is.
function bringIntoView(control, end) {
  const copy = control.cloneNode();
  copy.removeAttribute("id");
  copy.className = "measure";
  copy.value = control.value.slice(0, end);
  copy.style.width = `${control.offsetWidth}px`;
  copy.style.height = "0";
  control.after(copy);
  control.scrollTop = copy.scrollHeight - control.clientHeight / 2;
  copy.remove();
}
