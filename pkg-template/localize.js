// Issues in another language.
import { messageOf, titleOf } from "./messages.js";

/** Copies with messages in the language; what cannot be told in it stays as it is. */
export function localize(said, locale) {
  if (!isLocale(locale)) throw new TypeError('xregion/localize: a locale is the default export of "xregion/locales/de", or an object like it');
  try {
    if (Array.isArray(said)) return said.map((issue) => translated(issue, locale));
    if (Array.isArray(said.issues)) return withIssues(said, localize(said.issues, locale));
  } catch {
    return said;
  }
  return translated(said, locale);
}

// Not the namespace of a language's file, nor the name of a language.
function isLocale(locale) {
  try {
    return typeof locale.language === "string" && [locale.messages, locale.phrases].every((part) => part && typeof part === "object");
  } catch {
    return false;
  }
}

/** A copy of the same kind: an error stays one. */
function withIssues(said, issues) {
  const issuesOfCopy = { value: issues, configurable: true, enumerable: true, writable: true };
  const own = { ...Object.getOwnPropertyDescriptors(said), issues: issuesOfCopy };
  return Object.create(Object.getPrototypeOf(said), own);
}

function translated(issue, locale) {
  try {
    if (typeof issue.message !== "string") return issue;
    const copy = { ...issue };
    if (!issue.ownWords) copy.message = messageOf(issue, locale) ?? issue.message;
    if (issue.suggestion) copy.suggestion = { ...issue.suggestion, title: titleOf(issue.suggestion, locale) };
    return copy;
  } catch {
    return issue;
  }
}
