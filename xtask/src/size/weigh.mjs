// Weighs what users of the package load: the bundle of a script, and the files that it fetches.
//
// node weigh.mjs MODULES PACKAGE PLAN ANSWER: where esbuild is, where the package is, what to weigh, where to write.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [modules, folder, plan, answer] = process.argv.slice(2);
const { build } = createRequire(join(modules, "weigh.mjs"))("esbuild");

const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

async function bundle(script) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: script, resolveDir: folder },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const parts = Object.entries(inputs).map(([input, { bytesInOutput }]) => [basename(input), bytesInOutput]);
  return { bytes: outputFiles[0].contents, parts: parts.filter(([input]) => input !== "<stdin>") };
}

const sum = (files, size) => files.reduce((total, file) => total + size(file), 0);

async function weigh({ name, script, files }) {
  const { bytes, parts } = script ? await bundle(script) : { parts: [] };
  const fetched = await Promise.all(files.map((file) => readFile(join(folder, "node_modules/xregion", file))));
  // Files come by answers of their own, and are compressed one by one.
  const loaded = script ? [bytes, ...fetched] : fetched;
  return {
    name,
    weight: {
      raw: sum(loaded, (file) => file.length),
      gzip: sum(loaded, (file) => gzipSync(file, { level: 9 }).length),
      brotli: sum(loaded, (file) => brotliCompressSync(file, { params: BROTLI }).length),
    },
    parts: [...parts, ...files.map((file, index) => [file, fetched[index].length])],
  };
}

const weighed = [];
for (const entry of JSON.parse(await readFile(plan, "utf8"))) weighed.push(await weigh(entry));
await writeFile(answer, JSON.stringify(weighed));
