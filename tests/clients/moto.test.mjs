// Requests sent to a server that plays AWS, and its answers read.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { CreateKeyCommand, DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateSecretCommand, DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { AwsClient } from "aws4fetch";
import { replicateKey, replicateSecretToRegions } from "xregion";
import { credentials, startPython } from "./support.mjs";

const PATIENCE = 60_000;

let server;
let endpoint;

before(async () => {
  const port = await freePort();
  endpoint = `http://127.0.0.1:${port}`;
  server = startPython(["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)]);
  server.stdout.resume();
  let said = "";
  server.stderr.on("data", (text) => (said += text));
  const deadline = Date.now() + PATIENCE;
  while (!(await answers())) {
    assert.ok(server.exitCode === null && Date.now() < deadline, `moto does not answer: ${said}`);
    await sleep(100);
  }
});

after(async () => {
  if (!server || server.exitCode !== null) return;
  server.kill();
  await once(server, "exit");
});

/** A port that was free a moment ago. */
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

const answers = () =>
  fetch(`${endpoint}/moto-api/`).then(
    ({ ok }) => ok,
    () => false,
  );

/** The answer to a request as the library builds it, signed by somebody else. */
async function send(request, region) {
  const { method, url, headers, body, signing } = request.toHttp({ endpoint, region });
  const { host, "content-length": length, ...others } = headers;
  const client = new AwsClient({ ...credentials, service: signing.service, region: signing.region, retries: 0 });
  const response = await client.fetch(url, { method, headers: others, body });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const clientOf = (Client, region) => new Client({ region, endpoint, credentials });

test("a multi-Region key is created and replicated", async () => {
  const kms = clientOf(KMSClient, "us-east-1");
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
  // moto's ids have hyphens, which AWS's have not, and it knows a key to replicate by its id alone.
  const rules = { "KMS-REPLICATEKEY-07": "off" };
  const input = {
    KeyId: KeyMetadata.KeyId,
    ReplicaRegion: "eu-west-1",
    Description: "Für den Notfall: \"€\" \\ 😀",
    Tags: [{ TagKey: "team", TagValue: "orders" }],
  };
  const built = replicateKey.build(input, { rules });
  assert.deepEqual(built.issues, []);
  const { status, body } = await send(built.request, "us-east-1");
  assert.equal(status, 200, JSON.stringify(body));

  const { value, issues } = replicateKey.readResponse(body);
  assert.deepEqual(issues, []);
  const replica = value.ReplicaKeyMetadata;
  assert.equal(replica.Arn, KeyMetadata.Arn.replace("us-east-1", "eu-west-1"));
  assert.ok(replica.CreationDate instanceof Date);
  assert.deepEqual(replica.MultiRegionConfiguration.ReplicaKeys, [{ Arn: replica.Arn, Region: "eu-west-1" }]);

  const there = await clientOf(KMSClient, "eu-west-1").send(new DescribeKeyCommand({ KeyId: KeyMetadata.KeyId }));
  assert.equal(there.KeyMetadata.Arn, replica.Arn);
});

test("a key that is not there is explained", async () => {
  const KeyId = "arn:aws:kms:us-east-1:123456789012:key/mrk-00000000000000000000000000000000";
  const { request } = replicateKey.build({ KeyId, ReplicaRegion: "eu-west-1" });
  const answer = await send(request);
  assert.equal(answer.status, 400);
  const { name, known, retry } = replicateKey.explainError(answer);
  assert.deepEqual({ name, known, advised: retry.advised }, { name: "NotFoundException", known: true, advised: "never" });
});

test("a secret is created and replicated", async () => {
  const secrets = clientOf(SecretsManagerClient, "us-east-1");
  const { ARN } = await secrets.send(new CreateSecretCommand({ Name: "prod/orders", SecretString: "x" }));
  const built = replicateSecretToRegions.build({
    SecretId: ARN,
    AddReplicaRegions: [{ Region: "eu-west-1" }, { Region: "eu-central-1", KmsKeyId: "alias/aws/secretsmanager" }],
  });
  assert.deepEqual(built.issues, []);
  const { status, body } = await send(built.request);
  assert.equal(status, 200, JSON.stringify(body));

  const { value, issues, statuses } = replicateSecretToRegions.readResponse(body);
  assert.deepEqual(issues, []);
  assert.equal(value.ARN, ARN);
  assert.deepEqual(value.ReplicationStatus.map(({ Region }) => Region).sort(), ["eu-central-1", "eu-west-1"]);
  assert.deepEqual(new Set(statuses.map(({ phase }) => phase)), new Set(["done"]));

  const there = await clientOf(SecretsManagerClient, "eu-west-1").send(new DescribeSecretCommand({ SecretId: "prod/orders" }));
  assert.equal(there.PrimaryRegion, "us-east-1");
});

test("a secret by its name goes where the caller says", async () => {
  const secrets = clientOf(SecretsManagerClient, "us-west-2");
  await secrets.send(new CreateSecretCommand({ Name: "by-name", SecretString: "x" }));
  const { request } = replicateSecretToRegions.build({ SecretId: "by-name", AddReplicaRegions: [{ Region: "eu-west-1" }] });
  assert.equal((await send(request, "us-west-2")).status, 200);
  const missed = replicateSecretToRegions.explainError(await send(request, "eu-north-1"));
  assert.equal(missed.name, "ResourceNotFoundException");
});
