// A request is glanced at first, and looked at carefully where that tells nothing. Options, even empty ones, have it looked
// at carefully at once: so the two must never differ.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations, replicateKey } from "xregion";
import { VALID_SIZES, payloads } from "../bench/payloads.mjs";
import { cyclic, ends, members, proxies, replica, shapes, simpleRoots, surrogates, withGetter, wrongValues } from "./hostile.mjs";
import { forEach, ownVectors, passing, verdictVectors } from "./support.mjs";

function check({ operation = replicateKey, value, make = () => value }) {
  // The first call of all has no instance to glance with.
  operation.validate(passing[operation.name]);
  const glanced = operation.validate(make());
  const careful = operation.validate(make(), {});
  assert.deepEqual(glanced.issues, careful.issues);
  assert.equal(glanced.ok, careful.ok);
}

test("every vector", () => {
  const own = operations.flatMap((operation) => ownVectors(operation).map((vector) => ({ ...vector, operation })));
  const all = [...verdictVectors().map(({ id, ...vector }) => ({ ...vector, name: id })), ...own];
  forEach(
    all.filter(({ isJson }) => isJson !== false).map(({ operation, name, request, value }) => ({ operation, name, value: request ?? value })),
    ({ name }) => name,
    check,
  );
});

for (const [name, cases] of Object.entries({ wrongValues, simpleRoots, members, shapes, proxies, surrogates, cyclic })) {
  test(`values: ${name}`, ends, () => forEach([cases].flat(), (each) => each.name, check));
}

const policy = (length) => {
  const text = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" }],
  });
  return text + " ".repeat(length - text.length);
};

const tags = (count) => Array.from({ length: count }, (_, index) => ({ TagKey: `key ${index}`, TagValue: `value ${index}` }));

/** A request whose description does something as it is looked at, and is one all the same. */
const doing = (deed, description = "x") => () =>
  withGetter("Description", () => {
    deed();
    return description;
  });

class Keyed {
  KeyId = replica.KeyId;
  ReplicaRegion = replica.ReplicaRegion;
}

/** Texts at the edges of what is usual, by the member that they are given in. */
const edges = [
  ...[
    "x", "a-b", "a - b", "a -- b", "-", "- a", "a-", "x".repeat(19), "x".repeat(20), `${"word ".repeat(1638)}ab`, `${"word ".repeat(1638)}abc`,
    "AKIAIOSFODNN7EXAMPLE", "the key AKIAIOSFODNN7EXAMPLE", "AKIA-IOSFODNN7EXAMPLE", "-----BEGIN RSA PRIVATE KEY-----", "----- BEGIN",
    "password=x", "password : x", "secret: 7", "token\n=\nx", "api-key=1", "passwords of others", "größe", "it's (old); new, or + / more.",
  ].map((Description) => ({ Description })),
  ...["", "a", "aws:a", "AWS:a", "Aws:", "aws", "a\n", "a\tb", "ä", "a,b", "*", "k".repeat(128), "k".repeat(129)].map((TagKey) => ({ Tags: [{ TagKey, TagValue: "" }] })),
  ...["", "aws:a", "AwS:", "a,b", "a!b", "é", "\u2028", "v".repeat(256), "v".repeat(257)].map((TagValue) => ({ Tags: [{ TagKey: "a", TagValue }] })),
  ...["us-east-1", "eu-west-1 ", "EU-WEST-1", "cn-north-1", "eu-west-9", "constructor", 7, ["eu-west-1"]].map((ReplicaRegion) => ({ ReplicaRegion })),
  ...["cn", "-cn", "", "-iso"].map((end) => replica.KeyId.replace("arn:aws", `arn:aws${end}`)).map((KeyId) => ({ KeyId })),
  ...[" ", "\n", "0"].map((end) => ({ KeyId: replica.KeyId + end })),
].map((members) => ({ value: { ...replica, ...members } }));

const TOKENS = [
  "aa1b2cde-27e3-42ff-9cac-9938012345ab", "00000000-0000-0000-0000-000000000000", "44444444-4444-4444-8444-444444444444",
  "88888888-8888-4888-8888-888888888888", "00000000-0000-4000-8000-000000000000", "AA1B2CDE-27E3-42FF-9CAC-9938012345AB", "aaaaaaaaaaaaaaaa",
];
edges.push(...TOKENS.map((clientToken) => ({ operation: operations[0], value: { clientToken, regions: { "us-east-1": {} } } })));

const SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:a";
const SECRETS = ["a", "a-", "a-b1c2d", "a-b1c2d3", "a-b1c2d34", "a/b-c1d2e3-x", "!", "a b", "a".repeat(512), "a".repeat(513), `${SECRET}-b1c2d3`, SECRET, `${SECRET}-b1c2d3\n`];
edges.push(...SECRETS.map((SecretId) => ({ operation: operations[1], value: { SecretId, AddReplicaRegions: [{ Region: "eu-west-1" }] } })));

const KEY = "arn:aws:kms:eu-west-1:111122223333";
const KEYS = [`${KEY}:alias/a`, `${KEY}:alias/`, `${KEY}:alias/a:eu-west-1:b`, `${KEY}:alias/aws/x`, `${KEY.replace("eu-west-1", "eu-west-2")}:alias/a`, `${KEY.replace("aws", "aws-cn")}:alias/a`, `x${KEY}:alias/a`, `${KEY}:alias/${"a".repeat(2010)}`, `${KEY}:alias/${"a".repeat(2011)}`];
const entries = KEYS.flatMap((KmsKeyId) => [{ Region: "eu-west-1", KmsKeyId }, { KmsKeyId, Region: "eu-west-1" }, { KmsKeyId }]);
const zones = ["eu-west-1a", "eu-west-1A", "eu-west-1", "eu-west-2a", "euw1-az1", "", "a"].map((AvailabilityZoneName) => ({ Region: "eu-west-1", AvailabilityZoneName }));
edges.push(...entries.map((entry) => ({ operation: operations[1], value: { SecretId: "a", AddReplicaRegions: [entry] } })));
edges.push(
  ...[...entries, ...zones, { Region: "eusc-de-east-1" }, {}].map((entry) => ({
    operation: operations[2],
    value: { SourceFileSystemId: "fs-0123456789abcdef0", Destinations: [entry] },
  })),
);

test("texts at the edges of what is usual", () => forEach(edges, ({ value }) => JSON.stringify(value).slice(0, 300), check));

test("what is usual is told at a glance", async () => {
  const glances = await import(new URL("glances.js", import.meta.resolve("xregion")));
  forEach(
    operations.flatMap(({ name }) => VALID_SIZES.map((size) => ({ name, value: payloads[name][size] }))),
    ({ name, value }) => `${name}: ${JSON.stringify(value).slice(0, 100)}`,
    ({ name, value }) => assert.ok(glances[name[0].toLowerCase() + name.slice(1)](value)),
  );
});

const withPrototype = (value, prototype) => Object.setPrototypeOf(value, prototype);

