// Requests over HTTP, held against those that botocore makes: Python's SDK, which is also in the AWS CLI.
import assert from "node:assert/strict";
import { test } from "node:test";
import { forEach, operationNamed } from "../node/support.mjs";
import { nameOf, requests } from "./requests.mjs";
import { askBotocore, partitions } from "./support.mjs";

const services = {
  CreateReplicationSet: "ssm-incidents",
  ReplicateSecretToRegions: "secretsmanager",
  CreateReplicationConfiguration: "efs",
  ReplicateKey: "kms",
};

const pairs = await inPairs([...requests(await partitions())]);

/** Each request as it is built here, with botocore's of the same input. */
async function inPairs(cases) {
  const built = cases.map(({ operation, input, to }) => {
    const { request } = operationNamed(operation).build(input);
    return { operation, input: request.input, to, ours: request.toHttp(to) };
  });
  const questions = built.map(({ operation, input, to }) => {
    // botocore ends the path of an endpoint in a slash only where that does; the SDK for JavaScript ends every one so.
    const endpoint = to.endpoint?.replace(/\/?$/, "/");
    return { ask: "request", service: services[operation], operation, input, ...to, endpoint };
  });
  const answers = await askBotocore(questions);
  return built.map((each, index) => ({ ...each, theirs: answers[index] }));
}

test("botocore makes a request of every input", () => {
  forEach(pairs, nameOf, ({ theirs }) => assert.equal(theirs.error, undefined));
});

// Botocore writes everything beyond ASCII as escapes, and blanks after commas: what the JSON says is compared.
test("botocore's requests are the same", () => {
  forEach(pairs, nameOf, ({ ours, theirs }) => {
    assert.equal(ours.method, theirs.method);
    const { href, host } = new URL(theirs.url); // Without a port that is the protocol's own.
    assert.equal(ours.url, href);
    assert.equal(ours.headers.host, host);
    for (const name of ["content-type", "x-amz-target"]) assert.equal(ours.headers[name], theirs.headers[name], name);
    assert.deepEqual(JSON.parse(ours.body), JSON.parse(theirs.body));
    assert.deepEqual(ours.signing, signingOf(theirs.headers.authorization));
  });
});

// Botocore's older table of endpoints has no dual-stack there; its rules do, and `botocore_requests.py` asks them.
test("botocore refuses dual-stack endpoints in two partitions alone", () => {
  const refused = pairs.filter(({ theirs }) => theirs.refused);
  forEach(refused, nameOf, ({ to: { region, dualStack }, theirs }) => {
    assert.match(
      theirs.refused,
      /^Unable to construct a modeled endpoint with the following variant\(s\) \['dualstack'/,
    );
    assert.match(region, /^(aws-iso-[ef]-global|eu-isoe-.*|us-isof-.*)$/);
    assert.ok(dualStack);
  });
});

function signingOf(authorization) {
  const [, region, service] = authorization.match(/ Credential=[^/]+\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request,/) ?? [];
  return { service, region };
}
