// Requests over HTTP, held against those that the AWS SDK for JavaScript v3 makes, and signed as it signs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Sha256 } from "@aws-crypto/sha256-js";
import { CreateReplicationConfigurationCommand, EFSClient } from "@aws-sdk/client-efs";
import { KMSClient, ReplicateKeyCommand } from "@aws-sdk/client-kms";
import { ReplicateSecretToRegionsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { CreateReplicationSetCommand, SSMIncidentsClient } from "@aws-sdk/client-ssm-incidents";
import { SignatureV4 } from "@smithy/signature-v4";
import { AwsClient, AwsV4Signer } from "aws4fetch";
import { forEach, operationNamed, shown } from "../node/support.mjs";
import { nameOf, requests } from "./requests.mjs";
import { credentials, partitions } from "./support.mjs";

const clients = {
  CreateReplicationSet: [SSMIncidentsClient, CreateReplicationSetCommand],
  ReplicateSecretToRegions: [SecretsManagerClient, ReplicateSecretToRegionsCommand],
  CreateReplicationConfiguration: [EFSClient, CreateReplicationConfigurationCommand],
  ReplicateKey: [KMSClient, ReplicateKeyCommand],
};

/** Both sides' own would be random. */
const clientToken = "00000000-0000-4000-8000-000000000000";

const signingDate = new Date("2026-11-20T00:00:00Z");
const datetime = "20261120T000000Z";

const pairs = await Promise.all([...requests(await partitions())].map(inPair));

/** A request as it is built here, with the SDK's of the same input. */
async function inPair({ operation, input, to }) {
  const { request } = operationNamed(operation).build(input, { clientToken });
  const { region, fips: useFipsEndpoint, dualStack: useDualstackEndpoint, endpoint } = to;
  const settings = { region, useFipsEndpoint, useDualstackEndpoint, endpoint };
  const sent = await sentBySdk(operation, request.input, settings);
  return { operation, input: request.input, to, ours: request.toHttp(to), ...withoutOwnHeaders(sent) };
}

/** The request that the SDK hands to what would send it. */
async function sentBySdk(operation, input, settings) {
  const [Client, Command] = clients[operation];
  const sent = [];
  const handle = async (request) => {
    sent.push(request);
    throw new Error("nothing is sent");
  };
  const client = new Client({ ...settings, credentials, maxAttempts: 1, requestHandler: { handle } });
  await assert.rejects(client.send(new Command(input)), { message: "nothing is sent" });
  assert.equal(sent.length, 1);
  return sent[0];
}

/** The SDK's request without what it tells of itself and of this attempt, and without its signature. */
function withoutOwnHeaders({ method, protocol, hostname, port, path, query, headers, body }) {
  const { authorization, ...others } = headers;
  const own = /^(amz-sdk-.*|user-agent|x-amz-user-agent|x-amz-date|x-amz-content-sha256)$/;
  const kept = Object.fromEntries(Object.entries(others).filter(([name]) => !own.test(name)));
  return {
    authorization,
    theirs: { method, protocol, hostname, port, path, query, headers: kept, body: new Uint8Array(body) },
  };
}

test("the SDK's requests are the same", () => {
  forEach(pairs, nameOf, ({ ours, theirs, authorization }) => {
    for (const part of ["method", "protocol", "hostname", "port", "path"]) assert.equal(ours[part], theirs[part], part);
    assert.deepEqual(ours.query, theirs.query);
    assert.deepEqual(ours.headers, theirs.headers);
    const scope = `/${ours.signing.region}/${ours.signing.service}/aws4_request,`;
    assert.ok(authorization.includes(scope), authorization);
  });
});

// An object in JavaScript has keys such as "1" before all others; the body has those of a map in alphabetical order.
const isAlphabetical = ({ input }) => {
  const keys = Object.keys(input.tags ?? {});
  return [...keys].sort().every((key, index) => key === keys[index]);
};

const sameBytes = pairs.filter(isAlphabetical);

test("the SDK's bodies are the same to the byte", () => {
  forEach(sameBytes, nameOf, ({ ours, theirs }) => assertSameText(ours.body, textOf(theirs.body)));
});

test("the SDK's bodies say the same where JavaScript has tags in an order of its own", () => {
  const others = pairs.filter((pair) => !isAlphabetical(pair));
  forEach(others, nameOf, ({ ours, theirs }) =>
    assert.deepEqual(JSON.parse(ours.body), JSON.parse(textOf(theirs.body))),
  );
});

test("the SDK's signatures are the same", async () => {
  const signatures = await Promise.all(
    sameBytes.map(async ({ ours, theirs, ...each }) => [
      each,
      await signedBySmithy(ours, ours.signing),
      await signedBySmithy(theirs, ours.signing),
    ]),
  );
  forEach(
    signatures,
    ([each]) => nameOf(each),
    ([, ours, theirs]) => {
      assert.match(
        ours,
        /^AWS4-HMAC-SHA256 Credential=.*, SignedHeaders=.*content-length;content-type;host;.*, Signature=[0-9a-f]{64}$/,
      );
      assert.equal(ours, theirs);
    },
  );
});

// aws4fetch makes no header of a body's hash; and unless it is told to sign all headers, it leaves out a body's type and
// length. Told to do likewise, the SDK's signer signs the same.
const ways = [
  { allHeaders: true },
  { allHeaders: false, unsignableHeaders: new Set(["content-type", "content-length"]) },
];

test("aws4fetch signs the same", async () => {
  const signed = await Promise.all(ways.flatMap((way) => pairs.map((pair) => signedByBoth(pair, way))));
  forEach(signed, nameOf, ({ ours, expected, headers, request, body }) => {
    assert.equal(headers.get("authorization"), expected);
    assert.equal(request.headers.get("authorization"), expected);
    assert.equal(request.url, ours.url);
    assertSameText(body, ours.body);
  });
});

async function signedByBoth({ ours, ...each }, { allHeaders, unsignableHeaders }) {
  const expected = await signedBySmithy(ours, ours.signing, { applyChecksum: false }, { unsignableHeaders });
  const { url, method, headers, body } = ours;
  const aws = { ...credentials, ...ours.signing, datetime, allHeaders };
  const signed = await new AwsV4Signer({ ...ours, ...aws }).sign();
  const request = await new AwsClient(aws).sign(url, { method, headers, body, aws });
  return { ...each, ours, expected, headers: signed.headers, request, body: await request.text() };
}

async function signedBySmithy(request, signing, settings, options) {
  const signer = new SignatureV4({ ...signing, credentials, sha256: Sha256, ...settings });
  return (await signer.sign(request, { signingDate, ...options })).headers.authorization;
}

const textOf = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

/** Fails with the place where two texts part, rather than with both, which may be long. */
function assertSameText(actual, expected) {
  const at = actual.split("").findIndex((unit, index) => unit !== expected[index]);
  assert.ok(
    actual === expected,
    `from ${at}: ${shown(actual.slice(at, at + 40))} for ${shown(expected.slice(at, at + 40))}`,
  );
}
