// Requests as people keep them elsewhere, read into an input to be judged.
import { engine } from "./engine.js";
import { optionsText } from "./options.js";
import { utf8 } from "./text.js";

/** Whether an issue keeps a request from passing. */
export const isError = ({ severity }) => severity === "error";

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

/** The input that a JSON text holds, and the operation that it is for, where the text or its members tell. */
export function fromJson(json, index) {
  const calls = engine();
  const bytes = utf8(json);
  const { operation, isWrapped, issues } = calls.fromJson(index, bytes);
  if (issues.some(isError)) return { ok: false, issues };
  const value = JSON.parse(new TextDecoder().decode(bytes));
  return { ok: true, operation, input: isWrapped ? value.input : value, issues };
}

/** The same of any operation. */
export const readJson = (json) => fromJson(json);

/** The input that a command of the AWS CLI holds, and the operation that it calls. */
export function fromCli(text, options, index) {
  const { input, ...read } = engine().fromCli(index, text, optionsText(options));
  const ok = !read.issues.some(isError);
  const isAnother = read.issues.some(({ code }) => code === "another_operation");
  return read.operation === undefined || isAnother ? { ok, ...read } : { ok, ...read, input: JSON.parse(input) };
}

/** The same of any operation. */
export const readCommand = (text, options) => fromCli(text, options);
