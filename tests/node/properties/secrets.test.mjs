// Sensitive values are not repeated: in nothing that is said of a request, by whatever entrance it came.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { checkKeyPolicy, fromJson, loadHouseRules, validateJsonl } from "xregion";
import { localize } from "xregion/localize";
import german from "xregion/locales/de";
import { issuesOf, xregionResolver } from "xregion/react-hook-form";
import { InvalidRequestError, validateRequests } from "xregion/sdk-v3";
import { attempt } from "../../clients/sdk-v3.mjs";
import { operationNamed } from "../support.mjs";
import { assertShortened, assertUntold, jsonOf, longMark, mark, marked, saidOf } from "./marks.mjs";
import { ends, holds, holdsLater } from "./support.mjs";

const FORMS = ["toHttp", "toSdkV3", "toBoto3", "toCli", "toTerraform", "toCloudFormation"];

/** What a call gives, where it throws nothing. */
function resultOf(call) {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/** All that can be seen of an error. */
const seen = (error) => inspect(error, { depth: 8, showHidden: true, maxStringLength: Infinity, maxArrayLength: Infinity });

/** House rules that ask about all that they can ask about, and are broken. */
const house = loadHouseRules({
  name: "House",
  replicaRegions: { Where: { allowed: ["eu-nowhere-1"] } },
  regionPairs: { Pairs: { allowed: { "eu-nowhere-1": ["eu-nowhere-2"] } } },
  requiredTags: { Team: { keys: ["team", "absent"] } },
  tagKeys: { Keys: { pattern: "none" } },
  tagValues: { Values: { pattern: "none" } },
  customerKeys: { Customer: {} },
  keyAccounts: { Accounts: { allowed: ["999999999999"] } },
});

const contexts = [undefined, { region: "us-east-1", callerArn: "arn:aws:iam::111122223333:role/x" }, { house }];

/** The issues of every entrance that takes a value. */
function* ofValues(operation, input) {
  for (const context of contexts) {
    yield* operation.validate(input, context).issues;
    yield* operation.validateRows(operation.toRows(input), context).issues;
    for (const [name, member] of Object.entries(input)) {
      yield* operation.validateField(`/${name}`, member, undefined, context);
      yield* operation.validateField([name], member, input, context);
    }
  }
  yield* operation["~standard"].validate(input).issues ?? [];
  yield* operation.fromRows(operation.toRows(input)).issues;
  if (typeof input.Policy === "string") yield* checkKeyPolicy(input.Policy, contexts[1]);
}

/** The same of texts. What cannot be written as JSON has none. */
function* ofTexts(operation, text) {
  for (const each of [text, text.slice(0, -2), `${text}x`, text.replace(":", ":!"), text.replaceAll('"', "'")]) {
    yield* operation.validateJson(each).issues;
    yield* operation.fromJson(each).issues;
    yield* fromJson(each).issues;
    for (const { issues } of operation.validateJsonl(each)) yield* issues;
    for (const { issues } of validateJsonl(`{"operation":"${operation.name}","input":${each}}`)) yield* issues;
  }
}

/** The same of the forms of a request, with the errors where there is none. */
function* ofForms(operation, input) {
  const { issues, request, draft } = operation.build(input, contexts[1]);
  yield* issues;
  for (const form of FORMS) {
    for (const options of [{}, { region: "us-east-1" }, { region: "x" }, { shell: "cmd" }, 5]) {
      const one = request ?? draft;
      if (one) yield* resultOf(() => one[form](options))?.issues ?? [];
    }
  }
}

test("verdicts, fields, rows, lines and forms", ends, () => {
  let count = 0;
  holds(60, marked, ({ name, value, input }) => {
    const operation = operationNamed(name);
    const text = jsonOf(input);
    const issues = [...ofValues(operation, input), ...(text ? ofTexts(operation, text) : []), ...ofForms(operation, input)];
    const said = saidOf(issues);
    for (const each of said) assertUntold(each, value, "an issue");
    count += said.size;
  });
  assert.ok(count > 1000, String(count));
});

test("places are of keys alone", ends, () =>
  holds(200, mark, mark, (value, key) => {
    const inputs = {
      CreateReplicationSet: { regions: { x: {} }, clientToken: `${value}\0`, tags: { [key]: `${value}\0` } },
      ReplicateKey: { Description: [value], Tags: [{ TagKey: "", TagValue: `${value}\ud800` }], Policy: JSON.stringify({ Statement: [{ Sid: value }] }) },
    };
    for (const [name, input] of Object.entries(inputs)) {
      const { issues } = operationNamed(name).validate(input);
      assert.ok(issues.length > 1);
      assertUntold(JSON.stringify(issues), value, "an issue with its places");
    }
  }));

/** Requests that repeat a long text in every member that is not sensitive. */
const LONG = {
  CreateReplicationSet: (text) => ({ regions: { [text]: { sseKmsKeyId: text }, "us-east-1": { sseKmsKeyId: `arn:aws:kms:${text}:111122223333:key/x`, [text]: 1 } }, [text]: 1 }),
  ReplicateSecretToRegions: (text) => ({
    SecretId: `arn:aws:secretsmanager:us-east-1:111122223333:secret:${text}`,
    AddReplicaRegions: [{ Region: `us-east-1${text}`, KmsKeyId: `arn:aws:kms:${text}:111122223333:key/${text}`, [text]: 1 }, { Region: text }, { Region: text }],
  }),
  CreateReplicationConfiguration: (text) => ({ SourceFileSystemId: text, Destinations: [{ Region: text, AvailabilityZoneName: text, KmsKeyId: text, FileSystemId: text, RoleArn: text }] }),
  ReplicateKey: (text) => ({ KeyId: `arn:aws:kms:${text}:${text}:key/mrk-${text}`, ReplicaRegion: text, Tags: [{ TagKey: text, TagValue: "" }, { TagKey: text, [text]: 1 }] }),
};

test("of what is not sensitive no more than 64 characters are repeated", ends, () => {
  let count = 0;
  holds(40, longMark, (text) => {
    for (const [name, make] of Object.entries(LONG)) {
      const issues = contexts.flatMap((context) => operationNamed(name).validate(make(text), context).issues);
      for (const { message, params, suggestion } of issues) assertShortened(JSON.stringify([message, params, suggestion?.title]), text);
      count += issues.length;
    }
  });
  assert.ok(count > 800, String(count));
});

test("errors that are thrown", ends, () => {
  let count = 0;
  holds(40, marked, ({ name, value, input }) => {
    const { request, draft } = operationNamed(name).build(input);
    const one = request ?? draft;
    if (one === undefined) return;
    for (const form of FORMS) {
      for (const options of [undefined, { region: "x y" }, { endpoint: "no" }, { shell: "none" }, { [form]: 1 }, 5]) {
        try {
          one[form](options);
        } catch (error) {
          count += 1;
          assertUntold(seen(error), value, form);
        }
      }
    }
  });
  assert.ok(count > 200, String(count));
});

test("addresses and headers", ends, () =>
  holds(40, marked, ({ name, value, input }) => {
    const { request, draft } = operationNamed(name).build(input);
    const http = (request ?? draft)?.toHttp({ region: "us-east-1" });
    if (http) assertUntold(JSON.stringify({ ...http, body: "", issues: [] }), value, "the address");
  }));

test("forms of react-hook-form", ends, () =>
  holds(60, marked, ({ name, value, input }) => {
    const operation = operationNamed(name);
    const resolver = xregionResolver(operation);
    const { errors } = resolver(operation.toRows(input), undefined, { fields: {} });
    const said = issuesOf(errors);
    for (const each of saidOf([...said, ...resolver.warnings.getSnapshot()])) assertUntold(each, value, "an error of the form");
    assertUntold(textsOf(errors).join("\n"), value, "what the form shows");
  }));

/** What a form's errors show: all texts in them but the issues. Their names are places. */
const textsOf = ({ issues, ...error }) =>
  Object.values(error).flatMap((inner) => (typeof inner === "object" && inner !== null ? textsOf(inner) : [String(inner)]));

/** A text without the places that it names, the longest of them first: one can begin another. */
const withoutPointers = (text, issues) =>
  issues
    .map(({ pointer }) => pointer)
    .filter((pointer) => pointer !== "")
    .sort((one, another) => another.length - one.length)
    .reduce((rest, pointer) => rest.replaceAll(pointer, ""), text);

test("the middleware of the AWS SDK", ends, async () => {
  let refused = 0;
  await holdsLater(60, marked, async ({ name, value, input }) => {
    const warned = [];
    const { error } = await attempt(operationNamed(name), input, { plugins: [validateRequests({ onWarning: (issues) => void warned.push(...issues) })] });
    for (const each of saidOf(warned)) assertUntold(each, value, "a warning");
    if (!(error instanceof InvalidRequestError)) return;
    refused += 1;
    const { issues, message, stack, ...rest } = error;
    for (const each of saidOf(issues)) assertUntold(each, value, "an issue");
    for (const text of [message, stack]) assertUntold(withoutPointers(text, issues), value, "the error");
    assertUntold(seen(rest), value, "what the error holds");
  });
  assert.ok(refused > 20, String(refused));
});

test("nothing is written to the console", ends, () => {
  const written = [];
  const methods = Object.keys(console).filter((name) => typeof console[name] === "function");
  const before = methods.map((name) => [name, console[name]]);
  for (const name of methods) console[name] = (...given) => void written.push(given);
  try {
    holds(50, marked, ({ name, input }) => {
      const operation = operationNamed(name);
      for (const issue of [...ofValues(operation, input), ...ofForms(operation, input)]) localize(issue, german);
    });
  } finally {
    for (const [name, method] of before) console[name] = method;
  }
  assert.deepEqual(written, []);
});
