// What forms are made of, where something has brought it.
import { EngineError } from "./engine-error.js";

let forms;

export function provideForms(known) {
  forms = known;
}

/** The form of an operation. */
export function formOf(index) {
  if (forms === undefined) throw new EngineError("no_form");
  return forms[index];
}
