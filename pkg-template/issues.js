// Issues as they are given out, of the short form in which they leave the core (src/report/packed.rs).
import { CODES } from "./codes.js";
import { messageOf, titleOf } from "./messages.js";
import { PAGES } from "./pages.js";
import { pointerOf } from "./pointer.js";
import words from "./words.js";

/** Whether an issue keeps a request from passing. */
export const isError = ({ severity }) => severity === "error";

/**
 * Plain objects that a function fills. Those that begin as literals have one beginning with all others of a program, from
 * which engines remember a limited number of ways: where many keys of tags have used them up, each member takes a microsecond.
 */
function plain(fill) {
  fill.prototype = Object.prototype;
  return fill;
}

const Issue = /* @__PURE__ */ plain(function ([code, isWarning, path, isOnKey, given, rule, page, within, suggestion, own]) {
  this.code = code;
  this.severity = isWarning ? "warning" : "error";
  this.path = path;
  this.pointer = pointerOf(path);
  if (isOnKey) this.on = "key";
  this.message = undefined;
  if (own?.isOwn) this.ownWords = true;
  this.params = new Params(CODES[code], given);
  this.rule = rule;
  this.source = new Link(typeof page === "number" ? PAGES[page] : page);
  if (within) this.within = { pointer: within[0], line: within[1], column: within[2] };
  if (suggestion) this.suggestion = new Suggestion(suggestion);
  this.message = own?.message ?? messageOf(this, words);
});

const Params = /* @__PURE__ */ plain(function (names, given) {
  for (let index = 0; index < names.length; index += 1) this[names[index]] = given[index];
});

const Link = /* @__PURE__ */ plain(function ([title, url]) {
  this.title = title;
  this.url = url;
});

const Suggestion = /* @__PURE__ */ plain(function ([pointer, value, from]) {
  this.pointer = pointer;
  if (from !== undefined) this.from = from;
  else if (value !== undefined) this.value = value;
  this.title = titleOf(this, words);
});

export const issueOf = (told) => new Issue(told);
