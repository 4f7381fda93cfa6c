// Building: requests and drafts, their tokens, and their form over HTTP.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createReplicationConfiguration,
  createReplicationSet,
  operations,
  replicateKey,
  replicateSecretToRegions,
  RequestError,
} from "xregion";
import { errorsOf, forEach, isError, passing, verdictVectors } from "./support.mjs";

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const set = passing.CreateReplicationSet;

const tokens = [
  { name: "absent", input: set, expect: UUID_4 },
  { name: "undefined", input: { ...set, clientToken: undefined }, expect: UUID_4 },
  { name: "empty", input: { ...set, clientToken: "" }, expect: "" },
  { name: "given", input: { ...set, clientToken: "mine" }, expect: "mine" },
  { name: "in the options", input: set, options: { clientToken: "theirs" }, expect: "theirs" },
  { name: "empty in the options", input: set, options: { clientToken: "" }, expect: "" },
  { name: "null in the options", input: set, options: { clientToken: null }, expect: UUID_4 },
  {
    name: "given, and in the options",
    input: { ...set, clientToken: "mine" },
    options: { clientToken: "theirs" },
    expect: "mine",
  },
  {
    name: "empty, and in the options",
    input: { ...set, clientToken: "" },
    options: { clientToken: "theirs" },
    expect: "",
  },
  {
    name: "in the options, beside a context",
    input: set,
    options: { clientToken: "theirs", region: "us-east-1" },
    expect: "theirs",
  },
  { name: "of a draft", input: { ...set, regions: {} }, errors: ["/regions too_few"], expect: UUID_4 },
  {
    name: "of a draft, in the options",
    input: { regions: {} },
    errors: ["/regions too_few"],
    options: { clientToken: "theirs" },
    expect: "theirs",
  },
  {
    name: "too long in the options",
    input: set,
    options: { clientToken: "x".repeat(129) },
    errors: ["/clientToken too_long"],
    expect: "x".repeat(129),
  },
  {
    name: "too long in the options of a draft",
    input: { regions: {} },
    options: { clientToken: "x".repeat(129) },
    errors: ["/clientToken too_long", "/regions too_few"],
    expect: "x".repeat(129),
  },
  {
    name: "too long in the options, where that is fine",
    input: set,
    options: { clientToken: "x".repeat(129), rules: { too_long: "off" } },
    expect: "x".repeat(129),
  },
];

test("tokens are filled in where they are absent", () => {
  forEach(
    tokens,
    ({ name }) => name,
    ({ input, options, expect, errors = [] }) => {
      const before = structuredClone(input);
      const built = createReplicationSet.build(Object.freeze(input), options);
      assert.deepEqual(errorsOf(built), errors);
      const others = built.issues.filter((issue) => !isError(issue) && issue.code !== "weak_token");
      assert.deepEqual(others, []);
      const { clientToken } = (built.request ?? built.draft).input;
      if (expect instanceof RegExp) assert.match(clientToken, expect);
      else assert.equal(clientToken, expect);
      assert.deepEqual(input, before);
    },
  );
});

test("tokens are random, with and without crypto.randomUUID", () => {
  const token = () => createReplicationSet.build(set).request.input.clientToken;
  const distinct = () => new Set(Array.from({ length: 100 }, token));
  assert.equal(distinct().size, 100);
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  try {
    const without = distinct();
    assert.equal(without.size, 100);
    forEach(without, String, (each) => assert.match(each, UUID_4));
  } finally {
    delete crypto.randomUUID;
  }
});

test("operations without a token get none", () => {
  for (const operation of operations.filter((each) => each !== createReplicationSet)) {
    const request = passing[operation.name];
    const built = operation.build(request, { clientToken: "theirs" });
    assert.deepEqual(built.request.input, request);
    assert.deepEqual(built.issues, []);
  }
});

test("what is built holds what was given", () => {
  forEach(
    verdictVectors(),
    ({ id }) => id,
    ({ operation, request }) => {
      const clientToken = "0f8fad5b-d9cb-469f-a165-70867728950e";
      const report = operation.validate(request);
      const built = operation.build(request, { clientToken });
      assert.equal(built.ok, report.ok);
      assert.deepEqual(built.issues, report.issues);
      assert.deepEqual(Object.keys(built).sort(), report.ok ? ["issues", "ok", "request"] : ["draft", "issues", "ok"]);
      const { input, operation: name } = built.request ?? built.draft;
      assert.equal(name, operation.name);
      const isObject = typeof request === "object" && request !== null && !Array.isArray(request);
      const withToken = operation === createReplicationSet && isObject ? { clientToken, ...request } : request;
      assert.deepEqual(input, withToken);
    },
  );
});

test("a draft has the forms of a request", () => {
  const rules = {
    wrong_type: "error",
    lockout_check_bypassed: "error",
    overwrites_secret: "error",
    unknown_region: "error",
  };
  const warned = [
    { operation: replicateKey, input: { ...passing.ReplicateKey, BypassPolicyLockoutSafetyCheck: true } },
    {
      operation: replicateSecretToRegions,
      input: { ...passing.ReplicateSecretToRegions, ForceOverwriteReplicaSecret: true },
    },
    { operation: createReplicationSet, input: { regions: { "eu-nowhere-1": {} }, clientToken: "mine" } },
    {
      operation: createReplicationConfiguration,
      input: { SourceFileSystemId: "fs-0123456789abcdef0", Destinations: [{ Region: "eu-nowhere-1" }] },
    },
  ];
  forEach(
    warned,
    ({ operation }) => operation.name,
    ({ operation, input }) => {
      const { request } = operation.build(input);
      const { ok, draft } = operation.build(input, { rules });
      assert.equal(ok, false);
      assert.deepEqual(Object.keys(draft), Object.keys(request));
      assert.deepEqual(draft.input, request.input);
      for (const options of [{ region: "us-east-1" }, { region: "eu-west-1", fips: true, dualStack: true }]) {
        assert.deepEqual(draft.toHttp(options), request.toHttp(options));
      }
    },
  );
});

