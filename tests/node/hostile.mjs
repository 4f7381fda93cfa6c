// Values that callers give by mistake or by malice, and what is to be said of them.
import assert from "node:assert/strict";
import { runInNewContext } from "node:vm";
import { createReplicationSet, replicateKey, replicateSecretToRegions } from "xregion";
import { errorsOf, passing } from "./support.mjs";

/** That a test ends at all; how soon is no matter here. */
export const ends = { timeout: 60_000 };

export const replicaSet = passing.CreateReplicationSet;
export const replica = passing.ReplicateKey;
const [replicaTag] = replica.Tags;

/** A getter, or a trap. */
export function thrower() {
  throw new Error("read me not");
}

export function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

export const withGetter = (name, get) => Object.defineProperty({ ...replica }, name, { get, enumerable: true });

/** Something within itself, so many times. */
export function nested(levels, wrap, innermost = "x") {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

/** As src/report/notebook.rs has it. */
export const MOST_ISSUES = 1000;

const dataModule = (source) => import(`data:text/javascript,${encodeURIComponent(source)}`);

class ArraySubclass extends Array {}

class WithFields {
  KeyId = replica.KeyId;
  ReplicaRegion = replica.ReplicaRegion;
  get Description() {
    return 5;
  }
  toJSON() {
    return thrower();
  }
}

/** What is no value of JSON, or could not be told for one. */
const notJson = {
  undefined: undefined,
  "a symbol": Symbol("x"),
  "a BigInt": 5n,
  "a function": () => replica,
  "a class": WithFields,
  "a date": new Date(0),
  "an invalid date": new Date(Number.NaN),
  "a map": new Map(Object.entries(replica)),
  "a set": new Set(["x"]),
  "a weak map": new WeakMap(),
  "a regular expression": /x/,
  "an error": new Error("x"),
  "a promise": Promise.resolve(replica),
  "a boxed string": new String("x"),
  "a boxed number": new Number(5),
  "a boxed boolean": new Boolean(true),
  "a boxed symbol": Object(Symbol("x")),
  "a boxed BigInt": Object(5n),
  bytes: new Uint8Array(3),
  "numbers in an array of type": new Float64Array(3),
  "a buffer": new ArrayBuffer(3),
  "a generator": (function* () {})(),
  arguments: (function () {
    return arguments;
  })(),
  "the global object": globalThis,
  "a revoked proxy of an object": revoked({}),
  "a revoked proxy of an array": revoked([]),
  "a revoked proxy of a function": revoked(thrower),
  "an object that calls itself otherwise": { ...replica, [Symbol.toStringTag]: "Date" },
  "an object that will not say what it is": Object.defineProperty({}, Symbol.toStringTag, { get: thrower }),
  "a date of another realm": runInNewContext("new Date(0)"),
};

/** What is a value of JSON, but neither an object nor a string. */
const otherJson = {
  null: null,
  "a number": 5,
  "not a number": Number.NaN,
  infinity: Infinity,
  true: true,
  "minus nought": -0,
};

export const ofWrongType = { ...notJson, ...otherJson };

const at = (pointer) => (description) => ({
  name: `${description} at ${pointer || "the root"}`,
  expect: [`${pointer} wrong_type`],
});

/** A case for each kind of wrong value, in a place of a request where it is wrong. */
export const wrongValues = Object.entries(ofWrongType)
  .flatMap(([description, value]) => [
    { ...at("")(description), value },
    { ...at("/Tags/0")(description), value: { ...replica, Tags: [value] } },
    {
      ...at("/Tags/0/TagKey")(description),
      value: { ...replica, Tags: [{ ...replicaTag, TagKey: value }] },
      unlessAbsent: value,
    },
    { ...at("/Tags")(description), value: { ...replica, Tags: value }, unlessAbsent: value },
    { ...at("/Description")(description), value: { ...replica, Description: value }, unlessAbsent: value },
  ])
  .filter((each) => !("unlessAbsent" in each) || each.unlessAbsent !== undefined);

/** What is wrong and not exotic. `expect` lists every error, of the replication of a key unless another is named. */
export const simpleRoots = [
  { name: "a string at the root", value: "x", expect: [" wrong_type"] },
  { name: "a list at the root", value: [], expect: [" wrong_type"] },
  { name: "a list of requests at the root", value: [replica], expect: [" wrong_type"] },
  { name: "an object for a string", value: { ...replica, KeyId: {} }, expect: ["/KeyId wrong_type"] },
  {
    name: "an object for a list",
    value: { ...replica, Tags: { 0: replicaTag, length: 1 } },
    expect: ["/Tags wrong_type"],
  },
  {
    name: "a list for an object",
    operation: createReplicationSet,
    value: { regions: ["us-east-1"] },
    expect: ["/regions wrong_type"],
  },
];

export const members = [
  { name: "undefined members are absent", value: { ...replica, Policy: undefined, Nothing: undefined }, expect: [] },
  {
    name: "an undefined required member",
    value: { ...replica, KeyId: undefined },
    expect: ["/KeyId missing_required"],
  },
  {
    name: "undefined entries of a map are absent",
    operation: createReplicationSet,
    value: { ...replicaSet, tags: { team: undefined } },
    expect: ["/tags too_few"],
  },
  { name: "an object without a prototype", value: Object.assign(Object.create(null), replica), expect: [] },
  { name: "a frozen object", value: Object.freeze({ ...replica }), expect: [] },
  { name: "an object of another realm", value: runInNewContext("({...replica})", { replica }), expect: [] },
  {
    name: "a list of another realm",
    value: { ...replica, Tags: runInNewContext("[{ TagKey: 'a', TagValue: '' }]") },
    expect: [],
  },
  { name: "the namespace of a module", value: await dataModule(moduleOf(replica)), expect: [] },
  { name: "own fields of an instance", value: new WithFields(), expect: [] },
  {
    name: "inherited members",
    value: Object.create(replica),
    expect: ["/KeyId missing_required", "/ReplicaRegion missing_required"],
  },
  {
    name: "a member that is not enumerable",
    value: Object.defineProperty({ ...replica }, "KeyId", { enumerable: false }),
    expect: ["/KeyId missing_required"],
  },
  { name: "a member named by a symbol", value: { ...replica, [Symbol("Tags")]: 5 }, expect: [] },
  { name: "a getter", value: withGetter("Description", () => "x"), expect: [] },
  { name: "a getter that throws", value: withGetter("KeyId", thrower), expect: ["/KeyId wrong_type"] },
  {
    name: "a getter that throws nothing",
    value: withGetter("Description", () => {
      throw undefined;
    }),
    expect: ["/Description wrong_type"],
  },
  {
    name: "a getter that throws what cannot be looked at",
    value: withGetter("Description", () => {
      throw revoked({});
    }),
    expect: ["/Description wrong_type"],
  },
  {
    name: "a getter without end",
    value: withGetter("Description", function endless() {
      return endless();
    }),
    expect: ["/Description wrong_type"],
  },
  {
    name: "a getter that asks in its turn",
    value: withGetter("Description", () => replicateKey.build(replica).request.input.KeyId),
    expect: [],
  },
  { name: "an unknown member that throws", value: withGetter("Unknown", thrower), expect: ["/Unknown unknown_field"] },
  {
    name: "an item that throws",
    value: { ...replica, Tags: Object.defineProperty([replicaTag], 0, { get: thrower }) },
    expect: ["/Tags/0 wrong_type"],
  },
  {
    name: "__proto__ and constructor as members",
    value: JSON.parse(`{"__proto__":{"KeyId":"x"},"constructor":1,${JSON.stringify(replica).slice(1)}`),
    expect: ["/__proto__ unknown_field", "/constructor unknown_field"],
  },
  {
    name: "__proto__ as a Region",
    operation: createReplicationSet,
    value: JSON.parse('{"regions":{"__proto__":{}}}'),
    expect: ["/regions/__proto__ invalid_identifier"],
  },
  {
    name: "__proto__ and constructor as tag keys",
    operation: createReplicationSet,
    value: JSON.parse('{"regions":{"us-east-1":{}},"tags":{"__proto__":"a","constructor":"b","hasOwnProperty":"c"}}'),
    expect: [],
  },
];

function moduleOf(value) {
  return Object.entries(value)
    .map(([name, member]) => `export const ${name} = ${JSON.stringify(member)};`)
    .join("\n");
}

export const cyclic = { ...replica };
cyclic.self = cyclic;
const cyclicList = [];
cyclicList.push(cyclicList);
const cyclicMap = {};
cyclicMap["us-east-1"] = cyclicMap;

export const shapes = [
  { name: "an object that holds itself", value: cyclic, expect: ["/self unknown_field"] },
  { name: "a list that holds itself", value: { ...replica, Tags: cyclicList }, expect: ["/Tags/0 wrong_type"] },
  {
    name: "a map that holds itself",
    operation: createReplicationSet,
    value: { regions: cyclicMap },
    expect: ["/regions/us-east-1/us-east-1 unknown_field"],
  },
  {
    name: "10,000 levels of objects",
    value: { ...replica, Description: nested(10_000, (inner) => ({ inner })) },
    expect: ["/Description wrong_type"],
  },
  {
    name: "10,000 levels of lists",
    value: { ...replica, Tags: nested(10_000, (inner) => [inner]) },
    expect: ["/Tags/0 wrong_type"],
  },
  {
    name: "10,000 levels that are not known",
    value: { ...replica, More: nested(10_000, (inner) => ({ inner })) },
    expect: ["/More unknown_field"],
  },
  { name: "a subclass of arrays", value: { ...replica, Tags: ArraySubclass.of(replicaTag) }, expect: [] },
  { name: "an array with a name", value: { ...replica, Tags: Object.assign([replicaTag], { name: "x" }) }, expect: [] },
  { name: "an array with a hole", value: { ...replica, Tags: [, replicaTag] }, expect: ["/Tags/0 wrong_type"] },
  {
    name: "an array of nothing, 4,000 million times",
    value: { ...replica, Tags: Object.assign([], { length: 4e9 }) },
    expect: ["/Tags too_many"],
  },
  {
    name: "an array of nothing, 99,999 times",
    operation: replicateSecretToRegions,
    value: { SecretId: "orders", AddReplicaRegions: Object.assign([], { length: 99_999 }) },
    expect: Array.from({ length: MOST_ISSUES }, (_, index) => `/AddReplicaRegions/${index} wrong_type`),
  },
  {
    name: "99,999 unknown members",
    value: { ...replica, ...many(99_999 - Object.keys(replica).length) },
    expect: Object.keys(many(MOST_ISSUES)).map((name) => `/${name} unknown_field`),
  },
  { name: "200,000 unknown members", value: { ...replica, ...many(200_000) }, expect: [" wrong_type"] },
  {
    name: "a proxy with a length of its own",
    value: { ...replica, Tags: new Proxy([], { get: (target, key) => (key === "length" ? -1 : target[key]) }) },
    expect: ["/Tags wrong_type"],
  },
  {
    name: "a proxy without a length",
    value: { ...replica, Tags: new Proxy([], { get: (target, key) => (key === "length" ? "x" : target[key]) }) },
    expect: ["/Tags wrong_type"],
  },
];

export function many(count) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`member ${index}`, index]));
}

