// The job in Spark, on this machine, with the program of the crate and with that of the package.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { promisify } from "node:util";

const { XREGION_SPARK_PYTHON: python, XREGION_PROGRAMS: ofCargo } = process.env;
assert.ok(python && ofCargo, "run the tests by `cargo xtask test examples`");

const TIMEOUT = 300_000;

const script = fileURLToPath(new URL("../../examples/spark/check_requests.py", import.meta.url));

const key = (input) => JSON.stringify({ operation: "ReplicateKey", input });
const KeyId = "mrk-1234abcd12ab34cd56ef1234567890ab";

/** Requests of many partitions, each of its own, and what is wrong with some of them. */
const valid = Array.from({ length: 500 }, (_, index) => key({ KeyId, ReplicaRegion: "eu-west-1", Description: `${index} é\u2028😀` }));
const rejected = [
  [key({ KeyId, ReplicaRegion: "EU-WEST-1" }), ["/input/ReplicaRegion pattern_mismatch"]],
  [key({ ReplicaRegion: "eu-west-1" }), ["/input/KeyId missing_required"]],
  ['{"operation":"ReplicateKy","input":{}}', ["/operation invalid_identifier"]],
  ["no JSON “at all”", [" invalid_json"]],
];

const linesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.startsWith("part-"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n").filter((line) => line !== ""));

const of = ([one], [another]) => (one < another ? -1 : 1);

/** A folder of this test's own. */
function folderOf(t) {
  const folder = mkdtempSync(join(tmpdir(), "xregion-spark-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What the job prints, with programs from a folder. */
function job(given, programs) {
  const env = { ...process.env, PATH: [programs, process.env.PATH].join(delimiter), SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: python };
  return promisify(execFile)(python, [script, ...given], { env, maxBuffer: 2 ** 26 });
}

/** The program of the package, found as npm would have it found. */
function ofNpm(folder) {
  const program = fileURLToPath(new URL("bin/xregion.mjs", import.meta.resolve("xregion/package.json")));
  const programs = join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "xregion"), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 });
  return programs;
}

for (const [name, programs] of Object.entries({ "cargo's": () => ofCargo, "npm's": ofNpm })) {
  test(`every request is sorted, and none is lost: ${name}`, { timeout: TIMEOUT }, async (t) => {
    const folder = folderOf(t);
    const [source, target] = [join(folder, "requests"), join(folder, "sorted")];
    mkdirSync(source);
    for (const [index, [line]] of rejected.entries()) {
      writeFileSync(join(source, `${index}.jsonl`), [...valid.slice(index * 125, (index + 1) * 125), line, ""].join("\n"));
    }
    const { stdout } = await job([source, target], programs(folder));
    assert.match(stdout, /500 valid, 4 rejected\n$/);
    assert.deepEqual(linesIn(join(target, "valid")).sort(), [...valid].sort());
    const told = linesIn(join(target, "rejected")).map((line) => JSON.parse(line));
    const found = told.map(({ ok, issues, data, text, ...rest }) => {
      assert.deepEqual([ok, rest], [false, {}]);
      return [text ?? JSON.stringify(data), issues.map(({ pointer, code }) => `${pointer} ${code}`)];
    });
    assert.deepEqual(found.sort(of), [...rejected].sort(of));
  });
}

test("a program that does not work fails the job", { timeout: TIMEOUT }, async (t) => {
  const folder = folderOf(t);
  const programs = join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "xregion"), "#!/bin/sh\ncat > /dev/null\nexit 2\n", { mode: 0o755 });
  writeFileSync(join(folder, "requests.jsonl"), valid.join("\n"));
  await assert.rejects(job([join(folder, "requests.jsonl"), join(folder, "sorted")], programs), /exited with error code '?2|error code 2/);
});
