// What stands in the controls of a form, as rows, and the other way round.
import { at, isError, pointerOf, put } from "./dom-fields.js";
import { setCount } from "./dom-rows.js";

/** What reads and fills the controls of a form. `touched` are the checkboxes that say something. */
export function valuesOf(operation, touched) {
  const empties = new Map();

  /** Whether an empty text is a value of a field, and not the lack of one: the library is asked once for each. */
  function sendsEmpty({ field, inputPath, isKey }) {
    if (isKey) return false;
    const passes = () => !operation.validateField(pointerOf(inputPath), "").some(isError);
    if (!empties.has(field)) empties.set(field, field.required && passes());
    return empties.get(field);
  }

  function read(scope) {
    const whole = scope.places.find(({ steps }) => steps?.length === 0);
    if (whole) return valueOf(whole) ?? (whole.kind === "rows" ? [] : "");
    const object = {};
    for (const place of scope.places) {
      const value = place.kind === "group" ? undefined : valueOf(place);
      if (value !== undefined) put(object, place.steps, value);
    }
    return object;
  }

  function valueOf(place) {
    if (place.kind === "rows") return place.rows.length > 0 ? place.rows.map(read) : undefined;
    if (place.field.control === "checkbox") return booleanOf(place.element);
    const { value } = place.element;
    return value !== "" || place.isWhole || sendsEmpty(place) ? value : undefined;
  }

  // An untouched checkbox says nothing: absent is another thing than false.
  function booleanOf(control) {
    if (control.type === "checkbox") return isBlank(control, touched) ? undefined : control.checked;
    const { value } = control;
    // Another text goes on as it is, to be refused.
    return value === "true" || (value === "false" ? false : value || undefined);
  }

  /** Writes a value into a control, or empties it where there is none. */
  function write(control, value) {
    const text = value === undefined ? "" : String(value);
    if (control.type === "checkbox") {
      control.checked = value === true;
      if (value === undefined) touched.delete(control);
      else touched.add(control);
    } else if (control.localName === "select") {
      choose(control, text);
    } else {
      control.value = text;
    }
  }

  /** Makes a form hold these rows, as far as it has places for them. `look` finds the places. */
  function fill(look, rows) {
    const counted = ({ container, rows: { length }, path }) => {
      const wanted = at(rows, path);
      return setCount(container, length, Array.isArray(wanted) ? wanted.length : 0);
    };
    // Rows can hold rows: those are there when their row is.
    while (
      look()
        .all.filter(({ kind }) => kind === "rows")
        .map(counted)
        .some(Boolean)
    );
    for (const { element, field, path } of look().controls) {
      const value = at(rows, path);
      const fits = typeof value === (field.control === "checkbox" ? "boolean" : "string");
      write(element, fits ? value : undefined);
    }
  }

  return { read, write, fill, sendsEmpty };
}

/** Whether nobody has said anything by a control. */
export const isBlank = (control, touched) =>
  control.type === "checkbox" ? !control.checked && !touched.has(control) : control.value === "";

// What is known is not all there is: other values get an option of their own.
function choose(select, text) {
  select.value = text;
  if (select.value === text) return;
  select.append(optionIn(select, text));
  select.value = text;
}

/** An option for what is in the document of this element, which may be that of a frame. */
export function optionIn({ ownerDocument }, text, value = text) {
  const option = ownerDocument.createElement("option");
  option.textContent = text;
  option.value = value;
  return option;
}
