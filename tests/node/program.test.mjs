// The program of the package, `npx xregion`: what it prints, and how it ends. That of the crate is held to the same.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { read } from "./support.mjs";

const manifest = JSON.parse(readFileSync(new URL(import.meta.resolve("xregion/package.json")), "utf8"));
const program = fileURLToPath(new URL(manifest.bin.xregion, import.meta.resolve("xregion/package.json")));
const cwd = fileURLToPath(new URL("../vectors/program", import.meta.url));

/** What the program prints where it finds this at its standard input, and how it ends. */
const outcome = (given, stdin = "") =>
  new Promise((resolve) => {
    const node = execFile(process.execPath, [program, ...given], { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) =>
      resolve({ stdout, stderr, exit: error ? error.code : 0 }),
    );
    // It may end without having read everything.
    node.stdin.on("error", ({ code }) => assert.equal(code, "EPIPE"));
    node.stdin.end(stdin);
  });

const text = (lines) => lines.map((line) => `${line}\n`).join("");

for (const { name, arguments: given, stdin = [], ...expected } of JSON.parse(read("tests/vectors/program.json"))) {
  test(name, async () => {
    const { stdout, stderr, exit } = expected;
    const bytes = Buffer.concat(stdin.map((part) => Buffer.from(part)));
    assert.deepEqual(await outcome(given, bytes), { stdout: text(stdout), stderr: text(stderr), exit });
  });
}

test("npx finds the program by the name of the package", () => {
  assert.deepEqual(Object.keys(manifest.bin), [manifest.name]);
  assert.match(readFileSync(program, "utf8"), /^#!\/usr\/bin\/env node\n/);
});

test("the version is that of the package", async () => {
  const expected = { stdout: `xregion ${manifest.version}\n`, stderr: "", exit: 0 };
  for (const given of [["--version"], ["check", "--version"]]) assert.deepEqual(await outcome(given), expected);
});

test("what is echoed is what came, wherever the input is cut", async () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const lines = [
    ['{"KeyId":1.50,"KeyId":"\\ud800",\r"x":1e400}\r', ',"data":{"KeyId":1.50,"KeyId":"\\ud800", "x":1e400}}'],
    [" \t\r", undefined],
    [deep, `,"data":${deep}}`],
    ['"', ',"text":"\\""}'],
    [" ".repeat(2 ** 26 + 1), "}]}"],
    ["{}", ',"data":{}}'],
  ];
  const given = ["check", "--operation", "ReplicateKey", "--format", "json", "--echo"];
  const { stdout, stderr, exit } = await outcome(given, lines.map(([line]) => line).join("\n"));
  assert.deepEqual([stderr, exit], ["", 1]);
  const told = stdout.trimEnd().split("\n");
  const expected = lines.map(([, end], index) => [index + 1, end]).filter(([, end]) => end !== undefined);
  assert.deepEqual(told.map((line) => JSON.parse(line.replace(/"data":\[.*/, '"x":0}')).line), expected.map(([line]) => line));
  for (const [index, [, end]] of expected.entries()) assert.ok(told[index].endsWith(end), told[index].slice(0, 200));
});

test("valid lines of a large input are echoed, each once and in order", async () => {
  const request = '{"KeyId":"mrk-1234abcd12ab34cd56ef1234567890ab","ReplicaRegion":"eu-west-1"}';
  const lines = Array.from({ length: 20_000 }, (_, index) => (index % 3000 === 1000 ? "{}" : request));
  const given = ["check", "--operation", "ReplicateKey", "--format", "json", "--echo", "--exit-zero"];
  const { stdout, stderr, exit } = await outcome(given, lines.join("\n"));
  assert.deepEqual([stderr, exit], ["", 0]);
  const told = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(told.map(({ line }) => line), lines.map((_, index) => index + 1));
  assert.deepEqual(told.map(({ data }) => JSON.stringify(data)), lines);
  assert.deepEqual(told.map(({ ok }) => ok), lines.map((line) => line === request));
});

const noTerminal = process.platform !== "linux" && "`script` takes other arguments here";

test("people see how far it is at a terminal, which `script` is to the program", { skip: noTerminal }, async () => {
  const command = `(echo; sleep 0.5; echo; echo '{}') | '${process.execPath}' '${program}' check --operation ReplicateKey`;
  const seen = await new Promise((resolve) =>
    execFile("script", ["-qec", command, "/dev/null"], (error, stdout) => resolve({ stdout, exit: error?.code })),
  );
  const expected = [
    "-:3: error: /KeyId: Is required. (missing_required, KMS-REPLICATEKEY-05)\r\n",
    "-:3: error: /ReplicaRegion: Is required. (missing_required, KMS-REPLICATEKEY-15)\r\n",
    "\r\x1b[K-: 1 judged, 1 invalid\r\x1b[K",
    "1 request: 0 valid, 1 invalid, 0 with warnings\r\n",
  ];
  assert.deepEqual(seen, { stdout: expected.join(""), exit: 1 });
});

test("nobody hears of a pipe that is broken", async () => {
  const node = spawn(process.execPath, [program, "check", "--operation", "ReplicateKey"]);
  let said = "";
  node.stderr.on("data", (text) => (said += text));
  node.stdin.on("error", ({ code }) => assert.equal(code, "EPIPE"));
  node.stdin.end("{}\n".repeat(200_000));
  node.stdout.once("data", () => node.stdout.destroy());
  const [code, signal] = await new Promise((resolve) => node.on("close", (...how) => resolve(how)));
  assert.deepEqual([code, signal, said], [141, null, ""]);
});
