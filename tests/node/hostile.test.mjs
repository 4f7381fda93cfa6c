// What a bad call gets: a report, whatever the value, and the next call works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { createReplicationSet, operations, replicateKey, replicateSecretToRegions } from "xregion";
import { assertSound, assertSoundIssues, errorsOf, forEach, passing, sorted } from "./support.mjs";

/** That a test ends at all; how soon is no matter here. */
const ends = { timeout: 60_000 };

const replicaSet = passing.CreateReplicationSet;
const replica = passing.ReplicateKey;
const [replicaTag] = replica.Tags;

function thrower() {
  throw new Error("read me not");
}

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const withGetter = (name, get) => Object.defineProperty({ ...replica }, name, { get, enumerable: true });

function nested(levels, wrap, innermost = "x") {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

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

const ofWrongType = { ...notJson, ...otherJson };

const at = (pointer) => (description) => ({
  name: `${description} at ${pointer || "the root"}`,
  expect: [`${pointer} wrong_type`],
});

/** A case for each kind of wrong value, in a place of a request where it is wrong. */
const wrongValues = Object.entries(ofWrongType)
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

const simpleRoots = [
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

const members = [
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

const cyclic = { ...replica };
cyclic.self = cyclic;
const cyclicList = [];
cyclicList.push(cyclicList);
const cyclicMap = {};
cyclicMap["us-east-1"] = cyclicMap;

const shapes = [
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
    expect: ["/Tags wrong_type"],
  },
  {
    name: "an array of nothing, 99,999 times",
    operation: replicateSecretToRegions,
    value: { SecretId: "orders", AddReplicaRegions: Object.assign([], { length: 99_999 }) },
    expect: Array.from({ length: 99_999 }, (_, index) => `/AddReplicaRegions/${index} wrong_type`),
  },
  {
    name: "99,999 unknown members",
    value: { ...replica, ...many(99_999 - Object.keys(replica).length) },
    expect: Object.keys(many(99_999 - Object.keys(replica).length)).map((name) => `/${name} unknown_field`),
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

function many(count) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`member ${index}`, index]));
}

/** What each trap that throws leaves of a sound request. The others are never met. */
const trapped = {
  get: [" wrong_type"],
  ownKeys: [" wrong_type"],
  getOwnPropertyDescriptor: ["/KeyId wrong_type", "/ReplicaRegion wrong_type", "/Tags wrong_type"],
};

const traps = Object.getOwnPropertyNames(Reflect).filter((name) => typeof Reflect[name] === "function");

