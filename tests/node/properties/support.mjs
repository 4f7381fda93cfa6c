// How properties are tried, and on what: requests that are valid, and everything that JavaScript has.
import { inspect } from "node:util";
import fc from "fast-check";
import { operations } from "xregion";
import { Chance } from "../../clients/chance.mjs";
import { inputOf, placesIn } from "../../clients/requests.mjs";

/** The same in every run. A failure prints it with the way to the smallest case, as `fc.assert` takes it. */
const SEED = 20_261_120;

/** That a test ends at all; how soon is no matter here. */
export const ends = { timeout: 120_000 };

/** Tries what is to hold of the values that these arbitraries make. */
export function holds(runs, ...arbitraries) {
  const check = arbitraries.pop();
  fc.assert(fc.property(...arbitraries, check), { seed: SEED, numRuns: runs, reporter });
}

/** The same where it takes a while. */
export async function holdsLater(runs, ...arbitraries) {
  const check = arbitraries.pop();
  await fc.assert(fc.asyncProperty(...arbitraries, check), { seed: SEED, numRuns: runs, asyncReporter: reporter });
}

// Of what fails it shows everything, and looks at nothing that would do something.
function reporter({ failed, seed, counterexamplePath, counterexample, errorInstance }) {
  if (!failed) return;
  const shown = inspect(counterexample, { showProxy: true, depth: 8, maxStringLength: 500, maxArrayLength: 20 });
  const told = errorInstance?.stack ?? inspect(errorInstance);
  throw new Error(`${told}\nwith ${JSON.stringify({ seed, path: counterexamplePath })}: ${shown}`);
}

/** Choices that fast-check makes, and makes smaller. */
class Drawn extends Chance {
  #draw;

  constructor(draw) {
    super("");
    this.#draw = draw;
  }

  below(limit) {
    return this.#draw(fc.nat, { max: limit - 1 });
  }
}

/** The partitions that have Regions enough, by what the form calls them. */
const PARTITIONS = { AWS: "aws", "AWS China": "aws-cn", "AWS GovCloud (US)": "aws-us-gov" };

const ofReplicas = operations.find(({ name }) => name === "ReplicateKey").form.fields.find(({ path }) => path[0] === "ReplicaRegion");

const places = [
  ...placesIn(
    Object.entries(PARTITIONS).map(([title, id]) => {
      const { choices } = ofReplicas.groups.find(({ label }) => label === title);
      return { id, regions: choices.map(({ value }) => value) };
    }),
  ),
];

/** The name of an operation: a failure prints it. */
export const anyName = fc.constantFrom(...operations.map(({ name }) => name));

/** An operation's name, and a request of it that is valid. */
export const soundRequest = fc.tuple(anyName, fc.gen()).map(([name, draw]) => [name, soundInput(name, draw)]);

function soundInput(name, draw) {
  const chance = new Drawn(draw);
  return inputOf(name, chance, chance.one(places));
}

/** Any text: of every character, of halves of pairs, and of names that objects have. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom("", "__proto__", "constructor", "prototype", "toString", "length", "then", "\ud800", "a\udfff"),
);

/** What values throw that are looked at. */
export class Refusal extends Error {}

const thrower = () => {
  throw new Refusal("read me not");
};

/** Ways in which an object can be another than it seems. */
const DISGUISES = [
  (value) => new Proxy(value, {}),
  (value) => new Proxy(value, { get: thrower }),
  (value) => new Proxy(value, { ownKeys: thrower }),
  (value) => new Proxy(value, { getOwnPropertyDescriptor: thrower, getPrototypeOf: thrower }),
  (value) => Object.freeze(Array.isArray(value) ? [...value] : { ...value }),
  (value) => Object.assign(Object.create(null), value),
  (value) => Object.create(value),
  (value) => ({ ...value, [Symbol("x")]: value, toJSON: thrower, toString: thrower, valueOf: thrower }),
  byGetters,
  (value) => Object.defineProperty({ ...value }, Object.keys(value)[0] ?? "x", { get: thrower, enumerable: true }),
  (value) => withItself(Array.isArray(value) ? [...value] : { ...value }),
];

/** The same object, whose members are got one by one. */
export function byGetters(value) {
  if (typeof value !== "object" || value === null) return value;
  const same = Array.isArray(value) ? [] : {};
  for (const key of Object.keys(value)) {
    Object.defineProperty(same, key, { get: () => byGetters(value[key]), enumerable: true, configurable: true });
  }
  return same;
}

function withItself(value) {
  value[Array.isArray(value) ? value.length : "itself"] = value;
  return value;
}

const disguised = (values) =>
  fc.tuple(values, fc.constantFrom(...DISGUISES)).map(([value, disguise]) => (isObject(value) ? tried(disguise, value) : value));

const isObject = (value) => typeof value === "object" && value !== null;

// What cannot be put on, as a hole in something frozen, stays away.
function tried(disguise, value) {
  try {
    return disguise(value);
  } catch {
    return value;
  }
}

const everything = {
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
};

const strange = fc.constantFrom(undefined, Symbol("x"), Symbol.iterator, thrower, class {}, -0, NaN, /x/g, new Error("x"), Promise.resolve());

/** Anything that JavaScript has. */
export const anything = fc.oneof(
  { weight: 4, arbitrary: fc.anything({ ...everything, key: anyText, values: [anyText, fc.boolean(), fc.double(), strange] }) },
  { weight: 2, arbitrary: disguised(fc.anything({ ...everything, key: anyText, maxDepth: 2 })) },
  { weight: 1, arbitrary: strange },
  { weight: 1, arbitrary: anyText },
);

/** Anything that JSON has. */
const anyJson = fc.anything({ key: anyText, values: [anyText, fc.boolean(), fc.integer(), fc.constant(null)] });

const sometimesDisguised = (values) => fc.oneof({ weight: 3, arbitrary: values }, { weight: 1, arbitrary: disguised(values) });

/** What has the form of operations almost everywhere: what stands elsewhere, and how objects are made to look. */
class Nearly {
  constructor(other, look) {
    Object.assign(this, { other, look });
  }

  ofFields(fields) {
    return this.look(fc.record(Object.fromEntries(fields.map((field) => this.member(field))), { requiredKeys: [] }));
  }

  member(field) {
    return [field.path[0], fc.oneof({ weight: 6, arbitrary: this.value(field) }, { weight: 1, arbitrary: this.other })];
  }

  value(field) {
    switch (field.control) {
      case "checkbox":
        return fc.boolean();
      case "group":
        return this.ofFields(field.fields);
      case "rows":
        return this.rows(field);
      default:
        return fc.oneof(anyText, fc.constant(field.example ?? ""), fc.constantFrom("us-east-1", "cn-north-1", "us-east-1a"));
    }
  }

  rows({ key, columns }) {
    const item = columns[0].path.length === 0 ? this.value(columns[0]) : this.ofFields(columns);
    const rows = key ? fc.dictionary(this.value(key), item, { maxKeys: 4 }) : fc.array(item, { maxLength: 4 });
    return this.look(rows);
  }

  /** An operation's name, and a request. */
  get request() {
    const ofEach = operations.map(({ name, form }) => fc.tuple(fc.constant(name), this.ofFields(form.fields)));
    return fc.oneof(...ofEach, fc.tuple(anyName, this.other));
  }
}

/** An operation's name, and what has almost its form, or is anything. */
export const nearlyRequest = new Nearly(anything, sometimesDisguised).request;

/** The same, read from JSON. */
export const nearlyJson = new Nearly(anyJson, (values) => values).request.map(([name, value]) => [name, JSON.parse(JSON.stringify(value))]);
