// The tarball: what is in it, what is not, and that what it promises is there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import * as xregion from "xregion";
import * as localize from "xregion/localize";
import * as cloudscape from "xregion/cloudscape";
import * as reactHookForm from "xregion/react-hook-form";
import * as dom from "xregion/dom";
import * as sdk from "xregion/sdk-v3";
import * as slim from "xregion/slim";
import { read, sorted } from "./support.mjs";

const tarball = process.env.XREGION_TARBALL;
assert.ok(tarball, "XREGION_TARBALL names no tarball: run `cargo xtask test node`");

const tar = (...flags) => execFileSync("tar", [...flags], { maxBuffer: 2 ** 26 });

const files = new Map(
  tar("-tzf", tarball)
    .toString()
    .trimEnd()
    .split("\n")
    .map((name) => [name.replace(/^package\//, ""), tar("-xOzf", tarball, name)]),
);

const manifest = JSON.parse(files.get("package.json"));
const scripts = [...files].filter(([name]) => /\.c?js$/.test(name));
const text = (name) => files.get(name).toString();

test("the tarball holds what the manifest names, what npm adds, and nothing else", () => {
  assert.deepEqual(sorted(files.keys()), sorted([...manifest.files, "package.json", "README.md"]));
});

test("the tarball is the package that is tested", () => {
  for (const [name, content] of files) {
    assert.deepEqual(readFileSync(new URL(name, import.meta.resolve("xregion/package.json"))), content, name);
  }
});

/** The libraries that adapters are for. Any range of versions would keep npm from installing the package beside others. */
const ADAPTED = ["@cloudscape-design/components", "@tanstack/form-core", "react-hook-form"];

test("the versions that adapters are tested with are those that the README names", () => {
  const { devDependencies } = JSON.parse(read("tests/package.json"));
  const [, named] = /^Tested with (.+)\. They are no peer dependencies/m.exec(read("pkg-template/README.md"));
  assert.equal(named, ADAPTED.map((name) => `\`${name}\` ${devDependencies[name]}`).join(", "));
});

test("the manifest", () => {
  assert.equal(manifest.version, /^version = "(.+)"$/m.exec(read("Cargo.toml"))[1]);
  for (const kind of [
    "dependencies",
    "optionalDependencies",
    "peerDependencies",
    "peerDependenciesMeta",
    "bundledDependencies",
    "scripts",
  ]) {
    assert.equal(manifest[kind], undefined, kind);
  }
  assert.deepEqual(manifest.bin, { xregion: "bin/xregion.mjs" });
  assert.deepEqual(manifest.sideEffects, ["./form.js", "./form.cjs", "./full.js", "./full.cjs"]);
  assert.deepEqual(manifest.publishConfig, { access: "public", provenance: true });
  assert.match(manifest.engines.node, /^>=\d+$/);
});

test("nothing tells where it was made", () => {
  for (const [name, content] of files) {
    assert.doesNotMatch(content.toString("latin1"), /\/(home|root|Users|work|tmp|private|builds?|github)\/[\w.]/, name);
    assert.doesNotMatch(content.toString("latin1"), /file:\/\/\/|[A-Z]:\\\\/, name);
  }
});

test("there are no source maps", () => {
  for (const [name, content] of files) {
    assert.ok(!name.endsWith(".map"), name);
    assert.ok(!content.includes("sourceMappingURL"), name);
  }
});

test("scripts need nothing but each other", () => {
  for (const [name, content] of scripts) {
    const isTwin = name.endsWith(".cjs");
    const imports = isTwin ? /\brequire\('(.+?)'\)/g : /^(?:import|export)\b[^;]*?\bfrom "(.+?)"/gm;
    for (const [, from] of content.toString().matchAll(imports)) {
      const isOurs = from === "xregion" || (from.startsWith("./") && files.has(from.slice(2).replace(/\?module$/, "")));
      assert.ok(isOurs, `${name} imports ${from}`);
    }
    const foreign = /\b(import\.meta|import\(|eval\(|new Function\(|process\.|Buffer\.|__dirname|__filename)/;
    assert.doesNotMatch(content.toString(), foreign, name);
    assert.equal(/\brequire\(/.test(content.toString().replaceAll(imports, "")), false, name);
  }
});

test("the module within a script is the module beside it", () => {
  const [, base64] = /^export const deflated = "([A-Za-z0-9+/=]+)";\nexport const size = \d+;\n$/.exec(text("inline.js"));
  assert.deepEqual(inflateRawSync(Buffer.from(base64, "base64")), files.get("xregion.wasm"));
});

const declaredIn = (name) =>
  Array.from(text(name).matchAll(/^export declare (?:const|class|function) (\w+)/gm), ([, each]) => each);

test("what the types declare is there, and what is there is declared", () => {
  const declared = [...declaredIn("index.d.ts"), ...declaredIn("operations.d.ts")];
  assert.deepEqual(sorted(declared), Object.keys(xregion));
  assert.deepEqual(sorted([...declared, ...declaredIn("slim.d.ts")]), Object.keys(slim));
  for (const [name, entry] of Object.entries({ "sdk-v3": sdk, cloudscape, localize, dom, "react-hook-form": reactHookForm })) {
    assert.deepEqual(sorted(declaredIn(`${name}.d.ts`)), Object.keys(entry), name);
  }
});

test("codes of issues and of errors are declared once", () => {
  const [errors, warnings] = ["ErrorCode", "WarningCode"].map((type) => {
    const [, union] = new RegExp(`export type ${type} =(.*?);`, "s").exec(text("operations.d.ts"));
    return Array.from(union.matchAll(/^ {2}\| "(\w+)"/gm), ([, code]) => code);
  });
  assert.ok(errors.includes("invalid_json") && warnings.includes("invalid_context"));
  assert.equal(new Set([...errors, ...warnings]).size, errors.length + warnings.length);
});
