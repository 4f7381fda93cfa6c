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

/** What an issue is beside its values, one bit each. */
const WARNING = 1;
const ON_KEY = 2;
const WITHIN = 4;
const REPLACE = 8;
const REMOVE = 16;
const MOVE = 32;
const HAS_MESSAGE = 64;
const OWN_WORDS = 128;

/** The codes with the names of their parameters, by their numbers. */
const KINDS = /* @__PURE__ */ Object.entries(CODES);

const Issue = /* @__PURE__ */ plain(function (next) {
  const known = KINDS[next()];
  const kind = next();
  this.code = known[0];
  this.severity = kind & WARNING ? "warning" : "error";
  this.path = many(next);
  this.pointer = pointerOf(this.path);
  if (kind & ON_KEY) this.on = "key";
  this.message = undefined;
  if (kind & OWN_WORDS) this.ownWords = true;
  this.params = new Params(known[1], next);
  this.rule = next();
  this.source = new Link(next);
  if (kind & WITHIN) this.within = { pointer: next(), line: next(), column: next() };
  if (kind & (REPLACE | REMOVE | MOVE)) this.suggestion = new Suggestion(kind, next);
  this.message = kind & HAS_MESSAGE ? next() : messageOf(this, words);
});

const Params = /* @__PURE__ */ plain(function (names, next) {
  for (let index = 0; index < names.length; index += 1) this[names[index]] = next();
});

const Link = /* @__PURE__ */ plain(function (next) {
  const page = next();
  this.title = typeof page === "number" ? PAGES[page][0] : page;
  this.url = typeof page === "number" ? PAGES[page][1] : next();
});

const Suggestion = /* @__PURE__ */ plain(function (kind, next) {
  this.pointer = next();
  if (kind & MOVE) this.from = next();
  else if (kind & REPLACE) this.value = next();
  this.title = titleOf(this, words);
});

// So many as the first value says.
function many(next, read = next) {
  const all = [];
  for (let left = next(); left > 0; left -= 1) all.push(read());
  return all;
}

/** Reads what the core told, value by value, and the issues that are made of them. */
export function readerOf(told) {
  let at = 0;
  const next = () => told[at++];
  const issue = () => new Issue(next);
  return { next, issues: () => many(next, issue), isAtEnd: () => at === told.length };
}

export const issuesOf = (told) => readerOf(told).issues();
