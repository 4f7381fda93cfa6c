// Requests as people keep them elsewhere, as text, read into an input to be judged.
import { engine } from "./engine.js";
import { isError } from "./issues.js";
import { optionsText } from "./options.js";
import { utf8 } from "./text.js";

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
