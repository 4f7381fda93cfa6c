// JSON texts, and what is given for one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { createReplicationSet, replicateKey } from "xregion";
import { MOST_ISSUES, assertWorks, ends, many, nested, ofWrongType, replica, thrower } from "./hostile.mjs";
import { assertSound, errorsOf, forEach, sorted } from "./support.mjs";

const json = (value) => JSON.stringify(value);
const utf8 = (text) => new TextEncoder().encode(text);
const sound = json(replica);
/** `at` is the line and column where the text stops being JSON; otherwise `expect` lists the errors. */
const texts = [
  { name: "nothing", text: "", at: [1, 1] },
  { name: "white space", text: " \n\t", at: [2, 2] },
  { name: "an open brace", text: "{", at: [1, 2] },
  { name: "a missing colon on the second line", text: '{\n  "KeyId" 5 }', at: [2, 11] },
  { name: "a trailing comma", text: '{"KeyId":"x",}', at: [1, 14] },
  { name: "garbage after the end", text: `${sound} x`, at: [1, sound.length + 2] },
  { name: "two texts", text: "{}{}", at: [1, 3] },
  { name: "quotation marks of another kind", text: "{'KeyId':1}", at: [1, 2] },
  { name: "a comment", text: "/* */{}", at: [1, 1] },
  { name: "NaN", text: '{"KeyId":NaN}', at: [1, 10] },
  { name: "undefined", text: "undefined", at: [1, 1] },
  { name: "a number with a leading nought", text: "01", at: [1, 2] },
  { name: "a line break in a string", text: '{"KeyId":"\n"}', at: [1, 11] },
  { name: "an unknown escape", text: '"\\x"', at: [1, 3] },
  { name: "half an escape", text: '"\\ud8"', at: [1, 6] },
  { name: "a byte order mark and no more", text: "\ufeff", at: [1, 1] },
  { name: "two byte order marks", text: `\ufeff\ufeff${sound}`, at: [1, 1] },
  { name: "a byte order mark behind white space", text: ` \ufeff${sound}`, at: [1, 2] },
  { name: "a byte order mark before what is no JSON", text: "\ufeff{,", at: [1, 2] },
  { name: "half the bytes of a byte order mark", text: Uint8Array.of(0xef, 0xbb, 0x7b, 0x7d), at: [1, 1] },
  { name: "the byte order mark of UTF-16", text: Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0), at: [1, 1] },
  { name: "UTF-16", text: Uint8Array.of(0x7b, 0, 0x7d, 0), at: [1, 2] },
  { name: "a byte that is no UTF-8", text: Uint8Array.of(0x7b, 0xff, 0x7d), at: [1, 2] },
  { name: "half a character of UTF-8 in a string", text: Uint8Array.of(0x22, 0xc3, 0x22), at: [1, 2] },
  { name: "an overlong character", text: Uint8Array.of(0x22, 0xc0, 0x80, 0x22), at: [1, 2] },
  { name: "a surrogate in UTF-8", text: Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), at: [1, 2] },
  { name: "one half between the members", text: '{\ud800"KeyId":1}', at: [1, 2] },
  { name: "one half after a backslash", text: '"\\\ud800"', at: [1, 3] },

  { name: "what passes", text: sound, expect: [] },
  { name: "a byte order mark", text: `\ufeff${sound}`, expect: [] },
  { name: "the bytes of a byte order mark", text: utf8(`\ufeff${sound}`), expect: [] },
  { name: "a buffer with a byte order mark", text: utf8(`\ufeff${sound}`).buffer, expect: [] },
  { name: "a byte order mark in a string", text: json({ ...replica, Description: "\ufeff" }), expect: [] },
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
  { name: "10,000 open brackets", text: "[".repeat(10_000), at: [1, 10_001] },
  { name: "10 MB of brackets", text: "[".repeat(10_000_000), at: [1, 10_000_001] },
  {
    name: "10 MB in a string",
    text: json({ ...replica, Description: "x".repeat(10_000_000) }),
    expect: ["/Description too_long"],
  },
  { name: "99,999 unknown members", text: json(many(99_999)), count: MOST_ISSUES },
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

/** A text is JSON for `validateJson` if it is for JavaScript, but for a byte order mark, and means the same. */
function assertAgreesWithJsonParse(text, report) {
  let value;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    assert.equal(report.issues[0].code, "invalid_json");
    return;
  }
  assert.notEqual(report.issues[0]?.code, "invalid_json");
  if (report.ok) assert.deepEqual(report.value, value);
}

test("texts", ends, () => forEach(texts, ({ name }) => name, checkText));

test("what is not JSON is no request, whatever is switched off", () => {
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

test("what is neither text nor bytes", ends, () => {
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
    "elements of two bytes": new Uint16Array(bytes),
    "elements of eight bytes": new BigInt64Array([123n, 125n]),
    "floating point": new Float32Array(bytes),
    "a detached buffer": detached,
    "a view out of its bounds": outOfBounds,
    "a proxy of bytes": new Proxy(bytes, {}),
    "a proxy of a buffer": new Proxy(bytes.buffer, {}),
    "a detached view": bereft(new DataView(Uint8Array.from(bytes).buffer)),
    "what says that it is a buffer": { [Symbol.toStringTag]: "ArrayBuffer", byteLength: 2, 0: 0x7b, 1: 0x7d },
    "an object like bytes": Object.create(Uint8Array.prototype),
  };
  forEach(
    Object.entries(given),
    ([name]) => name,
    ([, text]) => checkText({ text, at: [1, 1] }),
  );
});

/** A view whose buffer is gone. */
function bereft(view) {
  structuredClone(view.buffer, { transfer: [view.buffer] });
  return view;
}

test("bytes of every origin", () => {
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
    "a buffer": Uint8Array.from(bytes).buffer,
    "a shared buffer": shared.buffer,
    "a view of data": new DataView(Uint8Array.from(bytes).buffer),
    "a view of a part of the data": new DataView(utf8(`xxx${sound}yyy`).buffer, 3, bytes.length),
    "bytes with a sign": Int8Array.from(bytes),
    "clamped bytes": Uint8ClampedArray.from(bytes),
    "a buffer of another realm": runInNewContext("Uint8Array.from(bytes).buffer", { bytes }),
    "a view of another realm": runInNewContext("new DataView(Uint8Array.from(bytes).buffer)", { bytes }),
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
