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
async function inPair(each) {
  const { operation, input, region, fips, dualStack } = each;
  const { request } = operationNamed(operation).build(input, { clientToken });
  const sent = await sentBySdk(operation, request.input, {
    region,
    useFipsEndpoint: fips,
    useDualstackEndpoint: dualStack,
  });
  return {
    ...each,
    input: request.input,
    ours: request.toHttp({ region, fips, dualStack }),
    ...withoutOwnHeaders(sent),
  };
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

test("it is the same request", () => {
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

test("its body is the same to the byte", () => {
  forEach(sameBytes, nameOf, ({ ours, theirs }) => assertSameText(ours.body, textOf(theirs.body)));
});

test("its body says the same where JavaScript has tags in an order of its own", () => {
  const others = pairs.filter((pair) => !isAlphabetical(pair));
  forEach(others, nameOf, ({ ours, theirs }) =>
    assert.deepEqual(JSON.parse(ours.body), JSON.parse(textOf(theirs.body))),
  );
});

test("it has the same signature", async () => {
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

// aws4fetch signs the type and the length of a body only where it is told to sign all headers, and makes no header of
// its hash. Told so, and with a signer of the SDK's that makes none either, it signs the same.
test("aws4fetch signs it the same", async () => {
  const signed = await Promise.all(
    pairs.map(async ({ ours, ...each }) => {
      const expected = await signedBySmithy(ours, ours.signing, { applyChecksum: false });
      const aws = { ...credentials, ...ours.signing, datetime, allHeaders: true };
      const { headers } = await new AwsV4Signer({ ...ours, ...aws }).sign();
      const request = await new AwsClient(aws).sign(ours.url, {
        method: ours.method,
        headers: ours.headers,
        body: ours.body,
        aws,
      });
      return { ...each, ours, expected, headers, request, body: await request.text() };
    }),
  );
  forEach(signed, nameOf, ({ ours, expected, headers, request, body }) => {
    assert.equal(headers.get("authorization"), expected);
    assert.equal(request.headers.get("authorization"), expected);
    assert.equal(request.url, ours.url);
    assertSameText(body, ours.body);
  });
});

async function signedBySmithy(request, signing, settings) {
  const signer = new SignatureV4({ ...signing, credentials, sha256: Sha256, ...settings });
  return (await signer.sign(request, { signingDate })).headers.authorization;
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
