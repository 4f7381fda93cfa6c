// Issues as they are given out, of the short form in which they leave the core (src/report/packed.rs).
import { CODES } from "./codes.js";
import { messageOf, titleOf } from "./messages.js";
import { PAGES } from "./pages.js";
import { pointerOf } from "./pointer.js";
import words from "./words.js";

/** Whether an issue keeps a request from passing. */
export const isError = ({ severity }) => severity === "error";

export function issueOf([code, isWarning, path, isOnKey, given, rule, page, within, suggestion, own]) {
  const issue = { code, severity: isWarning ? "warning" : "error", path, pointer: pointerOf(path) };
  if (isOnKey) issue.on = "key";
  issue.message = undefined;
  if (own?.isOwn) issue.ownWords = true;
  issue.params = {};
  CODES[code].forEach((name, index) => (issue.params[name] = given[index]));
  issue.rule = rule;
  const [title, url] = typeof page === "number" ? PAGES[page] : page;
  issue.source = { title, url };
  if (within) issue.within = { pointer: within[0], line: within[1], column: within[2] };
  if (suggestion) issue.suggestion = suggestionOf(suggestion);
  issue.message = own?.message ?? messageOf(issue, words);
  return issue;
}

function suggestionOf([pointer, value, from]) {
  const suggestion = { pointer };
  if (from !== undefined) suggestion.from = from;
  else if (value !== undefined) suggestion.value = value;
  suggestion.title = titleOf(suggestion, words);
  return suggestion;
}
