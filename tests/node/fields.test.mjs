// Fields by every pointer and path, holding and within whatever there is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplicationSet, replicateKey } from "xregion";
import {
  assertWorks,
  ends,
  members,
  ofWrongType,
  proxies,
  replica,
  simpleRoots,
  surrogates,
  thrower,
  wrongValues,
} from "./hostile.mjs";
import { assertSoundIssues, errorsOf, forEach, sorted } from "./support.mjs";

/** `expect` lists every error, of the replication of a key unless another operation is named. */
const fields = [
  { pointer: "", value: replica, expect: [] },
  { pointer: "", value: 5, expect: [" wrong_type"] },
  { pointer: [], value: {}, expect: ["/KeyId missing_required", "/ReplicaRegion missing_required"] },
  { pointer: "/KeyId", value: "alias/x", expect: ["/KeyId invalid_identifier"] },
  { pointer: "/KeyId", value: undefined, expect: ["/KeyId missing_required"] },
  { pointer: "/KeyId", value: null, expect: ["/KeyId wrong_type"] },
  { pointer: "/KeyId", value: "\ud800", expect: ["/KeyId invalid_unicode"] },
  { pointer: "/Description", value: undefined, expect: [] },
  { pointer: "/Tags", value: 5, expect: ["/Tags wrong_type"] },
  { pointer: "/Tags/0/TagKey", value: "", expect: ["/Tags/0/TagKey too_short"] },
  { pointer: "/Tags/4294967295/TagKey", value: "", expect: ["/Tags/4294967295/TagKey too_short"] },
  { pointer: ["Tags", 7, "TagKey"], value: "aws:x", expect: ["/Tags/7/TagKey reserved_prefix"] },
  { pointer: ["Tags", "7", "TagKey"], value: "aws:x", expect: ["/Tags/7/TagKey reserved_prefix"] },
  { pointer: "/Tags/0", value: {}, expect: ["/Tags/0/TagKey missing_required", "/Tags/0/TagValue missing_required"] },
  { pointer: "/Tags/0", value: { TagKey: "a", TagValue: "b", More: 1 }, expect: ["/Tags/0/More unknown_field"] },
  { operation: createReplicationSet, pointer: "/tags/a~1b~0c", value: "!", expect: ["/tags/a~1b~0c pattern_mismatch"] },
  {
    operation: createReplicationSet,
    pointer: ["tags", "a/b~c"],
    value: "!",
    expect: ["/tags/a~1b~0c pattern_mismatch"],
  },
  { operation: createReplicationSet, pointer: ["tags", "__proto__"], value: "x", expect: [] },
  { operation: createReplicationSet, pointer: ["tags", ""], value: "x", expect: ["/tags/ too_short"] },
  {
    operation: createReplicationSet,
    pointer: ["regions", "us-east-1", "sseKmsKeyId"],
    value: "arn:",
    expect: ["/regions/us-east-1/sseKmsKeyId invalid_identifier"],
  },
  ...[
    "/",
    "/keyid",
    "/KeyId/0",
    "/Tags/x",
    "/Tags/-1",
    "/Tags/+1",
    "/Tags/01",
    "/Tags/1e0",
    "/Tags/ 1",
    "/Tags/99999999999999999999",
    "/Tags/-",
    "/Tags/0/More",
    "/BypassPolicyLockoutSafetyCheck/0",
    "/__proto__",
    "/constructor",
    "/KeyId/",
  ].map((pointer) => ({ pointer, value: "x", expect: [`${pointer} unknown_field`] })),
  { pointer: "/Tags/-/TagKey", value: "x", expect: ["/Tags/- unknown_field"] },
  { pointer: "//KeyId", value: "x", expect: ["/ unknown_field"] },
];

test("fields", ends, () => {
  const name = ({ operation = replicateKey, pointer, value }) =>
    `${operation.name} ${JSON.stringify(pointer)} ${String(JSON.stringify(value))}`;
  forEach(fields, name, ({ operation = replicateKey, pointer, value, expect }) => {
    const issues = operation.validateField(pointer, value);
    assertSoundIssues(issues);
    assert.deepEqual(errorsOf({ issues }), sorted(expect));
    assertWorks(operation);
  });
});

test("whatever else points nowhere", ends, () => {
  const pointers = {
    ...ofWrongType,
    "an object": {},
    "a path that is no pointer": "KeyId",
    "a boxed pointer": new String("/KeyId"),
    "a symbol in a path": [Symbol("KeyId")],
    "null in a path": [null],
    "undefined in a path": [undefined],
    "what throws in a path": [{ toString: thrower }],
    "what is no string in a path": [{ toString: () => ({}) }],
    "an object without a prototype in a path": [Object.create(null)],
    "one half": "/\ud800",
    "one half in a path": ["\ud800"],
    "a path that throws": new Proxy(["KeyId"], { get: thrower }),
    "a map of its own": { map: () => ({ join: () => 5 }) },
    "a map that throws": { map: thrower },
    "10 MB": "/x".repeat(5_000_000),
    "a path of 100,000 steps": Array.from({ length: 100_000 }, () => "x"),
    "a path of nothing, 4,000 million times": Object.assign([], { length: 4e9 }),
  };
  forEach(
    Object.entries(pointers),
    ([name]) => name,
    ([, pointer]) => {
      const issues = replicateKey.validateField(pointer, "x", replica);
      assertSoundIssues(issues);
      assert.deepEqual(
        issues.map(({ code }) => code),
        ["unknown_field"],
      );
      assertWorks(replicateKey);
    },
  );
});

test("whatever stands in them or around them", ends, () => {
  const cases = [...wrongValues, ...simpleRoots, ...members, ...proxies, ...surrogates].filter(
    ({ operation }) => !operation,
  );
  forEach(
    cases,
    ({ name }) => name,
    ({ value }) => {
      for (const pointer of ["", "/KeyId", "/Tags", "/Tags/0", "/Tags/0/TagKey", "/Nowhere"]) {
        assertSoundIssues(replicateKey.validateField(pointer, value));
        assertSoundIssues(replicateKey.validateField(pointer, "x", value));
        assertSoundIssues(replicateKey.validateField(pointer, value, value));
      }
      assertWorks(replicateKey);
    },
  );
});
