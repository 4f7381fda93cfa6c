// Requests whose sensitive values are marks, which can be found again wherever they get to.
import assert from "node:assert/strict";
import fc from "fast-check";
import { localize } from "xregion/localize";
import german from "xregion/locales/de";
import { soundRequest } from "./support.mjs";

/** The most characters of a value that is not sensitive that are repeated. */
const MOST_REPEATED = 64;

const LETTERS = [..."abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"];

/** So much of a mark tells that it was repeated. */
const TELLING = 8;

/** A text that stands nowhere by chance. */
export const mark = fc.noShrink(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 24, maxLength: 24 }));

/** A text that is longer than what is repeated of any. */
export const longMark = fc.noShrink(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 200, maxLength: 200 }));

/** Sees that no more of a long mark is in a text than is repeated of any value. */
export function assertShortened(text, mark) {
  for (let start = 0; start + MOST_REPEATED < mark.length; start += 1) {
    assert.ok(!text.includes(mark.slice(start, start + MOST_REPEATED + 1)), text.slice(0, 1000));
  }
}

/** Sees that nothing of a mark is in a text. */
export function assertUntold(text, mark, where) {
  for (let start = 0; start + TELLING <= mark.length; start += 1) {
    const part = mark.slice(start, start + TELLING);
    assert.ok(!text.includes(part), `${where} tells ${part} of ${mark}: ${text.slice(0, 1000)}`);
  }
}

/** Everything of an issue but its places, which name the keys of the input. */
export const withoutPlaces = ({ path, pointer, suggestion: { pointer: at, from, ...change } = {}, ...issue }) => ({ ...issue, change });

/** What is said of issues, in English and in another language, each once. */
export const saidOf = (issues) => new Set(issues.flatMap((issue) => [issue, localize(issue, german)]).map((issue) => JSON.stringify(withoutPlaces(issue))));

/** A request as JSON, where it can be written so. */
export function jsonOf(input) {
  try {
    return JSON.stringify(input);
  } catch {
    return undefined;
  }
}

/** What a value is made of: it alone, and in all ways in which a member refuses it. */
const DRESSES = [
  (value) => value,
  (value) => `${value}\u0000`,
  (value) => `${value}€ ä`,
  (value) => `aws:${value}`,
  (value) => `\ud800${value}`,
  (value) => ` {{resolve:secretsmanager:${value}}} \${${value}} $(${value})`,
  (value) => `password=${value}`,
  (value) => value.repeat(12),
  (value) => value.repeat(400),
  (value) => [value],
  (value) => ({ [value]: value, nested: [value] }),
  (value) => new String(value),
  (value) => ({
    get inside() {
      throw new Error(value);
    },
  }),
];

const policy = (changed) => ({
  Version: "2012-10-17",
  Statement: [{ Sid: "x", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*", ...changed }],
});

/** Key policies that hold a mark, and what is wrong with them. */
const POLICIES = [
  (value) => policy({ Sid: value }),
  (value) => policy({ Effect: value }),
  (value) => policy({ Principal: value }),
  (value) => policy({ Principal: { AWS: value } }),
  (value) => policy({ Principal: { AWS: [`arn:aws:iam::111122223333:role/${value}`, value] } }),
  (value) => policy({ Principal: { Service: value, Federated: value } }),
  (value) => policy({ Action: value, Resource: [value] }),
  (value) => policy({ NotAction: value, NotResource: value }),
  (value) => policy({ Condition: { StringEquals: { "kms:CallerAccount": value } } }),
  (value) => policy({ Condition: { [value]: { [value]: value } } }),
  (value) => policy({ [value]: value }),
  (value) => ({ ...policy({}), Version: value, Id: value, [value]: value }),
  (value) => ({ Statement: value }),
  (value) => [value],
  (value) => value,
].map((make) => (value) => JSON.stringify(make(value)));

const BROKEN = [(text) => text, (text) => text.slice(0, -1), (text) => `${text},`, (text) => text.replace("{", "{'"), (text) => `${text}€`, (text) => text.padEnd(33_000)];

const policyOf = (value, [which, how]) => BROKEN[how % BROKEN.length](POLICIES[which % POLICIES.length](value));

/** A way to write a mark. */
const dress = fc.tuple(fc.boolean(), fc.nat(), fc.nat()).map(
  ([isPolicy, ...numbers]) =>
    (value, isOfPolicy) =>
      isOfPolicy && isPolicy ? policyOf(value, numbers) : DRESSES[numbers[0] % DRESSES.length](value),
);

/** The sensitive members of the operations that have some: what of them is not repeated, as SECURITY.md says. */
const SENSITIVE = {
  ReplicateKey: (input, value, write) => {
    const tagged = { ...input, Tags: [...(input.Tags ?? []).slice(0, 48), { TagKey: "of a mark", TagValue: write(value, false) }] };
    return { ...tagged, Description: write(value, false), Policy: write(value, true) };
  },
  CreateReplicationSet: (input, value, write) => {
    const written = write(value, false);
    const key = typeof written === "string" ? written : value;
    return { ...input, clientToken: written, tags: { ...input.tags, team: written, [key]: "x" } };
  },
};

const sound = soundRequest.filter(([name]) => Object.hasOwn(SENSITIVE, name));

/** Something else that is wrong with the request. */
const besides = fc.option(fc.tuple(fc.nat(), fc.constantFrom("", 7, null, undefined, "x".repeat(3000))));

/** `{ name, value, input }`: an operation's name, a mark, and a request that holds it. */
export const marked = fc.tuple(sound, mark, dress, besides).map(([[name, input], value, write, other]) => {
  const whole = SENSITIVE[name](input, value, write);
  return { name, value, input: other === null ? whole : spoilt(whole, other) };
});

function spoilt(input, [which, other]) {
  const names = Object.keys(input);
  return { ...input, [names[which % names.length]]: other };
}
