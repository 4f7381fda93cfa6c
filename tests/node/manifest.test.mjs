// The manifest of the packed package: that programs of every sort find what they import, and its types.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { sorted } from "./support.mjs";

const tarball = readFileSync(process.env.XREGION_TARBALL);

const tar = (...flags) => execFileSync("tar", flags, { input: tarball, maxBuffer: 2 ** 26 }).toString();
const names = tar("-tz").trimEnd().split("\n").map((name) => name.replace(/^package\//, ""));
const text = (name) => tar("-xzO", `package/${name}`);
const manifest = JSON.parse(text("package.json"));

test("publint has nothing to say, not even a suggestion", async () => {
  const pack = { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length) };
  const { messages, pkg } = await publint({ pack, level: "suggestion", strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test("types are right for every entry, however it is resolved", async (t) => {
  const { problems, entrypoints } = await checkPackage(createPackageFromTarballData(tarball));
  assert.deepEqual(problems, []);
  const entries = Object.entries(entrypoints);
  assert.deepEqual(sorted(entries.map(([path]) => path)), sorted(Object.keys(manifest.exports)));
  for (const [path, { resolutions, hasTypes }] of entries) {
    assert.deepEqual(Object.keys(resolutions), ["node10", "node16-cjs", "node16-esm", "bundler"], path);
    assert.ok(hasTypes || path === "./package.json", path);
  }
  t.diagnostic(`${entries.length} entries`);
});

/** Each way from a condition to a file, as a list that ends with the file. */
const branches = (target) =>
  typeof target === "string"
    ? [[target]]
    : Object.entries(target).flatMap(([condition, inner]) => branches(inner).map((rest) => [condition, ...rest]));

const ways = Object.entries(manifest.exports).flatMap(([path, target]) => branches(target).map((way) => ({ path, way })));

test("types come first in each branch", () => {
  const objects = (target) =>
    typeof target === "string" ? [] : [target, ...Object.values(target).flatMap((inner) => objects(inner))];
  for (const [path, target] of Object.entries(manifest.exports)) {
    for (const object of objects(target).filter((each) => Object.values(each).some((inner) => typeof inner === "string"))) {
      const conditions = Object.keys(object);
      assert.deepEqual([conditions[0], conditions.at(-1)], ["types", "default"], path);
    }
  }
});

test("the main entry knows every platform, and the others none", () => {
  const conditions = (target) => Object.keys(target);
  const { ".": main, "./package.json": itself, ...others } = manifest.exports;
  assert.deepEqual(conditions(main), ["workerd", "edge-light", "import", "require"]);
  for (const branch of [main.import, main.require]) {
    assert.deepEqual(conditions(branch), ["types", "node", "browser", "default"]);
  }
  for (const [path, target] of Object.entries(others)) {
    // The address of a module is asked for neither by import nor by require: `new URL("xregion/xregion.wasm", import.meta.url)`.
    const expected = path.endsWith(".wasm") ? ["import", "require", "default"] : ["import", "require"];
    assert.deepEqual(conditions(target), expected, path);
  }
  assert.equal(itself, "./package.json");
});

test("modules are for import and their twins for require", () => {
  for (const { path, way } of ways) {
    const [file] = way.slice(-1);
    if (!/\.c?[jt]s$/.test(file)) continue;
    assert.equal(/\.c[jt]s$/.test(file), way.includes("require"), `${path}: ${way.join(" ")}`);
  }
});

test("every language can be imported", () => {
  const files = names.filter((name) => /^locales\/.*\.js$/.test(name));
  assert.deepEqual(sorted(files.map((file) => `./${file.slice(0, -3)}`)), Object.keys(manifest.exports).filter((path) => path.startsWith("./locales/")));
});

test("each script and each declaration has a twin, but for runtimes without CommonJS", () => {
  const unpaired = names.filter((name) => name.endsWith(".js") && !names.includes(name.replace(/\.js$/, ".cjs")));
  assert.deepEqual(unpaired, ["edge-light.js", "modules-edge-light.js", "modules-workerd.js", "workerd.js"]);
  const pairs = [
    [".d.ts", ".d.cts"],
    [".d.cts", ".d.ts"],
    [".cjs", ".js"],
  ];
  for (const [end, other] of pairs) {
    for (const name of names.filter((each) => each.endsWith(end))) {
      assert.ok(names.includes(name.slice(0, -end.length) + other), name);
    }
  }
});

/** What a file imports, by any means: the names of files. */
function importsOf(name) {
  const found = text(name).matchAll(/(?:\bfrom |\brequire\(|\bimport\()["'](\.[^"'?]+)(?:\?\w+)?["']/g);
  const files = Array.from(found, ([, path]) => normalize(join(dirname(name), path)));
  return files.map((file) => (/\.d\.c?ts$/.test(name) ? file.replace(/\.(c?)js$/, ".d.$1ts") : file));
}

test("everything that is packed can be reached from an entry", () => {
  const reached = new Set(["README.md", "LICENSE-APACHE", "LICENSE-MIT", "THIRD_PARTY_NOTICES"]);
  const waiting = [...ways.map(({ way }) => way.at(-1)), ...Object.values(manifest.bin)].map(normalize);
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (reached.has(name)) continue;
    assert.ok(names.includes(name), name);
    reached.add(name);
    if (/\.[cm]?[jt]s$/.test(name)) waiting.push(...importsOf(name));
  }
  assert.deepEqual(sorted(names), sorted(reached));
});

test("what of others is inside is told with its licence", () => {
  const sections = text("THIRD_PARTY_NOTICES").split(`\n${"-".repeat(80)}\n\n`).slice(1);
  const named = sections.map((section) => section.split("\n", 2));
  const names = named.map(([name]) => name.replace(/[ :].*/, ""));
  assert.ok(["serde_json", "talc", "wasm-bindgen", "Rust's"].every((name) => names.includes(name)), names.join());
  for (const [index, [name, licence]] of named.entries()) {
    assert.match(licence, /MIT|Apache-2\.0|Zlib/, name);
    assert.ok(sections[index].length > 200, name);
  }
});
