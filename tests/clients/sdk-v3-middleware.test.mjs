// xregion/sdk-v3 on the real clients: when it judges, what it tells whom, and what it leaves alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KMS, ListKeysCommand } from "@aws-sdk/client-kms";
import { DescribeFileSystemsCommand } from "@aws-sdk/client-efs";
import { ListSecretsCommand } from "@aws-sdk/client-secrets-manager";
import { ListReplicationSetsCommand } from "@aws-sdk/client-ssm-incidents";
import { loadHouseRules, operations, replicateKey, replicateSecretToRegions } from "xregion";
import { InvalidRequestError, validateRequests } from "xregion/sdk-v3";
import { passing } from "../node/support.mjs";
import { attempt, codesOf, isolated, keyIn, listener, services } from "./sdk-v3.mjs";

const INVALID = { ...keyIn("us-east-1"), ReplicaRegion: "us-east-1" };

/** A request that is sent with a warning. */
const WITH_WARNING = {
  SecretId: "orders",
  AddReplicaRegions: [{ Region: "eu-west-1" }],
  ForceOverwriteReplicaSecret: true,
};

for (const operation of operations) {
  test(`${operation.name}: what passes is sent, what is wrong is not`, async () => {
    const { heard, onWarning } = listener();
    const plugins = [validateRequests({ onWarning })];
    const input = passing[operation.name];
    const good = await attempt(operation, input, { plugins });
    assert.equal(good.error, undefined);
    assert.deepEqual(heard, []);
    assert.equal(good.sent.length, 1);
    const bad = await attempt(operation, { ...input, Surplus: true }, { plugins });
    assert.deepEqual(codesOf(bad.error.issues), ["unknown_field"]);
    assert.equal(bad.sent.length, 0);
  });
}

test("the error says what it is about", async () => {
  const input = { ...INVALID, Description: "secret\0", Policy: "secret" };
  const { error } = await attempt(replicateKey, input, { plugins: [validateRequests()] });
  assert.ok(error instanceof InvalidRequestError && error instanceof Error);
  assert.equal(error.name, "InvalidRequestError");
  assert.equal(error.operation, "ReplicateKey");
  assert.deepEqual(error.issues, replicateKey.validate(input).issues);
  assert.ok(error.issues.length > 1);
  const lines = error.issues.map(({ severity, pointer, message }) => `- ${severity} at ${pointer}: ${message}`);
  assert.equal(error.message, ["ReplicateKey was not sent:", ...lines].join("\n"));
  assert.doesNotMatch(error.message, /secret/);
});

test("of the request as a whole the error names no place", async () => {
  const { error } = await attempt(replicateKey, ["x"], { plugins: [validateRequests()] });
  assert.match(error.message, /^ReplicateKey was not sent:\n- error: [A-Z]/);
});

test("bad input is refused where there are no credentials", async () => {
  const failure = new Error("no credentials");
  const credentials = () => Promise.reject(failure);
  const { heard, onWarning } = listener();
  const plugins = [validateRequests({ onWarning })];
  const refused = await attempt(replicateKey, INVALID, { plugins, credentials });
  assert.deepEqual(codesOf(refused.error.issues), ["same_region"]);
  const unsent = await attempt(replicateSecretToRegions, WITH_WARNING, { plugins, credentials });
  assert.equal(unsent.error, failure);
  assert.deepEqual(heard, [], "of what is not sent there is no warning");
});

test("warnings are told once, whatever it takes to send", async () => {
  const { heard, onWarning } = listener();
  const busy = { statusCode: 503, headers: {}, body: new Uint8Array() };
  const { error, sent } = await attempt(replicateSecretToRegions, WITH_WARNING, {
    plugins: [validateRequests({ onWarning })],
    answers: [busy],
  });
  assert.equal(error, undefined);
  assert.equal(sent.length, 2);
  const call = { operation: "ReplicateSecretToRegions", region: "us-east-1" };
  assert.deepEqual(heard, [{ codes: ["overwrites_secret"], call }]);
});

test("warnings that nobody wants to hear stop nothing", async () => {
  const { error, sent } = await attempt(replicateSecretToRegions, WITH_WARNING, { plugins: [validateRequests()] });
  assert.equal(error, undefined);
  assert.equal(sent.length, 1);
});

test("what `onWarning` fails with is what `send` fails with", async () => {
  const failure = new Error("not with warnings");
  const ways = {
    throws() {
      throw failure;
    },
    rejects: () => Promise.reject(failure),
  };
  for (const onWarning of Object.values(ways)) {
    const plugins = [validateRequests({ onWarning })];
    const { error, sent } = await attempt(replicateSecretToRegions, WITH_WARNING, { plugins });
    assert.equal(error, failure);
    assert.equal(sent.length, 0);
  }
});

