// Bundles of programs that use the packed package: what is in them, what is not, and that they work.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { replicateKey } from "xregion";
import { bundlers, run } from "./bundlers.mjs";
import { namesIn, passing } from "./support.mjs";

const bytesOf = (name) => readFileSync(fileURLToPath(import.meta.resolve(`xregion/${name}`)));
const module = bytesOf("xregion.wasm");
const { deflated: inlined } = await import(new URL("inline.js", import.meta.resolve("xregion/package.json")));

const request = JSON.stringify(passing.ReplicateKey);

const ADAPTERS = ["dom", "sdk-v3", "localize", "cloudscape", "react-hook-form"];

const languages = namesIn("pkg-template/locales").filter((name) => name.endsWith(".js"));

const entries = ["", "/slim", ...ADAPTERS.map((name) => `/${name}`), ...languages.map((name) => `/locales/${name.slice(0, -3)}`)];

/** What only the code of one adapter says. */
const MARKS = {
  dom: "there is no form to bind",
  "sdk-v3": "was not sent",
  localize: "getOwnPropertyDescriptors",
  cloudscape: "allowedCharacterPattern",
  "react-hook-form": "shouldUseNativeValidation",
};

test("each adapter is known by its mark", () => {
  for (const name of ADAPTERS) {
    const script = fileURLToPath(import.meta.resolve(`xregion/${name}`));
    assert.ok(readFileSync(script, "utf8").includes(MARKS[name]), name);
  }
});

function assertBringsNoneOf(bundle, adapters) {
  for (const name of adapters) assert.ok(!bundle.includes(MARKS[name]), name);
}

/** Titles of pages name operations, too: an operation's own name stands alone. */
function assertNamesNone(bundle, operations) {
  for (const name of operations) assert.ok(!bundle.includes(`"${name}"`), name);
}

for (const [bundler, bundled] of Object.entries(bundlers)) {
  test(`${bundler}: of what is imported and not used nothing is left`, async () => {
    const imports = entries.map((entry, index) => `import * as part${index} from "xregion${entry}";`);
    const bundle = await bundled(`${imports.join("\n")} export const answer = 42;`);
    assert.ok(bundle.length < 100, bundle.slice(0, 1000));
  });

  test(`${bundler}: what needs no module brings none`, async () => {
    const bundle = await bundled('export { HouseRulesError, RequestError, applySuggestion, factsAsOf } from "xregion";');
    assert.ok(bundle.length < 5000 && !bundle.includes("WebAssembly"), String(bundle.length));
  });

  test(`${bundler}: one operation works, brings the module, and neither another operation nor an adapter`, async () => {
    const bundle = await bundled(`
      import { replicateKey } from "xregion";
      export const judge = () => replicateKey.validate(${request}).ok;
    `);
    assert.ok(bundle.includes(inlined), "the module");
    assertNamesNone(bundle, ["CreateReplicationSet", "ReplicateSecretToRegions", "CreateReplicationConfiguration"]);
    assertBringsNoneOf(bundle, ADAPTERS);
    assert.equal((await run(bundle)).judge(), true);
  });

  test(`${bundler}: xregion/slim works, and brings no module`, async () => {
    const bundle = await bundled(`
      import { initSync, replicateKey } from "xregion/slim";
      export const judge = (module) => { initSync(module); return replicateKey.validate(${request}).ok; };
    `);
    assert.ok(!bundle.includes(inlined.slice(0, 100)));
    assertNamesNone(bundle, ["CreateReplicationSet"]);
    assertBringsNoneOf(bundle, ADAPTERS);
    assert.equal((await run(bundle)).judge(module), true);
  });

  test(`${bundler}: xregion/localize works, and brings one language`, async () => {
    const bundle = await bundled(`
      import { localize } from "xregion/localize";
      import de from "xregion/locales/de";
      export const say = (issue) => localize(issue, de).message;
    `);
    assert.ok(!bundle.includes("Is required.") && !bundle.includes("WebAssembly"));
    assertBringsNoneOf(bundle, ADAPTERS.filter((name) => name !== "localize"));
    assert.equal((await run(bundle)).say(replicateKey.validate({}).issues[0]), "Ist erforderlich.");
  });

  test(`${bundler}: xregion/sdk-v3 works, and brings the module`, async () => {
    const bundle = await bundled(`
      import { validateRequests } from "xregion/sdk-v3";
      export async function judge() {
        const steps = [];
        validateRequests().applyToStack({ add: (step) => { steps.push(step); } });
        const handling = { clientName: "KMSClient", commandName: "ReplicateKeyCommand" };
        return steps.reduce((next, step) => step(next, handling), async () => "sent")({ input: ${request} });
      }
    `);
    assert.ok(bundle.includes(inlined), "the module");
    assertBringsNoneOf(bundle, ADAPTERS.filter((name) => name !== "sdk-v3"));
    assert.equal(await (await run(bundle)).judge(), "sent");
  });

  for (const name of ["dom", "cloudscape", "react-hook-form"]) {
    test(`${bundler}: xregion/${name} brings neither engine nor another adapter`, async () => {
      const bundle = await bundled(`export * from "xregion/${name}";`);
      assert.ok(bundle.includes(MARKS[name]) && !bundle.includes("WebAssembly"));
      assertBringsNoneOf(bundle, ADAPTERS.filter((other) => other !== name));
    });
  }
}

/** How runtimes that compile no bytes ask for the module, by the condition under which they are known. */
const COMPILED = { workerd: "", "edge-light": "?module" };

for (const [condition, query] of Object.entries(COMPILED)) {
  test(`where ${condition} holds the module is imported as such, by import and by require`, async () => {
    const paths = [];
    // As these runtimes do: compiled before the program is run.
    const compile = {
      name: "compile",
      setup(build) {
        build.onResolve({ filter: /\.wasm/ }, ({ path }) => {
          paths.push(path);
          return { path, namespace: "compiled" };
        });
        build.onLoad({ filter: /.*/, namespace: "compiled" }, ({ path }) => ({ contents: `export default globalThis.compiled["${path}"];` }));
      },
    };
    const asked = ["full", "xregion"].map((name) => `./${name}.wasm${query}`);
    globalThis.compiled = Object.fromEntries(asked.map((path) => [path, new WebAssembly.Module(bytesOf(path.slice(2).replace(query, "")))]));
    const programs = [
      'import { replicateKey } from "xregion"; import * as sdk from "xregion/sdk-v3";',
      'const { replicateKey } = require("xregion"); const sdk = require("xregion/sdk-v3");',
    ];
    for (const program of programs) {
      const judge = `export const judge = () => [sdk.validateRequests, replicateKey.validate(${request}).ok];`;
      const bundle = await bundlers.esbuild(`${program}${judge}`, { conditions: [condition], plugins: [compile] });
      assert.ok(!bundle.includes(inlined.slice(0, 100)));
      const { judge: judged } = await run(bundle);
      assert.equal(judged()[1], true);
    }
    assert.deepEqual(paths, programs.flatMap(() => asked));
  });
}
