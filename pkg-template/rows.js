// Rows: what forms and tables have for the entries of maps.
import { judges } from "./engine.js";
import { isError, issuesOf } from "./issues.js";
import { optionsOf } from "./options.js";
import { carried, shownWhole } from "./shown.js";

/** What the core is asked, as src/wasm/verdict.rs has it. */
const READ = 0;
const JUDGED = 1;
const MADE = 2;

/** An input of rows. What JSON cannot carry stays as it is: judging it says what is wrong. */
export function fromRows(index, rows) {
  const { rows: call } = judges();
  const text = carried(rows);
  if (text === undefined) return { ok: true, input: rows, issues: [] };
  const [packed, input] = call(index, READ, undefined, text);
  const issues = issuesOf(packed);
  return { ok: !issues.some(isError), input, issues };
}

/** The rows of an input. */
export function toRows(index, input) {
  const { rows: call } = judges();
  const text = carried(input);
  return text === undefined ? input : call(index, MADE, undefined, text)[1];
}

/** The verdict on the input that rows stand for, with everything said at the row's own field. */
export function validateRows(index, rows, options) {
  const { text, hasHouseRules } = optionsOf(options);
  const { rows: call } = judges(hasHouseRules);
  const [packed, value] = call(index, JUDGED, text, carried(rows) ?? shownWhole(rows));
  const issues = issuesOf(packed);
  return issues.some(isError) ? { ok: false, issues } : { ok: true, value, issues };
}
