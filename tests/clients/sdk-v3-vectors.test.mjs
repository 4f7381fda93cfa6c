// Every request of the vectors, given to the real clients: the bad ones are not sent, the good ones are as they were.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations } from "xregion";
import { InvalidRequestError, validateRequests } from "xregion/sdk-v3";
import { errorsOf, finding, forEach, isError, ownVectors, read, sorted, verdictVectors } from "../node/support.mjs";
import { attempt } from "./sdk-v3.mjs";

/** Places to call from: the Regions that a request names, and one of each partition that no request names. */
function regionsFor(input) {
  const named = JSON.stringify(input).match(/\b[a-z]+(-[a-z]+)+-\d\b/g) ?? [];
  const partitions = ["us", "cn", "us-gov", "us-iso", "us-isob", "us-isof", "eu-isoe", "eusc-de"];
  return [...partitions.map((start) => `${start}-north-9`), ...new Set(named)];
}

/** A Region to call from: that of the context, or one in which nothing more is wrong with the request. */
function regionFor(operation, input, context) {
  return context?.region ?? regionsFor(input).find((region) => operation.validate(input, { ...context, region }).ok);
}

const vectors = verdictVectors();

/** The outcomes of all vectors, in their order. */
const outcomes = (vectors, outcomeOf) =>
  Promise.all(vectors.map(async (vector) => ({ ...vector, outcome: await outcomeOf(vector) })));

/** Checks that a request was refused for these reasons, before anything was done for it. */
function assertRefused({ error, sent, asked }, operation, reasons, reasonOf) {
  assert.ok(error instanceof InvalidRequestError, `it was sent, or failed otherwise: ${error}`);
  assert.equal(error.operation, operation.name);
  assert.deepEqual(sorted(error.issues.filter(isError).map(reasonOf)), sorted(reasons));
  assert.equal(sent.length, 0, "nothing is sent");
  assert.equal(asked, 0, "no credentials are looked for");
}

/** What a client sends, without what differs from one time to the next. */
function contentOf({ method, protocol, hostname, port, path, query, headers, body }, { clientToken }) {
  const { authorization, "amz-sdk-invocation-id": id, "x-amz-date": date, ...lasting } = headers;
  assert.ok(authorization && id && date, "it is signed");
  const content = JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body));
  if (clientToken === undefined) delete content.clientToken;
  delete lasting["content-length"];
  delete lasting["x-amz-content-sha256"];
  return { method, protocol, hostname, port, path, query, headers: lasting, content };
}

test("validate.jsonl: what has errors is refused, with all of them", async () => {
  const refusable = vectors.filter(({ expect }) => expect.length > 0);
  const attempts = await outcomes(refusable, ({ operation, request }) =>
    attempt(operation, request, { plugins: [validateRequests()] }),
  );
  forEach(
    attempts,
    ({ id }) => id,
    ({ operation, request, expect, outcome }) => {
      // The commands of the SDK make an empty input of none.
      const isNone = request === null;
      const reasons = isNone ? errorsOf(operation.validate({})) : expect.map(({ path, code }) => `${path} ${code}`);
      assertRefused(outcome, operation, reasons, ({ pointer, code }) => `${pointer} ${code}`);
    },
  );
});

test("validate.jsonl: what has no errors is sent as it is without the middleware", async () => {
  const passable = vectors.filter(({ expect }) => expect.length === 0);
  const attempts = await outcomes(passable, async ({ operation, request }) => {
    const region = regionFor(operation, request);
    const input = deeplyFrozen(structuredClone(request));
    const ways = [[validateRequests()], []].map((plugins) => attempt(operation, input, { region, plugins }));
    return { region, input, ways: await Promise.all(ways) };
  });
  forEach(
    attempts,
    ({ id }) => id,
    ({ request, outcome: { region, input, ways } }) => {
      assert.ok(region, "no Region to call from");
      const [judged, plain] = ways.map(({ error, sent }) => {
        assert.equal(error, undefined);
        assert.equal(sent.length, 1);
        return contentOf(sent[0], request);
      });
      assert.deepEqual(judged, plain);
      assert.deepEqual(input, request);
    },
  );
});

const deeplyFrozen = (value) => {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deeplyFrozen);
  return value;
};

for (const operation of operations) {
  const own = ownVectors(operation).filter(({ isJson, value }) => isJson && value !== null);

  test(`our own vectors of ${operation.name}, with their context as options`, async () => {
    const attempts = await outcomes(own, ({ value, context }) =>
      attempt(operation, value, {
        region: regionFor(operation, value, context),
        plugins: [validateRequests(context)],
      }),
    );
    forEach(
      attempts,
      ({ name }) => name,
      ({ expect, outcome }) => {
        if (expect.length > 0) assertRefused(outcome, operation, expect.map(finding), finding);
        else assert.equal(outcome.sent.length, 1, String(outcome.error));
      },
    );
  });

  test(`our own vectors of ${operation.name}, with their Region as the client's`, async () => {
    const attempts = await outcomes(
      own.filter(({ context }) => context?.region),
      ({ value, context: { region, ...context } }) =>
        attempt(operation, value, { region, plugins: [validateRequests(context)] }),
    );
    forEach(
      attempts,
      ({ name }) => name,
      ({ expect, outcome: { error, sent } }) => {
        assert.equal(sent.length, expect.length > 0 ? 0 : 1);
        assert.deepEqual(sorted((error?.issues ?? []).filter(isError).map(finding)), sorted(expect.map(finding)));
      },
    );
  });

  test(`what ${operation.name} is refused for without a Region, it is refused for in every Region`, () => {
    const inputs = [
      ...own.map(({ value, context }) => ({ value, context: { ...context, region: undefined } })),
      ...vectors.filter((vector) => vector.operation === operation).map(({ request }) => ({ value: request })),
    ];
    forEach(
      inputs.filter(({ value, context }) => !operation.validate(value, context).ok),
      ({ value }) => JSON.stringify(value).slice(0, 200),
      ({ value, context }) => {
        for (const region of regionsFor(value))
          assert.ok(!operation.validate(value, { ...context, region }).ok, region);
      },
    );
  });
}

test("every error that an input can show is among the vectors", () => {
  const [, union] = /export type ErrorCode =(.*?);/s.exec(read("pkg-template/operations.d.ts"));
  const codes = Array.from(union.matchAll(/^ {2}\| "(\w+)"/gm), ([, code]) => code);
  const elsewhere = ["another_operation", "house_rule", "invalid_json", "not_read", "service_refused"];
  const own = operations.flatMap((operation) => ownVectors(operation).filter(({ isJson }) => isJson));
  const shown = [...vectors, ...own].flatMap(({ expect }) => expect.map(({ code }) => code));
  assert.deepEqual(
    sorted(shown),
    sorted(codes).filter((code) => !elsewhere.includes(code)),
  );
});
