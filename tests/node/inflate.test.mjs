// What is deflated into the package is inflated as platforms inflate it.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { constants, deflateRawSync } from "node:zlib";
import { forEach } from "./support.mjs";

const fileOf = (name) => new URL(name, import.meta.resolve("xregion/package.json"));
const { inflated } = await import(fileOf("inflate.js"));

for (const [script, module] of [["inline.js", "xregion.wasm"], ["full-inline.js", "full.wasm"]]) {
  test(`${script} is ${module}`, async () => {
    const { deflated, size } = await import(fileOf(script));
    const bytes = readFileSync(fileURLToPath(fileOf(module)));
    assert.ok(Buffer.from(inflated(Buffer.from(deflated, "base64"), size)).equals(bytes));
  });
}

test("bytes of many kinds", () => {
  const words = ["arn:aws:kms:", "us-east-1", "eu-west-1", "key/mrk-", "\u0000", "xyz"];
  const kinds = {
    "one after the other": Uint8Array.from({ length: 70_000 }, (_, index) => index >> 8),
    "words in any order": Buffer.from(Array.from(randomBytes(20_000), (byte) => words[byte % words.length]).join("")),
    "of no order": randomBytes(50_000),
    few: Buffer.from("arn:aws:kms"),
    none: Buffer.alloc(0),
    "of four values": randomBytes(50_000).map((byte) => byte & 3),
    "far repetitions": Buffer.concat([randomBytes(30_000).map((byte) => byte & 63), Buffer.alloc(300, 7), randomBytes(10).map((byte) => byte & 63)].flatMap((part) => [part, part])),
  };
  forEach(Object.entries(kinds), ([name]) => name, ([, bytes]) => {
    for (const options of [{ level: 0 }, { level: 1 }, { level: 6 }, { level: 9 }, { strategy: constants.Z_FIXED }]) {
      const deflated = deflateRawSync(bytes, options);
      assert.ok(Buffer.from(inflated(deflated, bytes.length)).equals(Buffer.from(bytes)), JSON.stringify(options));
    }
  });
});
