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

/** Libraries beside the language itself: xregion/slim speaks of modules and addresses, xregion/dom of forms. */
const programs = [
  { file: "uses.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022" },
  { file: "uses.ts", module: "esnext", moduleResolution: "bundler", lib: "es2022" },
  { file: "issues.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022" },
  { file: "issues.ts", module: "esnext", moduleResolution: "bundler", lib: "es2022" },
  { file: "readme.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022" },
  { file: "standard.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022" },
  { file: "standard.ts", module: "esnext", moduleResolution: "bundler", lib: "es2022" },
  { file: "slim.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022,dom" },
  { file: "slim.ts", module: "esnext", moduleResolution: "bundler", lib: "es2022,dom" },
  ...["sdk-v3.ts", "react-hook-form.ts", "cloudscape.ts", "tanstack-form.ts"].flatMap((file) => [
    { file, module: "nodenext", moduleResolution: "nodenext", lib: "es2022,dom", ...OF_OTHERS },
    { file, module: "esnext", moduleResolution: "bundler", lib: "es2022,dom", ...OF_OTHERS },
  ]),
  { file: "dom.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022,dom" },
  { file: "dom.ts", module: "esnext", moduleResolution: "bundler", lib: "es2022,dom" },
];

test("the example in TypeScript is the one that is compiled", () => {
  const examples = Array.from(read("pkg-template/README.md").matchAll(/^```ts\n(.*?)^```$/gms), ([, code]) => code);
  assert.deepEqual(examples, [read("tests/node/types/readme.ts")]);
});

for (const { version, program } of compilers) {
  for (const { file, ...options } of programs) {
    test(`${file} by the rules of ${options.moduleResolution}, in TypeScript ${version}`, () => {
      const flags = Object.entries({ ...STRICT, ...options }).flatMap(([name, value]) => [`--${name}`, String(value)]);
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...flags, fixture(file)], {
        encoding: "utf8",
      });
      assert.equal(stdout + stderr, "");
      assert.equal(status, 0);
    });
  }
}
