// What issues say in a language. Nothing here knows the module: what an issue says is a code with parameters, and a
// language is data.
import { stepsOf } from "./pointer.js";

/** The most characters of a value that are repeated. */
const ECHO = 64;

/** `{name}`, `{name#}`, `{name+}`, `{name@}` and `{name?one=…|other=…}`. */
const PLACEHOLDER = /\{(\w+)(?:([#+@])|\?([^{}]*))?\}/g;

/** What is made once for each locale. */
const known = new WeakMap();

/** The message of an issue; `undefined` where the language has none for it. */
export function messageOf(issue, locale) {
  const template = templateOf(issue, locale);
  return template === undefined ? undefined : filled(template, issue, languageOf(locale));
}

/** The title of a suggestion. */
export function titleOf({ pointer, value, from }, locale) {
  const language = languageOf(locale);
  const name = from !== undefined ? "suggest_rename" : value !== undefined ? "suggest_replace" : "suggest_remove";
  const shown = shortened(from !== undefined ? stepsOf(pointer).at(-1) : String(value));
  return filled(language.phrase(name), { params: { value: shown } }, language);
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

function shortened(text) {
  const characters = [...text];
  return characters.length > ECHO ? `${characters.slice(0, ECHO).join("")}…` : text;
}
