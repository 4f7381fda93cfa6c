// Requests as commands of the AWS CLI.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations, RequestError, replicateKey } from "xregion";
import { forEach, read } from "./support.mjs";

/** A request or a draft of an input. */
function requestOf(name, input) {
  const { request, draft } = operations.find((operation) => operation.name === name).build(input, { clientToken: "token" });
  return request ?? draft;
}

test("commands are what the vectors say", () => {
  forEach(
    JSON.parse(read("tests/vectors/commands.json")).filter(({ operation }) => operation !== "CreateReplicationSet"),
    ({ name }) => name,
    ({ operation, input, options, text, issues = [] }) => {
      const command = requestOf(operation, input).toCli(options);
      assert.equal(command.text, text);
      assert.deepEqual(command.argv.slice(0, 1), ["aws"]);
      assert.deepEqual(
        command.issues.map((issue) => `${issue.pointer} ${issue.code}`),
        issues,
      );
    },
  );
});

test("the token that is filled in is in the command", () => {
  const { argv } = requestOf("CreateReplicationSet", { regions: { "us-east-1": {} } }).toCli();
  assert.deepEqual(argv.slice(3), ["--regions", "us-east-1={}", "--client-token", "token"]);
});

test("options that there are not are refused", () => {
  const request = requestOf("ReplicateKey", { KeyId: "a" });
  for (const options of [{ shell: "fish" }, { style: "yaml" }, { quote: true }, 5]) {
    assert.throws(() => request.toCli(options), RequestError);
  }
});

test("what JSON alone can name arrives", () => {
  const input = JSON.parse('{ "__proto__": { "a": 1 } }');
  const { argv } = replicateKey.build(input).draft.toCli();
  assert.deepEqual(argv.slice(3), ["--cli-input-json", '{"__proto__":{"a":1}}']);
});