const proxies = [
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

const surrogates = [
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

/** Judges a case, by this and by `build`, and sees that the next call works. */
function checkValue({ operation = replicateKey, value, expect }) {
  const report = operation.validate(value);
  assertSound(report);
  assert.deepEqual(errorsOf(report), sorted(expect));
  assert.ok(!report.ok || Object.is(report.value, value), "the value is the caller's own");

  const built = operation.build(value, { clientToken: "" });
  assert.deepEqual(errorsOf(built), sorted(expect));
  assert.equal(built.ok, report.ok);
  if (built.ok) assert.deepEqual(errorsOf(operation.validate(built.request.input)), []);

  assertWorks(operation);
}

function assertWorks(operation) {
  assert.deepEqual(errorsOf(operation.validate(passing[operation.name])), []);
}

for (const [name, cases] of Object.entries({ wrongValues, simpleRoots, members, shapes, proxies, surrogates })) {
  test(`values: ${name}`, ends, () => forEach(cases, (each) => each.name, checkValue));
}

test("values: every operation reports on everything that is no request", ends, () => {
  const cases = operations.flatMap((operation) => Object.values(ofWrongType).map((value) => ({ operation, value })));
  forEach(
    cases,
    ({ operation, value }) => `${operation.name} of ${typeof value}`,
    (each) => checkValue({ ...each, expect: [" wrong_type"] }),
  );
});

test("values: strings of 10 MB in each member", ends, () => {
  const long = "x".repeat(10_000_000);
  const fields = operations.flatMap((operation) => operation.form.fields.map((field) => ({ operation, field })));
  forEach(
    fields,
    ({ operation, field }) => `${operation.name} ${field.path}`,
    ({ operation, field }) => {
      const [name] = field.path;
      const isRows = field.control === "rows";
      const row = isRows && (field.key ? { [long]: inRow(field, long) } : [inRow(field, long)]);
      const report = operation.validate({ ...passing[operation.name], [name]: isRows ? row : long });
      assertSound(report);
      assert.equal(report.ok, false);
      assert.ok(
        report.issues.every(({ message }) => message.length < 2000),
        "messages repeat long values",
      );
      assertWorks(operation);
    },
  );
});

/** A row of a form with every text at its longest. */
function inRow({ columns }, text) {
  const [only] = columns;
  if (only.path.length === 0) return text;
  return Object.fromEntries(columns.map(({ path }) => [path[0], text]));
}

test("__proto__ and constructor are kept as tag keys, and change no prototype", () => {
  const tags = '{"__proto__":"a","constructor":"b"}';
  const text = `{"regions":{"us-east-1":{}},"tags":${tags}}`;
  for (const report of [createReplicationSet.validate(JSON.parse(text)), createReplicationSet.validateJson(text)]) {
    assert.equal(report.ok, true);
    assert.deepEqual(Object.entries(report.value.tags), [
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  }
  for (const options of [{}, { rules: { unknown_region: "off" } }]) {
    const { request } = createReplicationSet.build(JSON.parse(text), options);
    assert.deepEqual(Object.entries(request.input.tags).sort(), [
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
    assert.equal(Object.getPrototypeOf(request.input.tags), Object.prototype);
    assert.ok(request.toHttp({ region: "us-east-1" }).body.includes(`"tags":${tags}`));
  }
  const { draft } = createReplicationSet.build(JSON.parse(`{"regions":{},"tags":${tags}}`));
  assert.deepEqual(Object.entries(draft.input.tags).sort(), [
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
  assert.equal({}.a, undefined);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

test("a request holds what was judged, not what a second look shows", () => {
  const values = ["eu-west-1", "us-east-1", 5, "\ud800"];
  for (const options of [undefined, { rules: { unknown_region: "off" } }]) {
    let looks = 0;
    const input = withGetter("ReplicaRegion", () => values[looks++] ?? thrower());
    const built = replicateKey.build(input, options);
    if (built.ok) assert.equal(built.request.input.ReplicaRegion, "eu-west-1");
    else assert.notDeepEqual(errorsOf(built), []);
  }
});

test("there is no request of what JSON cannot carry, whatever is switched off", ends, () => {
  const rules = { wrong_type: "off", unknown_field: "off", invalid_unicode: "off" };
  const values = [
    undefined,
    5n,
    Symbol("x"),
    thrower,
    revoked({}),
    cyclic,
    { ...replica, More: 5n },
    { ...replica, Description: "\ud800" },
  ];
  forEach(
    values,
    (value) => typeof value,
    (value) => {
      const built = replicateKey.build(value, { rules });
      assert.equal(built.ok, false);
      assert.equal(built.draft, undefined);
      assert.deepEqual(errorsOf(built), [" wrong_type"]);
      assert.equal(replicateKey.validate(value, { rules }).ok, true);
    },
  );
});

const json = (value) => JSON.stringify(value);
const utf8 = (text) => new TextEncoder().encode(text);
const sound = json(replica);

/** `at` is the line and column where the text stops being JSON; otherwise `expect` lists the errors. */
const texts = [
  { name: "nothing", text: "", at: [1, 1] },
  { name: "white space", text: " \n\t", at: [2, 1] },
  { name: "an open brace", text: "{", at: [1, 1] },
  { name: "a missing colon on the second line", text: '{\n  "KeyId" 5 }', at: [2, 11] },
  { name: "a trailing comma", text: '{"KeyId":"x",}', at: [1, 14] },
  { name: "garbage after the end", text: `${sound} x`, at: [1, sound.length + 2] },
  { name: "two texts", text: "{}{}", at: [1, 3] },
  { name: "quotation marks of another kind", text: "{'KeyId':1}", at: [1, 2] },
  { name: "a comment", text: "/* */{}", at: [1, 1] },
  { name: "NaN", text: '{"KeyId":NaN}', at: [1, 10] },
  { name: "undefined", text: "undefined", at: [1, 1] },
  { name: "a number with a leading nought", text: "01", at: [1, 2] },
  { name: "a line break in a string", text: '{"KeyId":"\n"}', at: [1, 10] },
  { name: "an unknown escape", text: '"\\x"', at: [1, 3] },
  { name: "half an escape", text: '"\\ud8"', at: [1, 6] },
  { name: "a byte order mark", text: `\ufeff${sound}`, at: [1, 1] },
  { name: "the bytes of a byte order mark", text: Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), at: [1, 1] },
  { name: "UTF-16", text: Uint8Array.of(0x7b, 0, 0x7d, 0), at: [1, 2] },
  { name: "a byte that is no UTF-8", text: Uint8Array.of(0x7b, 0xff, 0x7d), at: [1, 2] },
  { name: "half a character of UTF-8 in a string", text: Uint8Array.of(0x22, 0xc3, 0x22), at: [1, 2] },
  { name: "an overlong character", text: Uint8Array.of(0x22, 0xc0, 0x80, 0x22), at: [1, 2] },
  { name: "a surrogate in UTF-8", text: Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), at: [1, 2] },
  { name: "one half between the members", text: '{\ud800"KeyId":1}', at: [1, 2] },
  { name: "one half after a backslash", text: '"\\\ud800"', at: [1, 3] },

  { name: "what passes", text: sound, expect: [] },
  { name: "white space around", text: ` \r\n\t${sound}\n`, expect: [] },
  { name: "null", text: "null", expect: [" wrong_type"] },
  { name: "a list", text: `[${sound}]`, expect: [" wrong_type"] },
  { name: "a number beyond all numbers", text: "1e999", expect: [" wrong_type"] },
  { name: "a number of 100,000 digits", text: "9".repeat(100_000), expect: [" wrong_type"] },
  { name: "of two members with one name the last", text: `{"KeyId":5,${sound.slice(1)}`, expect: [] },
  {
    name: "of two members with one name the last, which is wrong",
    text: `${sound.slice(0, -1)},"KeyId":5}`,
    expect: ["/KeyId wrong_type"],
  },
  {
    name: "one name written in two ways",
    text: `${sound.slice(0, -1)},"\\u004beyId":5}`,
    expect: ["/KeyId wrong_type"],
  },
  { name: "10,000 levels of lists", text: nested(10_000, (inner) => `[${inner}]`, "1"), expect: [" wrong_type"] },
  {
    name: "10,000 levels of objects",
    text: `${sound.slice(0, -1)},"More":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`,
    expect: ["/More unknown_field"],
  },
  { name: "10,000 open brackets", text: "[".repeat(10_000), at: [1, 10_000] },
  { name: "10 MB of brackets", text: "[".repeat(10_000_000), at: [1, 10_000_000] },
  {
    name: "10 MB in a string",
    text: json({ ...replica, Description: "x".repeat(10_000_000) }),
    expect: ["/Description too_long"],
  },
  { name: "99,999 unknown members", text: json(many(99_999)), count: 99_999 + 2 },
  {
    name: "one half in a string",
    text: json({ ...replica, Description: "\ud800" }),
    expect: ["/Description invalid_unicode"],
  },
  {
    name: "one half as it is",
    text: `${sound.slice(0, -1)},"Description":"a\ud800b"}`,
    expect: ["/Description invalid_unicode"],
  },
  {
    name: "the other half as it is",
    text: `${sound.slice(0, -1)},"Description":"\udc00"}`,
    expect: ["/Description invalid_unicode"],
  },
  {
    name: "one half after an escaped backslash",
    text: `${sound.slice(0, -1)},"Description":"\\\\\ud800"}`,
    expect: ["/Description invalid_unicode"],
  },
  { name: "both halves, one as an escape", text: `${sound.slice(0, -1)},"Description":"\ud83d\\ude00"}`, expect: [] },
  { name: "both halves as escapes", text: `${sound.slice(0, -1)},"Description":"\\ud83d\\ude00"}`, expect: [] },
  {
    name: "one half in the name of a member",
    text: '{"\\ud800":1}',
    expect: ["/KeyId missing_required", "/ReplicaRegion missing_required", "/\ufffd unknown_field"],
  },
  {
    name: "one half in the name of a member as it is",
    text: '{"\ud800":1}',
    expect: ["/KeyId missing_required", "/ReplicaRegion missing_required", "/\ufffd unknown_field"],
  },
  {
    name: "one half in a tag key",
    operation: createReplicationSet,
    text: '{"regions":{"us-east-1":{}},"tags":{"a\\udc00":"","b\ud800":""}}',
    expect: ["/tags/a\ufffd invalid_unicode", "/tags/b\ufffd invalid_unicode"],
  },
];

function checkText({ operation = replicateKey, text, at, expect, count }) {
  const report = operation.validateJson(text);
  assertSound(report);
  if (at) {
    assert.deepEqual(errorsOf(report), [" invalid_json"]);
    const [{ params, message }] = report.issues;
    assert.deepEqual(params, { line: at[0], column: at[1] });
    assert.ok(message.includes(`line ${params.line}`) && message.includes(`column ${params.column}`), message);
  } else if (count) {
    assert.equal(errorsOf(report).length, count);
  } else {
    assert.deepEqual(errorsOf(report), sorted(expect));
  }
  if (typeof text === "string") assertAgreesWithJsonParse(text, report);
  assertWorks(operation);
}

/** A text is JSON for `validateJson` if it is for JavaScript, and means the same. */
function assertAgreesWithJsonParse(text, report) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    assert.equal(report.issues[0].code, "invalid_json");
    return;
  }
  assert.notEqual(report.issues[0]?.code, "invalid_json");
  if (report.ok) assert.deepEqual(report.value, value);
}

test("JSON texts", ends, () => forEach(texts, ({ name }) => name, checkText));

test("JSON texts: what is not JSON is no request, whatever is switched off", () => {
  for (const rules of [{ invalid_json: "off" }, { "X-07": "off" }, { invalid_json: "warning" }]) {
    const report = replicateKey.validateJson("{", { rules });
    assertSound(report);
    assert.deepEqual(errorsOf(report), [" invalid_json"]);
  }
  const rules = { unknown_field: "off", wrong_type: "off", invalid_unicode: "off" };
  for (const text of ["5", '"\\ud800"', '{"KeyId":1,"ReplicaRegion":2,"\\ud800":1e999}', '["a\ud800"]']) {
    const report = replicateKey.validateJson(text, { rules });
    assertSound(report);
    assert.ok(report.ok);
    assert.deepEqual(report.value, JSON.parse(text));
  }
  assert.ok(replicateKey.validateJson("[".repeat(10_000) + "]".repeat(10_000), { rules }).ok);
});

test("JSON texts: what is neither text nor bytes", ends, () => {
  const bytes = utf8(sound);
  const detached = Uint8Array.from(bytes);
  structuredClone(detached, { transfer: [detached.buffer] });
  const shrunk = new ArrayBuffer(bytes.length, { maxByteLength: bytes.length });
  const outOfBounds = new Uint8Array(shrunk, 2, 4);
  shrunk.resize(1);
  const given = {
    ...ofWrongType,
    bytes: undefined,
    "an object": {},
    "a list of bytes": [...bytes],
    "an object with a length": { length: 5e9 },
    "a boxed text": new String(sound),
    "a buffer": bytes.buffer,
    "a view of data": new DataView(bytes.buffer),
    "elements of two bytes": new Uint16Array(bytes),
    "elements of eight bytes": new BigInt64Array([123n, 125n]),
    "floating point": new Float32Array(bytes),
    "a detached buffer": detached,
    "a view out of its bounds": outOfBounds,
    "a proxy of bytes": new Proxy(bytes, {}),
    "an object like bytes": Object.create(Uint8Array.prototype),
  };
  forEach(
    Object.entries(given),
    ([name]) => name,
    ([, text]) => checkText({ text, at: [1, 1] }),
  );
});

test("JSON texts: bytes of every origin", () => {
  const bytes = utf8(sound);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  class Boasting extends Uint8Array {
    get length() {
      return 4e9;
    }
    static get [Symbol.species]() {
      return thrower();
    }
    slice() {
      return thrower();
    }
  }
  const given = {
    bytes,
    "a buffer of Node": Buffer.from(sound),
    "a part of a buffer": utf8(`xxx${sound}yyy`).subarray(3, 3 + bytes.length),
    "shared memory": shared,
    "bytes of another realm": runInNewContext("Uint8Array.from(bytes)", { bytes }),
    "bytes that say otherwise": Boasting.from(bytes),
  };
  forEach(
    Object.entries(given),
    ([name]) => name,
    ([, text]) => {
      const report = replicateKey.validateJson(text);
      assert.deepEqual(report, replicateKey.validateJson(sound));
      assert.equal(report.ok, true);
    },
  );
  assert.deepEqual(bytes, utf8(sound), "the caller's bytes are as they were");
});

/** What is no context: by mistake, or by malice. */
const contexts = {
  "a number": 0,
  "another number": 5,
  "a string": "us-east-1",
  "an empty string": "",
  "a boolean": false,
  "a symbol": Symbol("x"),
  "a BigInt": 5n,
  "a function": () => ({}),
  "an empty list": [],
  "a list": ["us-east-1"],
  "a map": new Map([["region", "us-east-1"]]),
  "a date": new Date(0),
  "a revoked proxy": revoked({}),
  "a member that throws": Object.defineProperty({}, "region", { get: thrower, enumerable: true }),
  "a context that holds itself": cyclic,
  "an unknown member": { regoin: "us-east-1" },
  "an unknown member beside a known one": { region: "us-east-1", fips: true },
  "__proto__ as a member": JSON.parse('{"__proto__":{"region":"us-east-1"}}'),
  "a Region that is no string": { region: 5 },
  "an account as a number": { accountId: 111122223333 },
  "a Region with one half": { region: "\ud800" },
  "no rules": { rules: "off" },
  "a list of rules": { rules: ["too_long"] },
  "rules in a map, which has no members": { rules: [] },
  "a rule at an unknown level": { rules: { too_long: "of" } },
  "a rule that is true": { rules: { too_long: true } },
  "a list in JSON": { toJSON: () => [] },
  "nothing in JSON": { toJSON: () => undefined },
  "a member with a long name": { ["x".repeat(10_000_000)]: 1 },
  "10,000 levels": { region: nested(10_000, (inner) => [inner]) },
};

const isComplaint = ({ code }) => code === "invalid_context";

/** Checks that the verdict is the same as without a context, with one warning more. */
function checkComplaint(issues, without) {
  assertSoundIssues(issues);
  const complaints = issues.filter(isComplaint);
  assert.equal(complaints.length, 1, "there is one complaint about the context");
  assert.equal(complaints[0].severity, "warning");
  assert.equal(complaints[0].pointer, "");
  assert.ok(complaints[0].message.length < 500, "the message repeats a long name");
  assert.deepEqual(
    issues.filter((issue) => !isComplaint(issue)),
    without,
  );
}

test("contexts that are none", ends, () => {
  const requests = [replica, { ...replica, KeyId: "alias/x", More: 1 }, undefined];
  const cases = Object.entries(contexts).flatMap(([name, context]) =>
    requests.map((request) => ({ name, context, request })),
  );
  forEach(
    cases,
    ({ name }) => name,
    ({ context, request }) => {
      const expected = replicateKey.validate(request);
      const report = replicateKey.validate(request, context);
      assertSound(report);
      checkComplaint(report.issues, expected.issues);
      assert.equal(report.ok, expected.ok);
      const text = json(request) ?? "";
      checkComplaint(replicateKey.validateJson(text, context).issues, replicateKey.validateJson(text).issues);
      for (const around of [undefined, request]) {
        const issues = replicateKey.validateField("/KeyId", "x", around, context);
        checkComplaint(issues, replicateKey.validateField("/KeyId", "x", around));
      }
      const built = replicateKey.build(request, context);
      checkComplaint(built.issues, expected.issues);
      assert.equal(built.ok, expected.ok);
    },
  );
});

test("contexts that are fine", () => {
  class Own {
    region = "eu-west-1";
  }
  const fine = [
    undefined,
    null,
    {},
    { region: undefined },
    { region: null },
    Object.create(null),
    new Own(),
    { rules: {} },
  ];
  forEach(
    fine,
    (context) => json(context) ?? "undefined",
    (context) => {
      const { issues } = replicateKey.validate(
        { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" },
        context,
      );
      assert.deepEqual(
        issues.map(({ code }) => code),
        context instanceof Own ? ["same_region"] : [],
      );
    },
  );
});

test("validate as the callback of map", () => {
  const inputs = [replica, {}, replica];
  const reports = inputs.map(replicateKey.validate);
  assert.deepEqual(
    reports.map(({ ok }) => ok),
    [true, false, true],
  );
  forEach(
    reports.map((report, index) => ({ report, index })),
    ({ index }) => String(index),
    ({ report, index }) => checkComplaint(report.issues, replicateKey.validate(inputs[index]).issues),
  );
});

test("tokens that are none", () => {
  const tokens = { "a number": 5, "an object": {}, "a list": ["x"], "one half": "\ud800", "a boolean": true };
  forEach(
    Object.entries(tokens),
    ([name]) => name,
    ([, clientToken]) => {
      const built = createReplicationSet.build(replicaSet, { clientToken });
      assert.equal(built.ok, true);
      checkComplaint(built.issues, createReplicationSet.validate(replicaSet).issues);
      assert.match(built.request.input.clientToken, /^[0-9a-f-]{36}$/);
    },
  );
});

/** `expect` lists every error, of the replication of a key unless another operation is named. */
const fields = [
  { pointer: "", value: replica, expect: [] },
  { pointer: "", value: 5, expect: [" wrong_type"] },
  { pointer: [], value: {}, expect: ["/KeyId missing_required", "/ReplicaRegion missing_required"] },
  { pointer: "/KeyId", value: "alias/x", expect: ["/KeyId invalid_identifier"] },
  { pointer: "/KeyId", value: undefined, expect: ["/KeyId missing_required"] },
  { pointer: "/KeyId", value: null, expect: ["/KeyId wrong_type"] },
  { pointer: "/KeyId", value: "\ud800", expect: ["/KeyId invalid_unicode"] },
  { pointer: "/Description", value: undefined, expect: [] },
  { pointer: "/Tags", value: 5, expect: ["/Tags wrong_type"] },
  { pointer: "/Tags/0/TagKey", value: "", expect: ["/Tags/0/TagKey too_short"] },
  { pointer: "/Tags/4294967295/TagKey", value: "", expect: ["/Tags/4294967295/TagKey too_short"] },
  { pointer: ["Tags", 7, "TagKey"], value: "aws:x", expect: ["/Tags/7/TagKey reserved_prefix"] },
  { pointer: ["Tags", "7", "TagKey"], value: "aws:x", expect: ["/Tags/7/TagKey reserved_prefix"] },
  { pointer: "/Tags/0", value: {}, expect: ["/Tags/0/TagKey missing_required", "/Tags/0/TagValue missing_required"] },
  { pointer: "/Tags/0", value: { TagKey: "a", TagValue: "b", More: 1 }, expect: ["/Tags/0/More unknown_field"] },
  { operation: createReplicationSet, pointer: "/tags/a~1b~0c", value: "!", expect: ["/tags/a~1b~0c pattern_mismatch"] },
  {
    operation: createReplicationSet,
    pointer: ["tags", "a/b~c"],
    value: "!",
    expect: ["/tags/a~1b~0c pattern_mismatch"],
  },
  { operation: createReplicationSet, pointer: ["tags", "__proto__"], value: "x", expect: [] },
  { operation: createReplicationSet, pointer: ["tags", ""], value: "x", expect: ["/tags/ too_short"] },
  {
    operation: createReplicationSet,
    pointer: ["regions", "us-east-1", "sseKmsKeyId"],
    value: "arn:",
    expect: ["/regions/us-east-1/sseKmsKeyId invalid_identifier"],
  },
  ...[
    "/",
    "/keyid",
    "/KeyId/0",
    "/Tags/x",
    "/Tags/-1",
    "/Tags/+1",
    "/Tags/01",
    "/Tags/1e0",
    "/Tags/ 1",
    "/Tags/99999999999999999999",
    "/Tags/-",
    "/Tags/0/More",
    "/BypassPolicyLockoutSafetyCheck/0",
    "/__proto__",
    "/constructor",
    "/KeyId/",
  ].map((pointer) => ({ pointer, value: "x", expect: [`${pointer} unknown_field`] })),
  { pointer: "/Tags/-/TagKey", value: "x", expect: ["/Tags/- unknown_field"] },
  { pointer: "//KeyId", value: "x", expect: ["/ unknown_field"] },
];

test("fields", ends, () => {
  const name = ({ operation = replicateKey, pointer, value }) =>
    `${operation.name} ${json(pointer)} ${String(json(value))}`;
  forEach(fields, name, ({ operation = replicateKey, pointer, value, expect }) => {
    const issues = operation.validateField(pointer, value);
    assertSoundIssues(issues);
    assert.deepEqual(errorsOf({ issues }), sorted(expect));
    assertWorks(operation);
  });
});

test("fields: whatever else points nowhere", ends, () => {
  const pointers = {
    ...ofWrongType,
    "an object": {},
    "a path that is no pointer": "KeyId",
    "a boxed pointer": new String("/KeyId"),
    "a symbol in a path": [Symbol("KeyId")],
    "null in a path": [null],
    "undefined in a path": [undefined],
    "what throws in a path": [{ toString: thrower }],
    "what is no string in a path": [{ toString: () => ({}) }],
    "an object without a prototype in a path": [Object.create(null)],
    "one half": "/\ud800",
    "one half in a path": ["\ud800"],
    "a path that throws": new Proxy(["KeyId"], { get: thrower }),
    "a map of its own": { map: () => ({ join: () => 5 }) },
    "a map that throws": { map: thrower },
    "10 MB": "/x".repeat(5_000_000),
    "a path of 100,000 steps": Array.from({ length: 100_000 }, () => "x"),
    "a path of nothing, 4,000 million times": Object.assign([], { length: 4e9 }),
  };
  forEach(
    Object.entries(pointers),
    ([name]) => name,
    ([, pointer]) => {
      const issues = replicateKey.validateField(pointer, "x", replica);
      assertSoundIssues(issues);
      assert.deepEqual(
        issues.map(({ code }) => code),
        ["unknown_field"],
      );
      assertWorks(replicateKey);
    },
  );
});

test("fields: whatever stands in them or around them", ends, () => {
  const cases = [...wrongValues, ...simpleRoots, ...members, ...proxies, ...surrogates].filter(
    ({ operation }) => !operation,
  );
  forEach(
    cases,
    ({ name }) => name,
    ({ value }) => {
      for (const pointer of ["", "/KeyId", "/Tags", "/Tags/0", "/Tags/0/TagKey", "/Nowhere"]) {
        assertSoundIssues(replicateKey.validateField(pointer, value));
        assertSoundIssues(replicateKey.validateField(pointer, "x", value));
        assertSoundIssues(replicateKey.validateField(pointer, value, value));
      }
      assertWorks(replicateKey);
    },
  );
});
