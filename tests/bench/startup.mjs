// From the import to the first verdict in Node, each time in a fresh process: node startup.mjs [--quick] [--to FILE]
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { asked } from "./asked.mjs";
import { bundled, here } from "./bundle.mjs";
import { peers } from "./peers.mjs";
import { startupText } from "./text.mjs";

const { quick, to } = asked();
const rounds = quick ? 3 : 11;

const XREGION_WASM = fileURLToPath(import.meta.resolve("xregion/xregion.wasm"));

/** Who starts, with the file that does. */
const starters = [
  { name: "ours", file: "starts/ours.mjs" },
  { name: "slim", file: "starts/slim.mjs" },
  ...peers.map(({ file }) => ({ name: file, file: `peers/${file}.mjs` })),
];

async function once(script) {
  const options = { cwd: here, env: { ...process.env, XREGION_WASM } };
  const { stdout } = await promisify(execFile)(process.execPath, ["start.mjs", script], options);
  return Number(stdout);
}

const folder = await mkdtemp(join(tmpdir(), "xregion-startup-"));
try {
  const timed = [];
  for (const { name, file } of starters) {
    const bundle = join(folder, `${name}.mjs`);
    await writeFile(bundle, await bundled(`export { compile } from "./${file}";`, "node"));
    timed.push({
      name,
      scripts: { bundled: bundle, unbundled: join(here, file) },
      rounds: { bundled: [], unbundled: [] },
    });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { scripts, rounds } of timed) {
      for (const [how, script] of Object.entries(scripts)) rounds[how].push(await once(script));
    }
  }
  const told = timed.map(({ name, rounds }) => ({ name, rounds }));
  if (to) await writeFile(to, JSON.stringify({ timed: told }));
  console.log(startupText(told));
} finally {
  await rm(folder, { recursive: true });
}
