// Requests over HTTP, held against those that AWS's own client makes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { forEach, operationNamed, readLines } from "./support.mjs";

const vectors = readLines("tests/vectors/wire.jsonl");
const clientToken = "00000000-0000-4000-8000-000000000000";

/** The request, or the draft where the vector's input does not pass. */
function rendered({ operation, request, region, fips, dualstack }) {
  const built = operationNamed(operation).build(request, { clientToken });
  return (built.request ?? built.draft).toHttp({ region, fips, dualStack: dualstack });
}

test("there are as many vectors as there were", () => assert.ok(vectors.length >= 41, String(vectors.length)));

test("requests", () => {
  forEach(
    vectors.filter(({ http }) => http),
    ({ id }) => id,
    (vector) => {
      const { http: expected, signing } = vector;
      const http = rendered(vector);
      assert.equal(http.method, expected.method);
      assert.equal(http.url, expected.url);
      assert.equal(http.protocol, `${expected.scheme}:`);
      assert.equal(http.hostname, expected.host);
      assert.equal(http.port, undefined);
      assert.equal(http.path, expected.path);
      assert.deepEqual(http.query, {});
      assert.equal(expected.query, "");
      assert.deepEqual(JSON.parse(http.body), expected.body_json);
      assert.deepEqual(http.signing, { service: signing.name, region: signing.region });

      const headers = Object.entries(expected.headers).map(([name, value]) => [name.toLowerCase(), value]);
      assert.deepEqual(http.headers, {
        host: expected.host,
        ...Object.fromEntries(headers),
        // That of AWS's client counts its own spelling of the same JSON.
        "content-length": String(new TextEncoder().encode(http.body).length),
      });
    },
  );
});

test("where AWS's client gives up, the endpoint follows the rule set", () => {
  forEach(
    vectors.filter(({ error }) => error),
    ({ id }) => id,
    (vector) => {
      const http = rendered(vector);
      assert.equal(new URL(http.url).origin, vector.ruleset_url);
      assert.equal(http.headers.host, http.hostname);
      assert.equal(http.signing.region, vector.region);
    },
  );
});

test("every address is that of the rule set, and is what its parts say", () => {
  forEach(
    vectors,
    ({ id }) => id,
    (vector) => {
      const { protocol, hostname, path, url } = rendered(vector);
      assert.ok(url.startsWith(vector.ruleset_url), url);
      assert.equal(url, `${protocol}//${hostname}${path}`);
      assert.equal(new URL(url).pathname, path);
    },
  );
});