/** What each trap that throws leaves of a sound request. The others are never met. */
const trapped = {
  get: [" wrong_type"],
  ownKeys: [" wrong_type"],
  getOwnPropertyDescriptor: ["/KeyId wrong_type", "/ReplicaRegion wrong_type", "/Tags wrong_type"],
};

const traps = Object.getOwnPropertyNames(Reflect).filter((name) => typeof Reflect[name] === "function");

export const proxies = [
  ...traps.map((trap) => ({
    name: `a proxy whose ${trap} throws`,
    value: new Proxy({ ...replica }, { [trap]: thrower }),
    expect: trapped[trap] ?? [],
  })),
  ...["get", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf", "has"].map((trap) => ({
    name: `a proxy of an array whose ${trap} throws`,
    value: { ...replica, Tags: new Proxy([replicaTag], { [trap]: thrower }) },
    expect: trap === "get" ? ["/Tags wrong_type"] : [],
  })),
  { name: "a proxy that lets everything through", value: new Proxy(replica, {}), expect: [] },
  {
    name: "a proxy of which every trap throws",
    value: new Proxy({}, Object.fromEntries(traps.map((trap) => [trap, thrower]))),
    expect: [" wrong_type"],
  },
  { name: "a proxy of a function", value: new Proxy(thrower, {}), expect: [" wrong_type"] },
  {
    name: "a proxy of a proxy of a revoked one",
    value: new Proxy(new Proxy(revoked({}), {}), {}),
    expect: [" wrong_type"],
  },
  {
    name: "a proxy with names of its own",
    value: new Proxy({}, { ownKeys: () => ["KeyId", "KeyId"] }),
    expect: [" wrong_type"],
  },
];