test("rules and house rules are options", async () => {
  const rules = { same_region: "warning" };
  const { heard, onWarning } = listener();
  assert.equal(
    (await attempt(replicateKey, INVALID, { plugins: [validateRequests({ rules, onWarning })] })).error,
    undefined,
  );
  assert.deepEqual(
    heard.flatMap(({ codes }) => codes),
    ["same_region"],
  );
  const house = loadHouseRules({ name: "Policy", requiredTags: { Owner: { keys: ["team"] } } });
  const { error } = await attempt(replicateKey, keyIn("us-east-1"), { plugins: [validateRequests({ house })] });
  assert.deepEqual(codesOf(error.issues), ["house_rule"]);
});

test("an option that cannot be used is told as a warning", async () => {
  const { heard, onWarning } = listener();
  const plugins = [validateRequests({ accountId: "12", onWarning })];
  await attempt(replicateKey, keyIn("us-east-1"), { plugins });
  assert.deepEqual(
    heard.flatMap(({ codes }) => codes),
    ["invalid_context"],
  );
});

test("used twice on a client, the later one counts", async () => {
  const [first, second] = [listener(), listener()];
  const plugins = [first, second].map(({ onWarning }) => validateRequests({ onWarning }));
  await attempt(replicateSecretToRegions, WITH_WARNING, { plugins });
  assert.deepEqual([first.heard.length, second.heard.length], [0, 1]);
});

test("used on a client and on a command, the command's counts", async () => {
  const [ofClient, ofCommand] = [listener(), listener()];
  const { Client, Command } = services.ReplicateSecretToRegions;
  const { client } = isolated(Client);
  client.middlewareStack.use(validateRequests(ofClient));
  const command = new Command(WITH_WARNING);
  command.middlewareStack.use(validateRequests(ofCommand));
  await client.send(command);
  assert.deepEqual([ofClient.heard.length, ofCommand.heard.length], [0, 1]);
  await client.send(command);
  assert.deepEqual([ofClient.heard.length, ofCommand.heard.length], [0, 2]);
});

test("used on a command alone, it judges that command alone", async () => {
  const { client, sent } = isolated(services.ReplicateKey.Client);
  const command = new services.ReplicateKey.Command(INVALID);
  command.middlewareStack.use(validateRequests());
  await assert.rejects(client.send(command), InvalidRequestError);
  assert.equal(sent.length, 0);
  await client.send(new services.ReplicateKey.Command(INVALID));
  assert.equal(sent.length, 1);
});

test("clients with a method for each command have it, too, and callbacks get the error", async () => {
  const { client, sent } = isolated(KMS);
  client.middlewareStack.use(validateRequests());
  await assert.rejects(client.replicateKey(INVALID), InvalidRequestError);
  const error = await new Promise((called) => client.replicateKey(INVALID, called));
  assert.ok(error instanceof InvalidRequestError);
  assert.equal(sent.length, 0);
  await client.replicateKey(keyIn("us-east-1"));
  assert.equal(sent.length, 1);
});

test("what other middleware makes of the input is what is judged", async () => {
  const complete = (next) => (args) => next({ ...args, input: { ...args.input, ReplicaRegion: "eu-west-1" } });
  const { client, sent } = isolated(services.ReplicateKey.Client);
  client.middlewareStack.use(validateRequests());
  client.middlewareStack.add(complete, { step: "initialize", priority: "low" });
  await client.send(new services.ReplicateKey.Command(INVALID));
  assert.equal(sent.length, 1);
});

test("other commands of the clients are sent as ever", async () => {
  const others = {
    CreateReplicationSet: ListReplicationSetsCommand,
    ReplicateSecretToRegions: ListSecretsCommand,
    CreateReplicationConfiguration: DescribeFileSystemsCommand,
    ReplicateKey: ListKeysCommand,
  };
  for (const [name, Command] of Object.entries(others)) {
    const { client, sent } = isolated(services[name].Client);
    client.middlewareStack.use(validateRequests());
    await client.send(new Command({ Surplus: true }));
    assert.equal(sent.length, 1);
  }
});

test("where the SDK tells no Region there is none, and arguments are handed on as they are", async () => {
  const { heard, onWarning } = listener();
  const steps = [];
  validateRequests({ onWarning }).applyToStack({ add: (step) => void steps.push(step) });
  const handling = { clientName: "SecretsManagerClient", commandName: "ReplicateSecretToRegionsCommand" };
  const received = [];
  const send = steps.reduceRight(
    (next, step) => step(next, handling),
    async (args) => void received.push(args),
  );
  const args = Object.freeze({ input: WITH_WARNING });
  await send(args);
  assert.equal(received.length, 1);
  assert.equal(received[0], args);
  const call = { operation: "ReplicateSecretToRegions", region: undefined };
  assert.deepEqual(heard, [{ codes: ["overwrites_secret"], call }]);
});
