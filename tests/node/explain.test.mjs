// What no client tells: suggestions, notes, and key policies by themselves.
import assert from "node:assert/strict";
import { test } from "node:test";

import { applySuggestion, checkKeyPolicy, replicateKey } from "xregion";

import { verdictVectors } from "./support.mjs";

const key = "mrk-1234abcd12ab34cd56ef1234567890ab";

test("a suggestion removes its issue and changes nothing of the input", () => {
  let followed = 0;
  for (const { id, operation, request } of verdictVectors()) {
    const before = structuredClone(request);
    for (const issue of operation.validate(request).issues) {
      if (!issue.suggestion) continue;
      const mended = applySuggestion(request, issue.suggestion);
      assert.deepEqual(request, before, id);
      const left = operation.validate(mended).issues;
      const stays = left.some(({ code, pointer }) => code === issue.code && pointer === issue.pointer);
      assert.ok(!stays, `${id}: ${issue.code} at ${issue.pointer} stays after ${JSON.stringify(issue.suggestion)}`);
      followed++;
    }
  }
  assert.ok(followed > 50, `only ${followed}`);
});

test("suggestions of each kind", () => {
  const table = [
    [{ KeyId: key, ReplicaRegion: "EU-WEST-1" }, "/ReplicaRegion", "Use eu-west-1", { KeyId: key, ReplicaRegion: "eu-west-1" }],
    [
      { KeyId: key, ReplicaRegion: "eu-west-1", Tag: [] },
      "/Tag",
      "Call it Tags",
      { KeyId: key, ReplicaRegion: "eu-west-1", Tags: [] },
    ],
    [{ KeyId: key, ReplicaRegion: "eu-west-1", Policy: "" }, "/Policy", "Leave it out", { KeyId: key, ReplicaRegion: "eu-west-1" }],
  ];
  for (const [input, pointer, title, mended] of table) {
    const { suggestion } = replicateKey.validate(input).issues.find((issue) => issue.pointer === pointer);
    assert.equal(suggestion.title, title);
    assert.deepEqual(applySuggestion(input, suggestion), mended);
  }
});

test("a suggestion whose place is gone changes nothing; keys of the prototype are ordinary", () => {
  const input = JSON.parse('{ "tags": { "__proto__": "kept" } }');
  assert.equal(applySuggestion(input, { pointer: "/regions/x", title: "" }), input);
  assert.equal(applySuggestion(5, { pointer: "/a", title: "" }), 5);
  const renamed = applySuggestion(input, { from: "/tags", pointer: "/Tags", title: "" });
  assert.deepEqual(Object.keys(renamed.Tags), ["__proto__"]);
  assert.deepEqual(Object.keys(applySuggestion(input, { pointer: "/tags/__proto__", title: "" }).tags), []);
});

test("no suggestion takes the name of another entry", () => {
  const input = { "us-west-2a": 1, "us-west-2": 2 };
  assert.deepEqual(applySuggestion(input, { from: "/us-west-2a", pointer: "/us-west-2", title: "" }), input);
});

test("a request with errors gets no permissions, whatever is made of the rules", () => {
  const rules = { missing_required: "off", pattern_mismatch: "off", not_multi_region: "off" };
  for (const input of [{}, { KeyId: "*", ReplicaRegion: "eu-west-1" }]) {
    assert.deepEqual(replicateKey.notes(input, { rules }).policy.Statement, []);
  }
});

test("a key policy by itself, with the place of each finding", () => {
  const policy = '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow" }\n  ]\n}';
  const [issue] = checkKeyPolicy(policy);
  assert.equal(issue.code, "invalid_policy");
  assert.deepEqual(issue.within, { pointer: "/Statement/0", line: 4, column: 5 });
  assert.equal(checkKeyPolicy(5)[0].code, "wrong_type");
  const forOthers = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/other" }, Action: "kms:*", Resource: "*" }],
  });
  assert.deepEqual(checkKeyPolicy(forOthers), []);
  assert.equal(checkKeyPolicy(forOthers, { callerArn: "arn:aws:iam::111122223333:role/mine" })[0].code, "policy_lockout");
});

test("notes, and the permissions as a policy to paste", () => {
  const { notes, policy } = replicateKey.notes({ KeyId: key, ReplicaRegion: "eu-west-1" }, { region: "us-east-1" });
  assert.ok(notes.some(({ kind, rule }) => kind === "repetition" && rule === "KMS-REPLICATEKEY-68"));
  assert.ok(notes.every(({ text, source }) => text.endsWith(".") && source.url.startsWith("https://")));
  assert.deepEqual(policy.Statement[0], {
    Sid: "ReplicateTheKey",
    Effect: "Allow",
    Action: "kms:ReplicateKey",
    Resource: `arn:aws:kms:us-east-1:*:key/${key}`,
  });
  for (const input of [undefined, null, 5n, new Date(), Proxy.revocable({}, {}).proxy]) {
    assert.ok(replicateKey.notes(input).notes.length > 0);
  }
});
