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
  const built = cases.map((each) => {
    const { region, fips, dualStack } = each;
    const { request } = operationNamed(each.operation).build(each.input);
    return { ...each, input: request.input, ours: request.toHttp({ region, fips, dualStack }) };
  });
  const theirs = await askBotocore(
    built.map((each) => ({ ask: "request", service: services[each.operation], ...each })),
  );
  return built.map((each, index) => ({ ...each, theirs: theirs[index] }));
}

test("botocore makes a request of every input", () => {
  forEach(pairs, nameOf, ({ theirs }) => assert.equal(theirs.error, undefined));
});

// Botocore writes everything beyond ASCII as escapes, and blanks after commas: what the JSON says is compared.
test("it is the same request", () => {
  forEach(pairs, nameOf, ({ ours, theirs }) => {
    assert.equal(ours.method, theirs.method);
    assert.equal(ours.url, theirs.url);
    assert.equal(ours.headers.host, new URL(theirs.url).host);
    for (const header of ["content-type", "x-amz-target"])
      assert.equal(ours.headers[header], theirs.headers[header], header);
    assert.deepEqual(JSON.parse(ours.body), JSON.parse(theirs.body));
    assert.deepEqual(ours.signing, signingOf(theirs.headers.authorization));
  });
});

// Botocore's older table of endpoints has no dual-stack there; its rules do, and `botocore_requests.py` asks them.
test("it refuses dual-stack endpoints in two partitions alone", () => {
  const refused = pairs.filter(({ theirs }) => theirs.refused);
  forEach(refused, nameOf, ({ region, dualStack, theirs }) => {
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
