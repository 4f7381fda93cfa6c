// The programs of the tools, each in the folder of a project, with nothing of the person's who runs the tests.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { modules, top } from "./projects.mjs";

/** Where npm puts programs, and where it puts Bun's, which is not linked before a script of its package was run. */
const programs = () => [
  ...readdirSync(join(modules, "@oven")).map((system) => join(modules, "@oven", system, "bin")),
  join(modules, ".bin"),
];

/** They keep nothing outside their folder, report nothing, and ask nobody for news. */
const environment = () => ({
  PATH: [...programs(), process.env.PATH].join(delimiter),
  // Not around the projects: Next.js takes a lock file above somebody's home for a stray one.
  HOME: `${top}-home`,
  NO_COLOR: "1",
  DO_NOT_TRACK: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  DENO_NO_UPDATE_CHECK: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_METRICS: "false",
});

/** Starts a command, which ends with its test at the latest. */
function start({ signal }, command, cwd) {
  const [program, ...words] = command.split(" ");
  return spawn(program, words, { cwd, env: environment(), stdio: ["ignore", "pipe", "pipe"], signal });
}

/** Runs a command to its end, and gives what it prints. */
export async function run(t, command, cwd) {
  const child = start(t, command, cwd);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  assert.equal(status, 0, `${command}:\n${stdout}${stderr}`);
  return { stdout: stdout.trim(), stderr: stderr.trim() };
}

/** Starts a server, and gives the address that it prints. */
export async function serve(t, command, cwd) {
  const child = start(t, command, cwd);
  const closed = once(child, "close");
  t.after(async () => {
    child.kill();
    await closed;
  });
  let output = "";
  const address = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (data) => {
        output += data;
        const found = output.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (found) resolve(`${found[0]}/`);
      });
    }
  });
  const ended = closed.then(() => assert.fail(`${command}:\n${output}`));
  return Promise.race([address, ended]);
}
