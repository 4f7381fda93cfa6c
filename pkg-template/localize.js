// Issues in another language. Nothing here knows the module: what an issue says is a code with parameters, and a locale
// is data.

/** The most characters of a value that are repeated. */
const ECHO = 64;

/** `{name}`, `{name#}`, `{name+}`, `{name@}` and `{name?one=…|other=…}`. */
const PLACEHOLDER = /\{(\w+)(?:([#+@])|\?([^{}]*))?\}/g;

/** What is made once for each locale. */
const known = new WeakMap();

/** Copies with messages in the language; what cannot be told in it stays as it is. */
export function localize(said, locale) {
  try {
    if (Array.isArray(said)) return said.map((issue) => translated(issue, locale));
    if (Array.isArray(said.issues)) return withIssues(said, localize(said.issues, locale));
  } catch {
    return said;
  }
  return translated(said, locale);
}

/** A copy of the same kind: an error stays one. */
function withIssues(said, issues) {
  const issuesOfCopy = { value: issues, configurable: true, enumerable: true, writable: true };
  const own = { ...Object.getOwnPropertyDescriptors(said), issues: issuesOfCopy };
  return Object.create(Object.getPrototypeOf(said), own);
}

function translated(issue, locale) {
  try {
    const language = languageOf(locale);
    if (typeof issue.message !== "string") return issue;
    const template = issue.ownWords ? undefined : templateOf(issue, locale);
    const copy = { ...issue };
    if (template !== undefined) copy.message = filled(template, issue, language);
    if (issue.suggestion) copy.suggestion = { ...issue.suggestion, title: titleOf(issue.suggestion, language) };
    return copy;
  } catch {
    return issue;
  }
}

function languageOf(locale) {
  if (!known.has(locale)) {
    known.set(locale, {
      numbers: new Intl.NumberFormat(locale.language),
      plurals: new Intl.PluralRules(locale.language),
      separator: locale.separator,
      phrase: (name) => (Object.hasOwn(locale.phrases, name) ? locale.phrases[name] : name),
    });
  }
  return known.get(locale);
}

/** The template of a house rule is that of its kind. */
function templateOf({ code, params }, { messages, phrases }) {
  const [from, name] = code === "house_rule" ? [phrases, params.kind] : [messages, code];
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

function filled(template, { params, within }, language) {
  return template.replace(PLACEHOLDER, (_, name, mark, forms) => {
    const param = Object.hasOwn(params, name) ? params[name] : "";
    if (forms !== undefined) return formOf(forms, param, language);
    if (mark === "@") return within ? placeOf(within, language) : String(param);
    if (mark === "+") return String(param + 1);
    if (typeof param === "number") return language.numbers.format(param);
    if (Array.isArray(param)) return param.join(language.separator);
    return mark === "#" ? language.phrase(param) : param;
  });
}

/** An engine that knows other categories than the locale takes the last one, which is `other`. */
function formOf(forms, number, { plurals }) {
  const words = forms.split("|").map((form) => form.split("="));
  const category = plurals.select(number);
  return (words.find(([of]) => of === category) ?? words.at(-1))[1];
}

function placeOf({ pointer, line, column }, language) {
  const template = language.phrase(pointer ? "place_below" : "place");
  return shortened(filled(template, { params: { pointer, line, column } }, language));
}

function titleOf({ pointer, value, from }, language) {
  const name = from !== undefined ? "suggest_rename" : value !== undefined ? "suggest_replace" : "suggest_remove";
  const shown = shortened(from !== undefined ? lastStep(pointer) : String(value));
  return filled(language.phrase(name), { params: { value: shown } }, language);
}

const lastStep = (pointer) =>
  pointer
    .slice(pointer.lastIndexOf("/") + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");

function shortened(text) {
  const characters = [...text];
  return characters.length > ECHO ? `${characters.slice(0, ECHO).join("")}…` : text;
}
