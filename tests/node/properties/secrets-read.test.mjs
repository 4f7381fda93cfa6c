// Sensitive values are not repeated of what is read from elsewhere, nor by the program.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { fromCli, operations } from "xregion";
import { operationNamed } from "../support.mjs";
import { assertUntold, jsonOf, mark, marked, saidOf, withoutPlaces } from "./marks.mjs";
import { ends, holds } from "./support.mjs";

/** Texts of services that repeat a value. */
const COMPLAINTS = [
  (value) => `1 validation error detected: Value '${value}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 8192`,
  (value) => `2 validation errors detected: Value '${value}' at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: x; Value '${value}' at 'tags.1.member.tagValue' failed to satisfy constraint: Member must not be null`,
  (value) => `1 validation error detected: Value at 'description' failed to satisfy constraint '${value}'`,
  (value) => `The policy contains ${value}`,
  (value) => `Tag value "${value}" is not valid`,
  (value) => JSON.stringify({ __type: "ValidationException", message: value, Message: value }),
  (value) => `An error occurred (TagException) when calling the ReplicateKey operation: ${value}`,
  (value) => value,
];

test("errors of services", ends, () => {
  const names = operations.flatMap(({ errors }) => errors.map(({ name }) => name));
  holds(400, mark, fc.constantFrom(...COMPLAINTS), fc.constantFrom(...names), fc.constantFrom(...operations.map(({ name }) => name)), (value, make, error, name) => {
    const message = make(value);
    const body = JSON.stringify({ __type: error, message });
    const forms = [new Error(message), Object.assign(new Error(message), { name: error }), message, { name: error, message }, { status: 400, headers: {}, body }, body];
    for (const each of forms) assertUntold(JSON.stringify(operationNamed(name).explainError(each)), value, "the explanation");
  });
});

/** Commands in which a value stands that cannot be read, or should not be so. */
const COMMANDS = [
  (value) => `--description '${value}`,
  (value) => `--description "$(cat ${value})" --policy $${value} --tags TagKey=a,TagValue=\`${value}\``,
  (value) => `--description ${value}* --policy file://${value} --tags '[{"TagKey":"a","TagValue":"${value}"'`,
  (value) => `--tags ${value} ${value} --policy='${value}' --description ${value} ${value}`,
  (value) => `--cli-input-json '{"Description":"${value}","Policy":${value}}' --cli-input-yaml 'Description: ${value}'`,
  (value) => `--description x <<EOF > /tmp/${value}\n${value}\nEOF`,
  (value) => `--description $'\\xff${value}' && echo ${value} | aws kms encrypt --plaintext ${value}`,
  (value) => `--bypass-policy-lockout-safety-check ${value} --no-bypass-policy-lockout-safety-check=${value}`,
  (value) => `--key-id a --region ${value} --profile ${value} --endpoint-url https://${value} --query ${value}`,
];

test("commands that are read", ends, () =>
  holds(300, mark, fc.constantFrom(...COMMANDS), fc.constantFrom(undefined, "posix", "powershell", "cmd"), (value, make, shell) => {
    for (const start of ["aws kms replicate-key", "aws ssm-incidents create-replication-set --client-token", "$ aws kms replicate-key"]) {
      const { issues } = fromCli(`${start} ${make(value)}`, { shell });
      for (const each of saidOf(issues)) assertUntold(each, value, "what was not read");
    }
  }));

test("the program", ends, () => {
  // Where it names places to people, these hold no mark: tags of other requests have marks for keys.
  const requests = fc.sample(marked, { seed: 7, numRuns: 100 }).flatMap(({ name, value, input }) => {
    const text = jsonOf(input);
    return name !== "ReplicateKey" || text === undefined ? [] : [{ value, text }, { value, text: text.slice(0, -3) }];
  });
  const stdin = requests.map(({ text }) => text).join("\n");
  const program = fileURLToPath(import.meta.resolve("xregion/package.json").replace("package.json", "bin/xregion.mjs"));
  for (const format of ["text", "json"]) {
    const given = [program, "check", "--operation", "ReplicateKey", "--format", format];
    const { stdout, stderr, status } = spawnSync(process.execPath, given, { input: stdin, encoding: "utf8", maxBuffer: 2 ** 28 });
    assert.equal(status, 1, stderr);
    const lines = stdout.split("\n").filter((line) => line !== "");
    assert.ok(lines.length > 50, String(lines.length));
    const told = format === "text" ? lines : lines.flatMap((line) => JSON.parse(line).issues.map((issue) => JSON.stringify(withoutPlaces(issue))));
    for (const { value } of requests) assertUntold(`${told.join("\n")}${stderr}`, value, format);
  }
});
