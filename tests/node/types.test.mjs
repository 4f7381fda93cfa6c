// The types of the packed package, as TypeScript reads them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
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
  { file: "slim.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022,dom" },
  { file: "slim.ts", module: "esnext", moduleResolution: "bundler", lib: "es2022,dom" },
  ...["sdk-v3.ts", "react-hook-form.ts", "cloudscape.ts", "tanstack-form.ts"].flatMap((file) => [
    { file, module: "nodenext", moduleResolution: "nodenext", lib: "es2022,dom", ...OF_OTHERS },
    { file, module: "esnext", moduleResolution: "bundler", lib: "es2022,dom", ...OF_OTHERS },
  ]),
  { file: "dom.ts", module: "nodenext", moduleResolution: "nodenext", lib: "es2022,dom" },
  { file: "dom.ts", module: "esnext", moduleResolution: "bundler", lib: "es2022,dom" },
];

for (const { file, ...options } of programs) {
  test(`${file} by the rules of ${options.moduleResolution}`, () => {
    const flags = Object.entries({ ...STRICT, ...options }).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...flags, fixture(file)], {
      encoding: "utf8",
    });
    assert.equal(stdout + stderr, "");
    assert.equal(status, 0);
  });
}
