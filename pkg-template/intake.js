// Requests as people keep them elsewhere, read into an input to be judged.
import { engine } from "./engine.js";
import { isError } from "./issues.js";
import { optionsText } from "./options.js";
import { utf8 } from "./text.js";

/** An input of rows: what forms and tables have for the entries of maps. */
export function fromRows(index, rows) {
  const { input, issues } = engine().fromRows(index, rows);
  // What JSON cannot carry stays as it is: judging it says what is wrong.
  return { ok: !issues.some(isError), input: input === undefined ? rows : JSON.parse(input), issues };
}

/** The rows of an input. */
export function toRows(index, input) {
  const rows = engine().toRows(index, input);
  return rows === undefined ? input : JSON.parse(rows);
}

/** The verdict on the input that rows stand for, with everything said at the row's own field. */
export function validateRows(index, rows, options) {
  const { input, issues } = engine().validateRows(index, rows, optionsText(options));
  return issues.some(isError) ? { ok: false, issues } : { ok: true, value: JSON.parse(input), issues };
}

/**
 * The input that a JSON text holds, and the operation that it is for, where the text or its members tell. Without an index it
 * is that of any operation.
 */
export function fromJson(index, json) {
  const calls = engine();
  const bytes = utf8(json);
  const { operation, isWrapped, issues } = calls.fromJson(index, bytes);
  if (issues.some(isError)) return { ok: false, issues };
  const value = JSON.parse(new TextDecoder().decode(bytes));
  return { ok: true, operation, input: isWrapped ? value.input : value, issues };
}

/** The input that a command of the AWS CLI holds, and the operation that it calls. */
export function fromCli(index, text, options) {
  const { input, ...read } = engine().fromCli(index, text, optionsText(options));
  const ok = !read.issues.some(isError);
  const isAnother = read.issues.some(({ code }) => code === "another_operation");
  return read.operation === undefined || isAnother ? { ok, ...read } : { ok, ...read, input: JSON.parse(input) };
}
