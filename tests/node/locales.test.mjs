// Issues in other languages: that each language says everything that English says, and is rendered as English is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadHouseRules, replicateKey } from "xregion";
import { localize } from "xregion/localize";
import { InvalidRequestError } from "xregion/sdk-v3";
import { everyIssue } from "./said.mjs";
import { forEach, namesIn, read, sorted } from "./support.mjs";

const names = namesIn("pkg-template/locales").flatMap((name) => /^(.+)\.js$/.exec(name)?.slice(1) ?? []);
const locales = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, (await import(`xregion/locales/${name}`)).default])),
);
const { en, ...others } = locales;
const languages = Object.entries(others).map(([name, locale]) => ({ name, locale }));

const PLACEHOLDER = /\{(\w+)(?:([#+@])|\?([^{}]*))?\}/g;

/** The parameters that a template holds, with how they are written. Plural forms are of languages that have them. */
const paramsOf = (template) =>
  sorted(Array.from(template.matchAll(PLACEHOLDER), ([, name, mark = "", forms]) => (forms ? [] : name + mark)).flat());

/** Whether a template says something by itself. */
const hasWords = (template) => /[a-z]{2}/i.test(template.replace(PLACEHOLDER, ""));

/** What no language changes: examples, and names that stand in code. */
const CODE = [
  /https?:\/\/\S+\w/g,
  /arn:[\w:/-]*\w/g,
  /\b[a-z]+-[a-z]+-\d\w*/g,
  /\b(?:alias\/|kms:)\w+/g,
  /\b(?:mrk-|fs-|aws:)/g,
  /--cli-input-json file:\S+\w/g,
  /U\+[0-9A-F]{4}|\\u20ac|\{\{resolve:|"AWS"/g,
  /_ [^\w\s](?: [^\w\s])+/g,
  /\b(?:AWS|KMS|EFS|IAM|CLI|ARN|UTF-8|JSON|NFC|Resource|Statement|DefaultKey|loadHouseRules)\b/g,
  /(?<=“)(?:off|warning|error|\*)(?=”)/g,
];
const NUMBER = /\d+(?:[.,\u00a0\u202f ]\d{3})*/g;

const codeIn = (text) => CODE.flatMap((kind) => text.match(kind) ?? []);

/** The numbers in a text, without those that English has in words: one, twice, six, twelve, hexadecimal. */
const numbersIn = (text) =>
  sorted((text.match(NUMBER) ?? []).map((number) => number.replace(/\D/g, "")).filter((number) => !SPELT.includes(number)));
const SPELT = ["1", "2", "6", "12", "16"];

/** Every text of a locale by where it stands, such as `messages.too_long`: a code and a phrase can have one name. */
const textsOf = (locale) =>
  ["messages", "phrases"].flatMap((part) =>
    Object.entries(locale[part]).map(([name, text]) => ({ name: `${part}.${name}`, text })),
  );

/** What a translation lacks or has beyond its original. */
function differences(original, translation) {
  const lacks = original.filter((each) => !translation.includes(each)).map((each) => `lacks ${each}`);
  const extra = translation.filter((each) => !original.includes(each)).map((each) => `has ${each}, which English has not`);
  return [...lacks, ...extra];
}

test("English is said by the package as it is by the core", () => {
  forEach(JSON.parse(read("tests/vectors/messages.json")), ({ code, params }) => `${code} ${JSON.stringify(params)}`, (said) => {
    const [{ message }] = localize([{ ...said, message: "" }], en);
    assert.equal(message, said.message);
  });
});

test("English has every code, and there are other languages", () => {
  const declared = Array.from(read("pkg-template/operations.d.ts").matchAll(/^ {2}\| "(\w+)"/gm), ([, code]) => code);
  for (const code of Object.keys(en.messages)) assert.ok(declared.includes(code), code);
  assert.ok(Object.keys(en.messages).length >= 67 && languages.length >= 12);
  for (const { name } of languages) assert.ok(read("pkg-template/README.md").includes(`(\`${name}\`)`), `${name} in the README`);
});

for (const { name: language, locale } of languages) {
  test(`${language} says all that English says`, () => {
    for (const part of ["messages", "phrases"]) {
      const [english, translated] = [en, locale].map((each) => Object.keys(each[part]));
      assert.deepEqual(differences(english, translated), [], `${language}: ${part}`);
      assert.deepEqual(translated, english, `${language}: the order of ${part}`);
    }
    assert.deepEqual(Object.keys(locale), Object.keys(en));
    assert.equal(locale.language, language);
    assert.deepEqual(Intl.PluralRules.supportedLocalesOf(language), [language]);
  });

  test(`${language} holds the parameters and examples that English holds`, () => {
    const english = new Map(textsOf(en).map(({ name, text }) => [name, text]));
    forEach(textsOf(locale), ({ name }) => `${language}: ${name}`, ({ name, text }) => {
      const original = english.get(name) ?? "";
      assert.deepEqual(differences(paramsOf(original), paramsOf(text)), []);
      assert.doesNotMatch(text.replace(PLACEHOLDER, "").replace("{{resolve:", "").replace("}}", ""), /[{}]/, "stray braces");
      assert.deepEqual(codeIn(original).filter((code) => !text.includes(code)), [], "lacks what is no language's");
      assert.deepEqual(differences(numbersIn(original), numbersIn(text)), []);
      assert.ok(!hasWords(original) || name === "phrases.null" || text !== original, "is not translated");
      assert.ok(text.trim() === text || original.trim() !== original, "has space around it");
    });
  });

  test(`${language} has a word for each of its plural categories, and no other`, () => {
    const categories = sorted(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
    const plurals = textsOf(locale).flatMap(({ name, text }) =>
      Array.from(text.matchAll(PLACEHOLDER), ([, param, , forms]) => ({ name, param, forms })),
    );
    for (const { name, param, forms } of plurals.filter(({ forms }) => forms !== undefined)) {
      const words = forms.split("|").map((form) => form.split("="));
      assert.deepEqual(sorted(words.map(([category]) => category)), categories, `${language}: ${name}`);
      assert.equal(words.at(-1)[0], "other", `${language}: ${name} of ${param}`);
      assert.ok(words.every(([, word]) => word), `${language}: ${name}`);
    }
    const counted = plurals.filter(({ forms }) => forms !== undefined).length;
    assert.ok(counted >= 4 || categories.length === 1, `${language}: ${counted} plurals`);
  });
}

const issues = everyIssue();

test("the issues are of every code", () => {
  const missing = Object.keys(en.messages).filter((code) => !issues.some((issue) => issue.code === code));
  assert.deepEqual(missing, []);
});

test("what is counted is a number", () =>
  forEach(issues, ({ code }) => code, ({ params }) => {
    for (const name of ["min", "max", "first", "line", "column"]) {
      if (Object.hasOwn(params, name)) assert.equal(typeof params[name], "number", name);
    }
  }));

test("English is rendered as the core says it", () =>
  forEach(issues, ({ code }) => code, (issue) => assert.deepEqual(localize(issue, en), issue)));

for (const { name: language, locale } of languages) {
  test(`every issue in ${language} is another message, and the same issue`, () =>
    forEach(issues, ({ code, message }) => `${code}: ${message}`, (issue) => {
      const { message, suggestion, ...rest } = localize(issue, locale);
      const { message: english, suggestion: suggested, ...original } = issue;
      assert.deepEqual(rest, original);
      assert.equal(message === english, issue.ownWords === true, message);
      assert.doesNotMatch(message.replace(/\{\{resolve: .* \}\}/, ""), /undefined|NaN|\{\w+[#+@?]/, message);
      if (suggested === undefined) return assert.equal(suggestion, undefined);
      assert.deepEqual({ ...suggestion, title: suggested.title }, suggested);
      assert.notEqual(suggestion.title, suggested.title);
    }));
}

const key = { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" };

test("what the author of a house rule said stays", () => {
  const rules = {
    name: "House",
    replicaRegions: { Theirs: { allowed: ["eu-north-1"], message: "Nur Stockholm: {expected}." }, Ours: { allowed: ["eu-north-1"] } },
  };
  const { issues } = replicateKey.validate(key, { house: loadHouseRules(rules) });
  assert.deepEqual(issues.map(({ rule, ownWords }) => [rule, ownWords]), [["Ours", undefined], ["Theirs", true]]);
  assert.deepEqual(
    localize(issues, others.de).map(({ message }) => message),
    ["Die Hausregeln erlauben Replikate nur in eu-north-1.", "Nur Stockholm: {expected}."],
  );
});

test("numbers, plurals, phrases and suggestions", () => {
  const { issues } = replicateKey.validate({ ...key, KeyId: "a".repeat(2049), ReplicaRegion: "EU-WEST-1" });
  const [tooLong, ...more] = localize(issues, others.de);
  assert.equal(tooLong.message, "Darf höchstens 2.048 Zeichen haben, hat aber 2.049.");
  assert.equal(more.find(({ suggestion }) => suggestion).suggestion.title, "eu-west-1 verwenden");
  const [tooShort] = replicateKey.validate({ ...key, KeyId: "" }).issues;
  const words = { ...en, language: "pl", messages: { too_short: "{min?one=A|few=B|many=C|other=D}" } };
  const said = (min) => localize({ ...tooShort, params: { min, actual: 0 } }, words).message;
  assert.deepEqual([1, 2, 5, 22, 0.5].map(said), ["A", "B", "C", "B", "D"]);
});

test("an issue, several, a report, and nothing", () => {
  const report = replicateKey.validate({});
  const copy = structuredClone(report);
  const german = localize(report, others.de);
  assert.deepEqual(german.issues, localize(report.issues, others.de));
  assert.deepEqual(german.issues[0], localize(report.issues[0], others.de));
  assert.deepEqual({ ...german, issues: report.issues }, report);
  assert.deepEqual(report, copy, "what was given is left as it is");
  const built = replicateKey.build(key);
  assert.equal(localize(built, others.de).request, built.request);
  assert.equal(localize(undefined, others.de), undefined);
  const error = new InvalidRequestError("ReplicateKey", report.issues);
  const inGerman = localize(Object.freeze(error), others.de);
  assert.ok(inGerman instanceof InvalidRequestError && inGerman.message === error.message);
  assert.deepEqual(inGerman.issues, german.issues);
});

test("what is no locale is refused, and what would pass is said", async () => {
  const [issue] = replicateKey.validate({}).issues;
  const thrower = new Proxy({}, { get() { throw new Error("no"); } });
  const namespace = await import("xregion/locales/de");
  const nothings = [undefined, null, 5, "de", {}, [], () => {}, Symbol("x"), thrower, namespace, { ...en, messages: null }, { ...en, phrases: "" }];
  forEach(nothings, (nothing) => typeof nothing, (nothing) => {
    const expected = { name: "TypeError", message: /a locale is the default export of "xregion\/locales\/de", or an object like it/ };
    for (const said of [issue, [issue], { issues: [issue] }, [], undefined]) assert.throws(() => localize(said, nothing), expected);
  });
});

test("nothing is thrown, whatever is to be said, and however little a locale has", () => {
  const [issue] = replicateKey.validate({}).issues;
  const thrower = new Proxy({}, { get() { throw new Error("no"); } });
  const nothings = [undefined, null, 5, "x", {}, [], Symbol("x"), thrower];
  forEach(nothings, (nothing) => typeof nothing, (nothing) => {
    assert.deepEqual(localize([issue], { ...en, messages: {}, phrases: { missing_required: nothing } }), [issue], "its parts");
    assert.deepEqual(localize(issue, { ...others.de, messages: { missing_required: nothing } }).code, issue.code, "its words");
    assert.deepEqual(localize(issue, { ...others.de, language: String(typeof nothing) }).code, issue.code, "its language");
    localize(nothing, others.de);
    localize([nothing], others.de);
    localize({ issues: nothing }, others.de);
    localize({ ...issue, params: nothing, suggestion: nothing, within: nothing }, others.de);
  });
});

test("what a language does not know stays in English", () => {
  const [issue] = replicateKey.validate({}).issues;
  for (const code of ["a_code_to_come", "constructor", "__proto__"]) {
    assert.equal(localize({ ...issue, code }, others.de).message, issue.message);
  }
});
