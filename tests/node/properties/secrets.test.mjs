// Sensitive values are not repeated: in nothing that is said of a request, by whatever entrance it came.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import fc from "fast-check";
import { checkKeyPolicy, fromCli, fromJson, loadHouseRules, operations, validateJsonl } from "xregion";
import { localize } from "xregion/localize";
import german from "xregion/locales/de";
import { issuesOf, xregionResolver } from "xregion/react-hook-form";
import { InvalidRequestError, validateRequests } from "xregion/sdk-v3";
import { attempt } from "../../clients/sdk-v3.mjs";
import { operationNamed } from "../support.mjs";
import { assertUntold, mark, marked, withoutPlaces } from "./marks.mjs";
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

/** What is said of issues, in English and in another language, each once. */
const saidOf = (issues) => new Set(issues.flatMap((issue) => [issue, localize(issue, german)]).map((issue) => JSON.stringify(withoutPlaces(issue))));

test("verdicts, fields, rows, lines and forms", ends, () => {
  let count = 0;
  holds(60, marked, ({ name, value, input }) => {
    const operation = operationNamed(name);
    const text = resultOf(() => JSON.stringify(input));
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

/** Texts of services that repeat a value. */
const COMPLAINTS = [
  (value) => `1 validation error detected: Value '${value}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 8192`,
  (value) => `2 validation errors detected: Value '${value}' at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: x; Value '${value}' at 'tags.1.member.tagValue' failed to satisfy constraint: Member must not be null`,
  (value) => `1 validation error detected: Value at 'description' failed to satisfy constraint '${value}'`,
  (value) => `The policy contains ${value}`,
  (value) => `Tag value "${value}" is not valid`,
  (value) => JSON.stringify({ __type: "ValidationException", message: value, Message: value }),
  (value) => `An error occurred (TagException) when calling the ReplicateKey operation: ${value}`,
  (value) => value,
];

test("errors of services", ends, () => {
  const names = operations.flatMap(({ errors }) => errors.map(({ name }) => name));
  holds(400, mark, fc.constantFrom(...COMPLAINTS), fc.constantFrom(...names), fc.constantFrom(...operations.map(({ name }) => name)), (value, make, error, name) => {
    const message = make(value);
    const body = JSON.stringify({ __type: error, message });
    const forms = [new Error(message), Object.assign(new Error(message), { name: error }), message, { name: error, message }, { status: 400, headers: {}, body }, body];
    for (const each of forms) assertUntold(JSON.stringify(operationNamed(name).explainError(each)), value, "the explanation");
  });
});

/** Commands in which a value stands that cannot be read, or should not be so. */
const COMMANDS = [
  (value) => `--description '${value}`,
  (value) => `--description "$(cat ${value})" --policy $${value} --tags TagKey=a,TagValue=\`${value}\``,
  (value) => `--description ${value}* --policy file://${value} --tags '[{"TagKey":"a","TagValue":"${value}"'`,
  (value) => `--tags ${value} ${value} --policy='${value}' --description ${value} ${value}`,
  (value) => `--cli-input-json '{"Description":"${value}","Policy":${value}}' --cli-input-yaml 'Description: ${value}'`,
  (value) => `--description x <<EOF > /tmp/${value}\n${value}\nEOF`,
  (value) => `--description $'\\xff${value}' && echo ${value} | aws kms encrypt --plaintext ${value}`,
  (value) => `--bypass-policy-lockout-safety-check ${value} --no-bypass-policy-lockout-safety-check=${value}`,
  (value) => `--key-id a --region ${value} --profile ${value} --endpoint-url https://${value} --query ${value}`,
];

test("commands that are read", ends, () =>
  holds(300, mark, fc.constantFrom(...COMMANDS), fc.constantFrom(undefined, "posix", "powershell", "cmd"), (value, make, shell) => {
    for (const start of ["aws kms replicate-key", "aws ssm-incidents create-replication-set --client-token", "$ aws kms replicate-key"]) {
      const { issues } = fromCli(`${start} ${make(value)}`, { shell });
      for (const each of saidOf(issues)) assertUntold(each, value, "what was not read");
    }
  }));

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

test("the program", ends, () => {
  // Where it names places to people, these hold no mark: tags of other requests have marks for keys.
  const requests = fc.sample(marked, { seed: 7, numRuns: 100 }).flatMap(({ name, value, input }) => {
    const text = resultOf(() => JSON.stringify(input));
    return name !== "ReplicateKey" || text === undefined ? [] : [{ value, text }, { value, text: text.slice(0, -3) }];
  });
  const stdin = requests.map(({ text }) => text).join("\n");
  const program = fileURLToPath(import.meta.resolve("xregion/package.json").replace("package.json", "bin/xregion.mjs"));
  for (const format of ["text", "json"]) {
    const given = [program, "check", "--operation", "ReplicateKey", "--format", format];
    const { stdout, stderr, status } = spawnSync(process.execPath, given, { input: stdin, encoding: "utf8", maxBuffer: 2 ** 28 });
    assert.equal(status, 1, stderr);
    const lines = stdout.split("\n").filter((line) => line !== "");
    assert.ok(lines.length > 50, String(lines.length));
    const told = format === "text" ? lines : lines.flatMap((line) => JSON.parse(line).issues.map((issue) => JSON.stringify(withoutPlaces(issue))));
    for (const { value } of requests) assertUntold(`${told.join("\n")}${stderr}`, value, format);
  }
});
