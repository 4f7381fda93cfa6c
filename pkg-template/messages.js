// What issues say in a language. Nothing here knows the module: what an issue says is a code with parameters, and a
// language is data.
import { stepsOf } from "./pointer.js";

/** The most characters of a value that are repeated. */
const ECHO = 64;

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
  let language = known.get(locale);
  if (language === undefined) {
    // They take longer to make than all the rest of a first verdict, and few messages need them.
    let numbers;
    let plurals;
    language = {
      number: remembered((number) => (numbers ??= new Intl.NumberFormat(locale.language)).format(number)),
      category: remembered((number) => (plurals ??= new Intl.PluralRules(locale.language)).select(number)),
      parts: remembered(partsOf),
      separator: locale.separator,
      phrase: remembered((name) => (Object.hasOwn(locale.phrases, name) ? locale.phrases[name] : name)),
    };
    known.set(locale, language);
  }
  return language;
}

/** The most answers that are remembered: a report has few numbers, and a language few templates. */
const MOST_REMEMBERED = 1000;

function remembered(answer) {
  const answers = new Map();
  return (question) => {
    let found = answers.get(question);
    if (found === undefined) {
      if (answers.size === MOST_REMEMBERED) answers.clear();
      found = answer(question);
      answers.set(question, found);
    }
    return found;
  };
}

// No regular expression has a part in it, as in usual.js: the first message may be made at the end of the stack.
/** A template taken apart: texts, and the placeholders between them. */
function partsOf(template) {
  const parts = [];
  let end = 0;
  for (let start = template.indexOf("{"); start >= 0; start = template.indexOf("{", start + 1)) {
    const close = template.indexOf("}", start);
    const placeholder = close < 0 ? undefined : placeholderOf(template.slice(start + 1, close));
    if (placeholder === undefined) continue;
    parts.push(template.slice(end, start), placeholder);
    end = close + 1;
  }
  return [...parts, template.slice(end)];
}

/** What stands between the braces of `{name}`, `{name#}`, `{name+}`, `{name@}` and `{name?one=…|other=…}`. */
function placeholderOf(text) {
  let end = 0;
  while (isLetter(text[end])) end += 1;
  const name = text.slice(0, end);
  const rest = text.slice(end + 1);
  const mark = text[end];
  if (name !== "" && mark === "?" && !rest.includes("{")) return { name, forms: rest.split("|").map((form) => form.split("=")) };
  return name !== "" && rest === "" && (mark === undefined || "#+@".includes(mark)) ? { name, mark } : undefined;
}

const isLetter = (character) => character >= "a" && character <= "z";

/** The template of a house rule is that of its kind. */
function templateOf({ code, params }, { messages, phrases }) {
  return code === "house_rule" ? own(phrases, params.kind) : own(messages, code);
}

const own = (texts, name) => (Object.hasOwn(texts, name) ? texts[name] : undefined);

function filled(template, issue, language) {
  let text = "";
  for (const part of language.parts(template)) text += typeof part === "string" ? part : told(part, issue, language);
  return text;
}

function told({ name, mark, forms }, { params, within }, language) {
  const param = Object.hasOwn(params, name) ? params[name] : "";
  if (forms !== undefined) return formOf(forms, param, language);
  if (mark === "@") return within ? placeOf(within, language) : String(param);
  if (mark === "+") return String(param + 1);
  if (typeof param === "number") return language.number(param);
  if (Array.isArray(param)) return param.join(language.separator);
  return mark === "#" ? language.phrase(param) : param;
}

/** An engine that knows other categories than the locale takes the last one, which is `other`. */
function formOf(forms, number, language) {
  const category = language.category(number);
  return (forms.find(([of]) => of === category) ?? forms.at(-1))[1];
}

function placeOf({ pointer, line, column }, language) {
  const template = language.phrase(pointer ? "place_below" : "place");
  return shortened(filled(template, { params: { pointer, line, column } }, language));
}

function shortened(text) {
  if (text.length <= ECHO) return text;
  const characters = [...text];
  return characters.length > ECHO ? `${characters.slice(0, ECHO).join("")}…` : text;
}
