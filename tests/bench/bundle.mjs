// Programs in one file, as esbuild makes them of a text.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const here = fileURLToPath(new URL(".", import.meta.url));

/** Bundles a program for a platform; what it imports is looked for beside us. */
export async function bundled(contents, platform) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here, sourcefile: "program.mjs" },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0].text;
}
