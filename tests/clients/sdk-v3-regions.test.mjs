// The Region that xregion/sdk-v3 judges with: the client's own, or the one that it is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { replicateKey } from "xregion";
import { validateRequests } from "xregion/sdk-v3";
import { operationNamed } from "../node/support.mjs";
import { attempt, codesOf, keyIn, listener } from "./sdk-v3.mjs";

/** What is said where a client of a Region makes a call that belongs elsewhere. */
const conflicts = [
  ["ReplicateKey", keyIn("us-west-2"), { errors: ["region_mismatch"] }],
  [
    "ReplicateKey",
    { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "us-east-1" },
    { errors: ["same_region"] },
  ],
  [
    "ReplicateSecretToRegions",
    { SecretId: "orders", AddReplicaRegions: [{ Region: "us-east-1" }] },
    { errors: ["same_region"] },
  ],
  ["CreateReplicationSet", { regions: { "eu-west-1": {} } }, { warnings: ["call_region"] }],
  [
    "CreateReplicationConfiguration",
    {
      SourceFileSystemId: "arn:aws:elasticfilesystem:us-west-2:111122223333:file-system/fs-0123456789abcdef0",
      Destinations: [{ Region: "eu-west-1" }],
    },
    { warnings: ["call_region"] },
  ],
];

/** An endpoint that wants requests signed for another Region than the client's. */
const endpointProvider = () => ({
  url: new URL("https://service.us-east-1.amazonaws.com"),
  properties: { authSchemes: [{ name: "sigv4", signingName: "service", signingRegion: "us-east-1" }] },
});

/** Clients of us-east-1, however they are told. */
const clients = {
  "a Region": { region: "us-east-1" },
  "a Region that a function tells": { region: async () => "us-east-1" },
  "a Region of FIPS": { region: "fips-us-east-1" },
  FIPS: { useFipsEndpoint: true },
  "dual-stack": { useDualstackEndpoint: true },
  "an endpoint of its own": { endpoint: "http://127.0.0.1:4566" },
  "an endpoint of another Region": { region: "ap-south-1", endpointProvider },
  "a cache of middleware": { cacheMiddleware: true },
};

for (const [name, config] of Object.entries(clients)) {
  test(`the Region is the client's: a client with ${name}`, async () => {
    for (const [operationName, input, { errors = [], warnings = [] }] of conflicts) {
      const { heard, onWarning } = listener();
      const plugins = [validateRequests({ onWarning })];
      const { error, sent } = await attempt(operationNamed(operationName), input, { plugins, ...config });
      assert.deepEqual(codesOf(error?.issues ?? []), errors);
      const call = { operation: operationName, region: "us-east-1" };
      assert.deepEqual(heard, warnings.length > 0 ? [{ codes: warnings, call }] : []);
      assert.equal(sent.length, errors.length > 0 ? 0 : 1);
    }
  });
}

test("a Region in the options is known before credentials, and goes first", async () => {
  const tell = {
    text: "us-west-2",
    "a function": () => "us-west-2",
    "an asynchronous function": async () => "us-west-2",
  };
  for (const region of Object.values(tell)) {
    const { error, asked } = await attempt(replicateKey, keyIn("us-east-1"), {
      plugins: [validateRequests({ region })],
    });
    assert.deepEqual(codesOf(error.issues), ["region_mismatch"]);
    assert.equal(asked, 0);
    const plugins = [validateRequests({ region })];
    assert.equal((await attempt(replicateKey, keyIn("us-west-2"), { plugins })).error, undefined);
  }
});

test("a function that tells no Region leaves it to the client", async () => {
  const { error } = await attempt(replicateKey, keyIn("us-west-2"), {
    plugins: [validateRequests({ region: async () => undefined })],
  });
  assert.deepEqual(codesOf(error.issues), ["region_mismatch"]);
});

test("what the function that tells the Region fails with is what `send` fails with", async () => {
  const failure = new Error("no Region");
  const region = () => Promise.reject(failure);
  const { error, sent } = await attempt(replicateKey, keyIn("us-east-1"), { plugins: [validateRequests({ region })] });
  assert.equal(error, failure);
  assert.equal(sent.length, 0);
});
