// Programs in one file, as bundlers make them: without what is not used.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "@rollup/wasm-node";
import { build } from "esbuild";

const resolveDir = fileURLToPath(new URL("..", import.meta.url));

async function byEsbuild(contents, more) {
  const options = { bundle: true, minify: true, treeShaking: true, format: "esm", platform: "neutral", write: false };
  const { outputFiles, warnings } = await build({
    ...options,
    ...more,
    stdin: { contents, resolveDir, sourcefile: "program.mjs" },
  });
  assert.deepEqual(warnings, []);
  return outputFiles[0].text;
}

async function byRollup(contents) {
  const program = `${resolveDir}program.mjs`;
  const itself = { name: "program", resolveId: (id) => (id === program ? id : null), load: (id) => (id === program ? contents : null) };
  const onwarn = (warning) => assert.fail(warning.message);
  const bundle = await rollup({ input: program, plugins: [itself, nodeResolve()], onwarn });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  assert.equal(output.length, 1);
  return output[0].code;
}

/** Each takes the text of a program; esbuild further options, too. */
export const bundlers = { esbuild: byEsbuild, Rollup: byRollup };

/** What a bundle exports. */
export const run = (bundle) => import(`data:text/javascript,${encodeURIComponent(bundle)}`);
