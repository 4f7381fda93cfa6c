// The types of the packed package, as TypeScript reads them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { read } from "./support.mjs";

/** The newest compilers of the two lines that are in use, by what the packages are called here. */
const compilers = ["typescript", "typescript-5"].map((name) => {
  const manifest = fileURLToPath(import.meta.resolve(`${name}/package.json`));
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  return { version, program: join(dirname(manifest), "bin/tsc") };
});

test("the compilers are of the lines that they are to be", () => {
  assert.deepEqual(
    compilers.map(({ version }) => version.split(".")[0]),
    ["7", "5"],
  );
});

const fixture = (name) => fileURLToPath(new URL(`types/${name}`, import.meta.url));

/** As strict as can be, the types of packages included. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  types: "null",
};

/** The types of other packages need those of Node, which are not here. Ours are checked with `uses.ts`. */
const OF_OTHERS = { skipLibCheck: true };

const LANGUAGE = { lib: "es2022" };

/** xregion/dom speaks of forms. */
const BROWSER = { lib: "es2022,dom" };

const NODE = { module: "nodenext", moduleResolution: "nodenext" };
const NODE_16 = { module: "node16", moduleResolution: "node16" };
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };

/** How programs were resolved before `exports`, and still are where nobody chose: gone from TypeScript with version 7. */
const NODE_10 = { module: "esnext", moduleResolution: "node10", lines: ["5"] };
const NODE_10_COMMONJS = { ...NODE_10, module: "commonjs" };

const of = (files, rules, options) => files.flatMap((file) => rules.map((rule) => ({ file, ...rule, ...options })));

const programs = [
  ...of(["uses.ts"], [NODE, NODE_16, BUNDLER, NODE_10], LANGUAGE),
  ...of(["issues.ts", "standard.ts"], [NODE, BUNDLER], LANGUAGE),
  ...of(["readme.ts", "readme-built.ts"], [NODE], LANGUAGE),
  ...of(["copies.ts"], [NODE, NODE_16], LANGUAGE),
  ...of(["entries.ts"], [NODE, NODE_16, BUNDLER, NODE_10], BROWSER),
  ...of(["entries.cts"], [NODE, NODE_16, NODE_10_COMMONJS], BROWSER),
  ...of(["missing.ts"], [NODE, BUNDLER], LANGUAGE),
  ...of(["bare.ts"], [NODE, NODE_16, BUNDLER], LANGUAGE),
  ...of(["bare.ts"], [NODE, BUNDLER], { ...LANGUAGE, ...OF_OTHERS }),
  ...of(["slim.ts", "dom.ts"], [NODE, BUNDLER], BROWSER),
  ...of(["sdk-v3.ts", "react-hook-form.ts", "cloudscape.ts", "tanstack-form.ts"], [NODE, BUNDLER], { ...BROWSER, ...OF_OTHERS }),
];

test("the examples in TypeScript are those that are compiled", () => {
  const examples = Array.from(read("pkg-template/README.md").matchAll(/^```ts\n(.*?)^```$/gms), ([, code]) => code);
  assert.deepEqual(examples, ["readme.ts", "readme-built.ts"].map((name) => read(`tests/node/types/${name}`)));
});

for (const { version, program } of compilers) {
  const [line] = version.split(".");

  /** What the compiler says of a program. */
  function compiled({ file, ...options }) {
    const flags = Object.entries({ ...STRICT, ...options }).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...flags, fixture(file)], {
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  }

  for (const { lines = [line], ...options } of programs) {
    const name = `${options.file} by the rules of ${options.moduleResolution} to ${options.module}, in TypeScript ${version}`;
    if (lines.includes(line)) test(name, () => assert.deepEqual(compiled(options), { status: 0, said: "" }));
  }

  test(`the rules that TypeScript ${version} is not asked for are none of its`, () => {
    const { said } = compiled({ file: "uses.ts", ...LANGUAGE, module: "esnext", moduleResolution: "node10" });
    assert.equal(/'moduleResolution=node10' has been removed/.test(said), !NODE_10.lines.includes(line), said);
  });
}