const unusual = [
  { name: "no text but ASCII", value: { ...replica, Description: "größe, 大きさ, 📏" } },
  { name: "a text of just so many bytes as characters are allowed", value: { ...replica, Description: "ä".repeat(8192) } },
  { name: "a text with half of a surrogate pair", value: { ...replica, Description: "x\ud800" } },
  { name: "the same, and long", value: { ...replica, Description: `${"x".repeat(500)}\udfff` } },
  { name: "a text with the character that stands for such a half", value: { ...replica, Description: "x\ufffd" } },
  { name: "a text that is put together", value: { ...replica, Description: ["a", "b"].reduce((all, one) => all + one.repeat(90), "") } },
  { name: "the longest policy", value: { ...replica, Policy: policy(32_768) } },
  { name: "a policy that is too long by one", value: { ...replica, Policy: policy(32_769) } },
  { name: "more than there is room for", value: { ...replica, Policy: policy(32_768), Description: "x".repeat(200_000) } },
  { name: "no room for a long text", value: { ...replica, Description: "ä".repeat(2 ** 17) } },
  { name: "as many tags as there can be", value: { ...replica, Tags: tags(50) } },
  { name: "one more", value: { ...replica, Tags: tags(51) } },
  { name: "more tags than are told apart", value: { ...replica, Tags: tags(100) } },
  { name: "more tags than there is room for", value: { ...replica, Tags: tags(20_000) } },
  { name: "a tag twice", value: { ...replica, Tags: [...tags(2), ...tags(1)] } },
  { name: "a hole in a list", value: { ...replica, Tags: [, replica.Tags[0]] } },
  { name: "members that are not there", value: { ...replica, Description: undefined, Policy: undefined, Other: undefined } },
  { name: "members of a class", value: new Keyed() },
  { name: "members that are inherited", value: Object.create(replica) },
  { name: "no prototype", value: withPrototype({ ...replica }, null) },
  { name: "a prototype without members", value: withPrototype({ ...replica }, {}) },
  { name: "a date that passes for a plain object", value: withPrototype(Object.assign(new Date(0), replica), Object.prototype) },
  { name: "an error that does", value: withPrototype(Object.assign(new Error("x"), replica), Object.prototype) },
  { name: "a list that passes for a plain object", value: { ...replica, Tags: [withPrototype(Object.assign([], replica.Tags[0], { [Symbol.toStringTag]: "Object" }), null)] } },
  { name: "members that are not enumerable", value: Object.defineProperty({ ...replica }, "KeyId", { enumerable: false }) },
  { name: "symbols beside the members", value: { ...replica, [Symbol("x")]: 5 } },
  { name: "what is frozen", value: Object.freeze({ ...replica }) },
  { name: "a member that says how it is written as JSON", value: { ...replica, toJSON: () => ({}) } },
  { name: "a proxy of a request", make: () => new Proxy({ ...replica }, {}) },
  { name: "a proxy that shows members only one by one", make: () => new Proxy({ ...replica }, { ownKeys: () => ["KeyId"] }) },
  { name: "a getter", make: doing(() => {}) },
  { name: "a getter of what is refused", make: doing(() => {}, 5) },
  { name: "a getter that throws", make: doing(() => { throw new Error("x"); }) },
  { name: "a getter that asks for another verdict", make: doing(() => replicateKey.validate(replica)) },
  { name: "the same, of what is refused", make: doing(() => replicateKey.validate({ ...replica, KeyId: "alias/x" }), 5) },
  { name: "a getter that judges carefully", make: doing(() => replicateKey.validate({}, {})) },
  { name: "a getter that makes the memory grow", make: doing(() => replicateKey.validateJson("[".repeat(30_000_000))) },
  { name: "the same, of what is refused", make: doing(() => replicateKey.validateJson("[".repeat(30_000_000)), 5) },
  { name: "a proxy of tags that hides them", operation: operations[0], make: () => ({ regions: { "us-east-1": {} }, tags: new Proxy(JSON.parse('{"__proto__":"x"}'), { getOwnPropertyDescriptor: () => undefined }) }) },
  { name: "more members without a value than are looked at", value: { ...replica, ...Object.fromEntries(Array.from({ length: 100_001 }, (_, index) => [`x${index}`, undefined])) } },
  { name: "tags without a value", operation: operations[0], value: { regions: { "us-east-1": {} }, tags: { a: undefined, b: "c" } } },
  { name: "no tag but one without a value", operation: operations[0], value: { regions: { "us-east-1": {} }, tags: { a: undefined } } },
  { name: "a key that all objects seem to have", operation: operations[0], value: JSON.parse('{"regions":{"us-east-1":{}},"tags":{"__proto__":"a","constructor":"b"}}') },
  { name: "the same as the prototype", operation: operations[0], value: { regions: { "us-east-1": {} }, tags: { ["__proto__"]: "a" } } },
];

test("values that are not as usual", ends, () => forEach(unusual, ({ name }) => name, check));

test("members that every object has are nobody's own", () => {
  const { KeyId, ...without } = replica;
  for (const enumerable of [true, false]) {
    Object.defineProperty(Object.prototype, "KeyId", { value: KeyId, enumerable, configurable: true });
    try {
      check({ value: without });
      check({ value: replica });
    } finally {
      delete Object.prototype.KeyId;
    }
  }
});

test("what every object passes on is nothing that a glance writes down", () => {
  const [tag] = replica.Tags;
  const of = (...AddReplicaRegions) => ({ operation: operations[1], value: { SecretId: "a", AddReplicaRegions } });
  const Region = "eu-west-1";
  const refused = [{ value: { ...replica, Tags: [tag, tag] } }, of({ Region }, { Region }), of({ Region, KmsKeyId: "x" }), of({ Region: "ap-southeast-5" }, { Region: "ap-southeast-5" })];
  for (const name of ["arn", "form", "here", "high", "keys", "low", "members", "partition"]) {
    Object.defineProperty(Object.prototype, name, { get() {}, set() {}, configurable: true });
    try {
      forEach(refused, ({ value }) => `${name}: ${JSON.stringify(value)}`, check);
    } finally {
      delete Object.prototype[name];
    }
  }
});

test("what was judged before leaves no trace", () => {
  const others = [replica, { ...replica, Tags: tags(50) }, { ...replica, Description: "x".repeat(5000) }];
  const refused = [{ ...replica, KeyId: "x" }, { ReplicaRegion: "eu-west-1" }, {}, { ...replica, Tags: [{}] }];
  forEach(
    others.flatMap((other) => refused.map((value) => ({ other, value }))),
    ({ value }) => JSON.stringify(value),
    ({ other, value }) => {
      assert.ok(replicateKey.validate(other).ok);
      check({ value });
    },
  );
});
