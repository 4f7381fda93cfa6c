// Programs in a Node of their own, to which the package is as to any other program.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const tests = fileURLToPath(new URL("..", import.meta.url));

/** The AWS SDK would complain of versions of Node that it will leave behind. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };

/** What a program prints; that it complains of nothing is part of it. A module finds what it is told in `values`. */
export async function printed(program, { type = "module", values = {}, flags: more = [] } = {}) {
  const start = type === "module" ? "const values = JSON.parse(process.env.VALUES);" : "";
  const flags = [...more, `--input-type=${type}`, "--eval", start + program];
  const env = { VALUES: JSON.stringify(values), ...QUIET };
  const options = { cwd: tests, env };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, flags, options);
  assert.equal(stderr, "");
  return stdout.trim();
}
