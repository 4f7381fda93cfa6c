// Requests as commands of the AWS CLI.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplicationSet, fromCli, operations, RequestError, replicateKey } from "xregion";
import { assertSoundIssues, forEach, passing, read } from "./support.mjs";

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

test("commands are read as the vectors say", () => {
  forEach(
    JSON.parse(read("tests/vectors/commands_read.json")),
    ({ name }) => name,
    ({ text, shell, operation, input, region, issues = [] }) => {
      const read = fromCli(text, { shell });
      assert.equal(read.operation, operation);
      assert.deepEqual(read.input, input);
      assert.deepEqual(read.context, region === undefined ? {} : { region });
      assert.deepEqual(
        read.issues.map(({ pointer, message }) => `${pointer} ${message}`),
        issues,
      );
      assert.equal(read.ok, !read.issues.some(({ severity }) => severity === "error"));
      assertSoundIssues(read.issues);
    },
  );
});

test("what is written is read again", () => {
  for (const operation of operations) {
    const { request } = operation.build(passing[operation.name]);
    for (const shell of ["posix", "powershell", "cmd"]) {
      const { text, region } = request.toCli({ shell });
      const expected = { ok: true, operation: operation.name, input: request.input, issues: [] };
      assert.deepEqual(operation.fromCli(text), { ...expected, context: region ? { region } : {} });
    }
  }
});

const told = ({ issues }) => issues.map(({ pointer, code }) => `${pointer} ${code}`);

test("a command of another operation", () => {
  assert.deepEqual(told(createReplicationSet.fromCli("aws kms replicate-key --key-id a")), [" another_operation"]);
});

test("tags named like what objects have", () => {
  const { input } = fromCli("aws ssm-incidents create-replication-set --tags __proto__=a,constructor=b");
  assert.deepEqual(Object.entries(input.tags), [["__proto__", "a"], ["constructor", "b"]]);
  assert.equal({}.a, undefined);
});

test("what is no text holds no command", () => {
  forEach([undefined, null, 5, {}, [], Symbol("x"), () => {}], String, (text) => {
    const read = fromCli(text);
    assert.equal(read.ok, false);
    assert.deepEqual(told(read), [" not_read"]);
  });
});

test("half of a surrogate pair, and options that there are not", () => {
  assert.deepEqual(told(fromCli("aws kms replicate-key --key-id \ud800")), [" not_read"]);
  forEach([{ shell: "fish" }, { colour: 1 }, 5], JSON.stringify, (options) => {
    assert.deepEqual(told(fromCli("aws kms replicate-key", options)), [" invalid_context"]);
  });
});
