// Requests as infrastructure as code, read by HashiCorp's own parser, by cfn-lint and by PyYAML.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "@cdktf/hcl2json";
import { forEach, operationNamed } from "../node/support.mjs";
import { nameOf, requests } from "./requests.mjs";
import { partitions, python } from "./support.mjs";

const all = [...requests(await partitions())].map(({ operation, input, to }) => {
  const { request } = operationNamed(operation).build(input);
  const region = { region: to.region };
  return {
    name: nameOf({ operation, to }),
    terraform: request.toTerraform(region),
    yaml: request.toCloudFormation(region),
    json: request.toCloudFormation({ ...region, format: "json" }),
  };
});
const nameOfCase = ({ name }) => name;

/** A string of ours as Terraform evaluates it, in the form of Unicode into which it brings all strings. */
const evaluated = (text) =>
  text
    .replace(/\$\{"([$%]+)"\}\{|([$%])\2\{/g, (_, signs, sign) => `${signs ?? sign}{`)
    .normalize("NFC");

/** A string of HashiCorp's parser, which doubles the sign of each template that is none. */
const literal = (text) => text.replace(/([$%])\1\{/g, "$1{");

/** A value with its strings and names in another form; what stands alone in a list stands for it. */
function mapped(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.length === 1 ? mapped(value[0], change) : value.map((item) => mapped(item, change));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [change(name), mapped(item, change)]);
  return Object.fromEntries(entries.filter(([, item]) => !Array.isArray(item) || item.length > 0));
}

const READ_AS_IS = /^\$\{(data\.aws_kms_key\.primary\.arn|aws_secretsmanager_secret\.primary)\}$/;

/** What HashiCorp's parser reads, in the form of our JSON. */
async function parsed(text) {
  const read = mapped(await parse("main.tf", text), (found) => found.match(READ_AS_IS)?.[1] ?? literal(found));
  const key = read.resource.aws_kms_replica_key?.replica;
  const document = key?.policy?.match(/^\$?\$\{jsonencode\((.*)\)\}$/s)?.[1];
  if (document) key.policy = mapped((await parse("policy.tf", `policy = ${document}`)).policy, literal);
  return { read, writtenOut: document !== undefined };
}

test("HashiCorp's parser reads the same from HCL as from Terraform's JSON", async () => {
  assert.ok(all.length >= 800, String(all.length));
  const read = await Promise.all(all.map(async (each) => ({ ...each, ...(await parsed(each.terraform.text)) })));
  forEach(read, nameOfCase, ({ terraform, read, writtenOut }) => {
    const ours = mapped(terraform.json, (found) => found.match(READ_AS_IS)?.[1] ?? evaluated(found));
    const key = ours.resource.aws_kms_replica_key?.replica;
    if (writtenOut) key.policy = mapped(JSON.parse(key.policy), (text) => text);
    assert.deepEqual(read, ours);
    const changes = JSON.stringify(terraform.json) !== JSON.stringify(terraform.json).normalize("NFC");
    const told = terraform.issues.some(({ params }) => params.requirement === "normalized_text");
    assert.ok(told || !changes, "a string is changed");
  });
  assert.ok(read.some(({ writtenOut }) => writtenOut));
});

/** What cfn-lint says of its own accord, and no type does. */
const ASSUMED = [
  // Of a string with what would be a variable of Fn::Sub, that the function was forgotten.
  ({ rule }) => rule === "E1029",
  // Of a tag's key, that it is one line: its pattern has a dot.
  ({ rule, message }) => rule === "E3024" && message.includes("\\n") && message.endsWith("'^(?!aws:).+$'"),
];

/** What of a request a property is about. */
const TOLD = {
  Tags: /^\/tags\//i,
  KmsKeyId: /KmsKeyId$/,
  SseKmsKeyId: /sseKmsKeyId$/,
  Name: /^\/SecretId$/,
};

const linted = await lint(all.flatMap(({ name, yaml, json }) => [
  { name, ...yaml },
  { name: `${name} in JSON`, ...json },
  ...(yaml.import ? [{ name: `${name}, import`, issues: yaml.issues, ...yaml.import }] : []),
]));

async function lint(templates) {
  const lines = templates.map(({ text }) => `${JSON.stringify({ text })}\n`).join("");
  const program = fileURLToPath(new URL("cfn_lint_templates.py", import.meta.url));
  const answers = (await python([program], lines)).trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(answers.length, templates.length);
  return templates.map((template, index) => ({ ...template, answer: answers[index] }));
}

test("cfn-lint and PyYAML read what the template says", () => {
  forEach(linted, nameOfCase, ({ template, answer }) => {
    assert.deepEqual(answer.template, template);
    assert.deepEqual(answer.yaml, template);
  });
});

test("cfn-lint finds nothing but what is told", () => {
  forEach(linted, nameOfCase, ({ answer, issues }) => {
    const told = issues.filter(({ code }) => code === "form_requirement").map(({ pointer }) => pointer);
    const untold = answer.problems.filter((problem) => {
      const about = problem.path.map((step) => TOLD[step]).find(Boolean);
      return !ASSUMED.some((isAssumed) => isAssumed(problem)) && !told.some((pointer) => about?.test(pointer));
    });
    assert.deepEqual(untold, []);
  });
  const problems = linted.flatMap(({ answer }) => answer.problems);
  for (const isAssumed of ASSUMED) assert.ok(problems.some(isAssumed), String(isAssumed));
});
