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

/** The codes with the names of their parameters, by their numbers. */
const KINDS = /* @__PURE__ */ Object.entries(CODES);

// What an issue is beside its values is a bit each, as src/report/packed.rs has it: 1 a warning, 2 on a key, 4 within a
// document; with a suggestion 8 to write a value, 16 to leave one out, 32 to move one; 64 with a message, 128 in own words.
const Issue = /* @__PURE__ */ plain(function (next) {
  const known = KINDS[next()];
  const kind = next();
  this.code = known[0];
  this.severity = kind & 1 ? "warning" : "error";
  this.path = many(next);
  this.pointer = pointerOf(this.path);
  if (kind & 2) this.on = "key";
  this.message = undefined;
  if (kind & 128) this.ownWords = true;
  this.params = new Params(known[1], next);
  this.rule = next();
  this.source = new Link(next);
  if (kind & 4) this.within = { pointer: next(), line: next(), column: next() };
  if (kind & 56) this.suggestion = new Suggestion(kind, next);
  this.message = kind & 64 ? next() : messageOf(this, words);
});

const Params = /* @__PURE__ */ plain(function (names, next) {
  for (let index = 0; index < names.length; index += 1) this[names[index]] = next();
});

const Link = /* @__PURE__ */ plain(function (next) {
  const page = next();
  [this.title, this.url] = typeof page === "number" ? PAGES[page] : [page, next()];
});

const Suggestion = /* @__PURE__ */ plain(function (kind, next) {
  this.pointer = pointerOf(many(next));
  if (kind & 32) this.from = pointerOf(many(next));
  else if (kind & 8) this.value = next();
  this.title = titleOf(this, words);
});

// So many as the first value says.
function many(next, read = next) {
  const all = [];
  for (let left = next(); left > 0; left -= 1) all.push(read());
  return all;
}

/** Reads what the core told: what gives its values one by one, and what makes issues of those that come next. */
export function readerOf(told) {
  let at = 0;
  const next = () => told[at++];
  const issue = () => new Issue(next);
  return [next, () => many(next, issue)];
}

export const issuesOf = (told) => readerOf(told)[1]();
