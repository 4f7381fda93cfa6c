// The examples of the papers, run as they stand there.
//
// Each fenced block of `js` or `ts` that imports the package, or of `cjs` that requires it, is a program of its own. Where a line is a whole statement
// and ends in `// → value`, the statement is an expression, and what it yields is compared with the value, which is
// JavaScript, too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { transform } from "esbuild";
import { printed } from "./programs.mjs";
import { read } from "./support.mjs";

const PAPERS = ["README.md", "pkg-template/README.md"];

const BLOCK = /^```(js|ts|cjs)\n(.*?)^```$/gms;
const COMPARISON = /^(.+); \/\/ → (.+)$/gm;

const snippetsOf = (paper) =>
  Array.from(read(paper).matchAll(BLOCK), ([, language, code]) => ({ isCommonJs: language === "cjs", code })).filter(({ code }) =>
    /(?:from |require\()"xregion[/"]/.test(code),
  );

/** The program of a snippet, which prints how many comparisons it made. */
function programOf({ code, isCommonJs }) {
  const compared = code.replaceAll(COMPARISON, (_, expression, value) => `compare(${expression}, ${value});`);
  return `
    ${isCommonJs ? 'const { deepStrictEqual } = require("node:assert/strict");' : 'import { deepStrictEqual } from "node:assert/strict";'}
    let comparisons = 0;
    function compare(actual, expected) { deepStrictEqual(actual, expected); comparisons += 1; }
    ${compared}
    console.log(comparisons);
  `;
}

for (const paper of PAPERS) {
  const snippets = snippetsOf(paper);

  test(`${paper} has examples`, () => assert.ok(snippets.length > 0));

  snippets.forEach((snippet, index) => {
    test(`${paper}, example ${index + 1}`, async () => {
      const { code } = await transform(programOf(snippet), {
        loader: "ts",
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      });
      const output = await printed(code, { type: snippet.isCommonJs ? "commonjs" : "module" });
      assert.equal(output, String(snippet.code.split("→").length - 1), "each value is compared");
    });
  });
}
