// The tarball: what is in it, what is not, and that what it promises is there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as xregion from "xregion";
import * as localize from "xregion/localize";
import * as cloudscape from "xregion/cloudscape";
import * as reactHookForm from "xregion/react-hook-form";
import * as dom from "xregion/dom";
import * as sdk from "xregion/sdk-v3";
import * as slim from "xregion/slim";
import { passing, read, sorted } from "./support.mjs";

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
const scripts = [...files].filter(([name]) => name.endsWith(".js"));
const text = (name) => files.get(name).toString();

test("the tarball holds what the manifest names, what npm adds, and nothing else", () => {
  assert.deepEqual(sorted(files.keys()), sorted([...manifest.files, "package.json", "README.md"]));
});

test("the tarball is the package that is tested", () => {
  for (const [name, content] of files) {
    assert.deepEqual(readFileSync(new URL(name, import.meta.resolve("xregion/package.json"))), content, name);
  }
});

test("the manifest", () => {
  assert.equal(manifest.version, /^version = "(.+)"$/m.exec(read("Cargo.toml"))[1]);
  const peers = sorted(Object.keys(manifest.peerDependencies));
  assert.deepEqual(peers, ["@cloudscape-design/components", "react-hook-form"]);
  assert.deepEqual(manifest.peerDependenciesMeta, Object.fromEntries(peers.map((peer) => [peer, { optional: true }])));
  for (const kind of [
    "dependencies",
    "optionalDependencies",
    "bundledDependencies",
    "scripts",
    "bin",
  ]) {
    assert.equal(manifest[kind], undefined, kind);
  }
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" ? target : Object.values(target),
  );
  for (const target of [...targets, manifest.main, manifest.types]) {
    assert.ok(files.has(target.replace(/^\.\//, "")), target);
  }
  for (const target of Object.values(manifest.exports).filter((each) => typeof each === "object")) {
    assert.equal(Object.keys(target)[0], "types", "of the conditions that hold the first one counts");
  }
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
    for (const [, from] of content.toString().matchAll(/^(?:import|export)\b[^;]*?\bfrom "(.+?)"/gm)) {
      assert.ok(from.startsWith("./") && files.has(from.slice(2)), `${name} imports ${from}`);
    }
    assert.doesNotMatch(
      content.toString(),
      /\b(import\.meta|require\(|eval\(|new Function\(|process\.|Buffer\.)/,
      name,
    );
  }
});

test("the module within a script is the module beside it", () => {
  const [, base64] = /^export const base64 = "([A-Za-z0-9+/=]+)";\n$/.exec(text("inline.js"));
  assert.deepEqual(Buffer.from(base64, "base64"), files.get("xregion.wasm"));
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

/** A program in one file, without what it does not use. */
async function bundled(contents) {
  const resolveDir = fileURLToPath(new URL("..", import.meta.url));
  const options = { bundle: true, minify: true, treeShaking: true, format: "esm", platform: "neutral", write: false };
  const { outputFiles, warnings } = await build({
    ...options,
    stdin: { contents, resolveDir, sourcefile: "program.mjs" },
  });
  assert.deepEqual(warnings, []);
  return outputFiles[0].text;
}

const request = JSON.stringify(passing.ReplicateKey);

test("a bundle of one operation works, and holds the module", async () => {
  const bundle = await bundled(`
    import { replicateKey } from "xregion";
    export const judge = () => replicateKey.validate(${request}).ok;
  `);
  assert.ok(bundle.includes(files.get("xregion.wasm").toString("base64")), "the module");
  assert.ok(!bundle.includes("CreateReplicationSet"), "one operation of four");
  const { judge } = await import(dataUrl(bundle));
  assert.equal(judge(), true);
});

test("a bundle of xregion/slim works, and holds no module", async () => {
  const bundle = await bundled(`
    import { initSync, replicateKey } from "xregion/slim";
    export const judge = (module) => { initSync(module); return replicateKey.validate(${request}).ok; };
  `);
  assert.ok(bundle.length < 50_000 && !bundle.includes("CreateReplicationSet"), String(bundle.length));
  const { judge } = await import(dataUrl(bundle));
  assert.equal(judge(files.get("xregion.wasm")), true);
});

test("a bundle of xregion/localize works, and holds one language and nothing else", async () => {
  const bundle = await bundled(`
    import { localize } from "xregion/localize";
    import de from "xregion/locales/de";
    export const say = (issue) => localize(issue, de).message;
  `);
  assert.ok(bundle.length < 32_000 && !bundle.includes("Is required."), String(bundle.length));
  const { say } = await import(dataUrl(bundle));
  assert.equal(say(xregion.replicateKey.validate({}).issues[0]), "Ist erforderlich.");
});

test("every language is a file, and every file can be imported", () => {
  const inFolder = [...files.keys()].filter((name) => /^locales\/.*\.js$/.test(name));
  const exported = Object.values(manifest.exports).map((target) => target.default ?? target);
  assert.deepEqual(sorted(inFolder.map((name) => `./${name}`)), sorted(exported.filter((target) => target.includes("locales/"))));
});

test("a bundle of xregion/dom holds no module and no engine", async () => {
  const bundle = await bundled('export { bindForm } from "xregion/dom";');
  assert.ok(bundle.length < 20_000 && !bundle.includes("WebAssembly"), String(bundle.length));
});

test("a bundle of xregion/sdk-v3 works, and holds the module", async () => {
  const bundle = await bundled(`
    import { validateRequests } from "xregion/sdk-v3";
    export async function judge() {
      const steps = [];
      validateRequests().applyToStack({ add: (step) => { steps.push(step); } });
      const handling = { clientName: "KMSClient", commandName: "ReplicateKeyCommand" };
      return steps.reduce((next, step) => step(next, handling), async () => "sent")({ input: ${request} });
    }
  `);
  assert.ok(bundle.includes(files.get("xregion.wasm").toString("base64")), "the module");
  const { judge } = await import(dataUrl(bundle));
  assert.equal(await judge(), "sent");
});

const dataUrl = (script) => `data:text/javascript,${encodeURIComponent(script)}`;
