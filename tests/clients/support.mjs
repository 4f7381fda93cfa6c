// What the tests against clients share: an environment that is ours alone, and programs in Python.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

// What is set on this machine for AWS's clients is not meant for tests: their results would depend on it.
for (const name of Object.keys(process.env)) {
  if (name.startsWith("AWS_")) delete process.env[name];
}
const nowhere = fileURLToPath(new URL("no-such-folder/file", import.meta.url));
Object.assign(process.env, {
  AWS_CONFIG_FILE: nowhere,
  AWS_SHARED_CREDENTIALS_FILE: nowhere,
  AWS_EC2_METADATA_DISABLED: "true",
  // The SDK's word on the next version of Node is for those who install it.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
});

/** Credentials of nobody. */
export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "an invented secret" };

/** A program in Python that goes on by itself: a file, or `-m` and a module. */
export function startPython(args) {
  const program = process.env.XREGION_CLIENTS_PYTHON;
  assert.ok(program, "cargo xtask test clients names the Python that has what is needed");
  return spawn(program, ["-I", ...args]);
}

/** What such a program prints. That it complains of nothing is part of it. */
export async function python(args, input = "") {
  const child = startPython(args);
  child.stdin.on("error", () => {}); // Told better by how the program ends.
  child.stdin.end(input);
  const ended = new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  assert.equal(stderr, "");
  assert.equal(code, 0);
  return stdout;
}

const BOTOCORE = fileURLToPath(new URL("botocore_requests.py", import.meta.url));

/** botocore's answers to questions, see there. */
export async function askBotocore(questions) {
  const lines = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  const answers = (await python([BOTOCORE], lines))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(answers.length, questions.length);
  return answers;
}

/** Regions that nobody knows yet: by their form of a partition, or of none. */
const unknown = [
  { id: "aws", regions: ["us-east-7", "eu-nowhere-1", "xx-nowhere-1"] },
  { id: "aws-cn", regions: ["cn-nowhere-1"] },
  { id: "aws-us-gov", regions: ["us-gov-nowhere-1"] },
];

/** AWS's partitions with their Regions, as botocore knows them, and with some that are still to come. */
export const partitions = async () => [...(await askBotocore([{ ask: "partitions" }]))[0], ...unknown];