export const surrogates = [
  {
    name: "one half in a string",
    value: { ...replica, Description: "a\ud800b" },
    expect: ["/Description invalid_unicode"],
  },
  {
    name: "the other half in a string",
    value: { ...replica, Description: "\udc00" },
    expect: ["/Description invalid_unicode"],
  },
  {
    name: "both halves the wrong way round",
    value: { ...replica, Description: "\udc00\ud800" },
    expect: ["/Description invalid_unicode"],
  },
  {
    name: "one half at the end of an identifier",
    value: { ...replica, KeyId: `${replica.KeyId}\ud83d` },
    expect: ["/KeyId invalid_unicode"],
  },
  { name: "both halves", value: { ...replica, Description: "\ud83d\ude00" }, expect: [] },
  { name: "the character that stands for what is lost", value: { ...replica, Description: "\ufffd" }, expect: [] },
  {
    name: "that character beside one half",
    value: { ...replica, Description: "\ufffd\ud800" },
    expect: ["/Description invalid_unicode"],
  },
  {
    name: "one half in the name of a member",
    value: { ...replica, "Tags\ud800": [] },
    expect: ["/Tags\ufffd unknown_field"],
  },
  {
    name: "one half in a tag key",
    operation: createReplicationSet,
    value: { ...replicaSet, tags: { "a\ud800": "x", b: "y" } },
    expect: ["/tags/a\ufffd invalid_unicode"],
  },
  {
    name: "one half in a Region, and in its key",
    operation: createReplicationSet,
    value: { regions: { "\ud800": { sseKmsKeyId: "\udfff" } } },
    expect: ["/regions/\ufffd invalid_unicode", "/regions/\ufffd/sseKmsKeyId invalid_unicode"],
  },
];

/** Sees that the next call works. */
export function assertWorks(operation) {
  assert.deepEqual(errorsOf(operation.validate(passing[operation.name])), []);
}