const bareKey = { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" };

const places = [
  { name: "the Region of the primary", input: passing.ReplicateKey, url: "https://kms.us-east-1.amazonaws.com/" },
  {
    name: "a Region that was told wins",
    input: passing.ReplicateKey,
    options: { region: "us-west-2" },
    url: "https://kms.us-west-2.amazonaws.com/",
  },
  {
    name: "options that are null",
    input: passing.ReplicateKey,
    options: null,
    url: "https://kms.us-east-1.amazonaws.com/",
  },
  {
    name: "options that are undefined",
    input: passing.ReplicateKey,
    options: { region: undefined, endpoint: undefined, fips: undefined },
    url: "https://kms.us-east-1.amazonaws.com/",
  },
  {
    name: "an endpoint",
    options: { region: "us-east-1", endpoint: "http://localhost:4566" },
    url: "http://localhost:4566/",
    port: 4566,
  },
  {
    name: "an endpoint with a path",
    options: { region: "us-east-1", endpoint: "https://example.com/base/" },
    url: "https://example.com/base/",
  },
  {
    name: "the port that every https has",
    options: { region: "us-east-1", endpoint: "https://example.com:443" },
    url: "https://example.com/",
  },
  {
    name: "an address",
    options: { region: "us-east-1", endpoint: "http://[::1]:8080/x" },
    url: "http://[::1]:8080/x/",
    port: 8080,
  },
];

test("where requests go", () => {
  forEach(
    places,
    ({ name }) => name,
    ({ input = bareKey, options, url, port }) => {
      const http = replicateKey.build(input).request.toHttp(options);
      assert.equal(http.url, url);
      const parsed = new URL(url);
      assert.equal(http.port, port);
      assert.equal("port" in http, port !== undefined);
      assert.equal(http.hostname, parsed.hostname);
      assert.equal(http.protocol, parsed.protocol);
      assert.equal(http.path, parsed.pathname);
      assert.equal(http.headers.host, parsed.host);
      assert.deepEqual(http.signing, { service: "kms", region: options?.region ?? "us-east-1" });
    },
  );
});

const efs = passing.CreateReplicationConfiguration;

const refusals = [
  { code: "missing_region", options: [undefined, null, {}, { fips: true }, { endpoint: "http://localhost:4566" }] },
  {
    code: "invalid_region",
    options: ["", "us east 1", "-x", "x-", "a.b", "us-east-1/", "é", "x".repeat(64), "\n"].map((region) => ({
      region,
    })),
  },
  {
    code: "invalid_endpoint",
    options: [
      "",
      "localhost",
      "ftp://localhost",
      "http://",
      "http://a b",
      "http://user@host",
      "http://x/?y",
      "http://x/#y",
      "http://x:99999",
      "http://x:y",
      "http://[x]",
      "http://x/../y",
      "http://x/a\\b",
    ].map((endpoint) => ({ region: "us-east-1", endpoint })),
  },
  {
    code: "endpoint_with_variant",
    options: [{ fips: true }, { dualStack: true }].map((flags) => ({
      region: "us-east-1",
      endpoint: "http://x",
      ...flags,
    })),
  },
  {
    code: "invalid_options",
    options: [
      5,
      "us-east-1",
      [],
      ["us-east-1"],
      new Map(),
      { region: 5 },
      { fips: "yes" },
      { fips: 1 },
      { regoin: "us-east-1" },
      { endpoint: {} },
      5n,
      Symbol("x"),
      () => ({}),
    ],
  },
  {
    code: "missing_path_member",
    operation: createReplicationConfiguration,
    inputs: [
      {},
      { ...efs, SourceFileSystemId: "" },
      { ...efs, SourceFileSystemId: 5 },
      { ...efs, SourceFileSystemId: null },
      [],
      "x",
      null,
    ],
    options: [{ region: "us-east-1" }],
  },
];

test("why there is no HTTP form", () => {
  const cases = refusals.flatMap(({ code, operation = replicateKey, inputs = [bareKey], options }) =>
    inputs.flatMap((input) => options.map((each) => ({ code, operation, input, options: each }))),
  );
  forEach(
    cases,
    ({ code, input, options }) =>
      `${code} of ${JSON.stringify(input)} with ${String(options && typeof options === "object" ? JSON.stringify(options) : options?.toString())}`,
    ({ code, operation, input, options }) => {
      const built = operation.build(input);
      const check = (error) => {
        assert.ok(error instanceof RequestError && error instanceof Error);
        assert.equal(error.name, "RequestError");
        assert.equal(error.code, code);
        assert.ok(error.message.length > 20 && error.message.length < 400, error.message);
        return true;
      };
      assert.throws(() => (built.request ?? built.draft).toHttp(options), check);
    },
  );
});
