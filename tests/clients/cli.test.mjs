// Commands of the AWS CLI, run by a real shell, held against the requests over HTTP.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { delimiter, dirname } from "node:path";
import { after, test } from "node:test";
import { buffer } from "node:stream/consumers";
import { fromCli } from "xregion";
import { Chance } from "./chance.mjs";
import { forEach, operationNamed } from "../node/support.mjs";
import { nameOf, requests } from "./requests.mjs";
import { credentials, partitions, python } from "./support.mjs";
import { nasty } from "./texts.mjs";

const clientToken = "00000000-0000-4000-8000-000000000000";

// Each command is known to the server by the path of its endpoint.
const received = new Map();
const server = createServer(async (request, response) => {
  const body = await buffer(request);
  const [, index, path] = /^\/(\d+)(.*)$/s.exec(request.url);
  const { authorization } = request.headers;
  received.set(index, { method: request.method, path: path || "/", body: body.toString(), authorization });
  response.end("{}");
}).listen(0, "127.0.0.1");
await once(server, "listening");
after(() => server.close());

const environment = {
  PATH: [dirname(process.env.XREGION_CLIENTS_PYTHON ?? ""), process.env.PATH].join(delimiter),
  HOME: "/nonexistent",
  LC_ALL: "C.UTF-8",
  AWS_CONFIG_FILE: process.env.AWS_CONFIG_FILE,
  AWS_SHARED_CREDENTIALS_FILE: process.env.AWS_SHARED_CREDENTIALS_FILE,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_MAX_ATTEMPTS: "1",
  AWS_PAGER: "",
};

/** What arrives when a shell runs a command, given to it as a script: an argument may be too long for the system. */
async function sent(text, index) {
  const endpoint = `http://127.0.0.1:${server.address().port}/${index}`;
  const child = execFile("sh", { env: { ...environment, AWS_ENDPOINT_URL: endpoint } });
  let complaints = "";
  child.stderr.on("data", (data) => (complaints += data));
  child.stdin.end(`${text}\n`);
  await once(child, "close");
  const request = received.get(String(index));
  assert.ok(request, `${complaints}\n${text}`);
  assert.equal(complaints, "");
  return request;
}

let count = 0;

/** A request beside what is sent by its command. */
async function inPair({ operation, input, to, style }) {
  const { request } = operationNamed(operation).build(input, { clientToken });
  const { text, issues } = request.toCli({ region: to.region, style });
  const http = request.toHttp(to);
  return { operation, to, style, text, issues, http, sent: await sent(text, count++) };
}

/** As many at a time as a small machine can run. */
async function allOf(cases) {
  const left = cases.entries();
  const pairs = [];
  const work = async () => {
    for (const [index, each] of left) pairs[index] = await inPair(each);
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return pairs;
}

const title = (pair) => `${nameOf(pair)} ${pair.style ?? ""}: ${pair.text.slice(0, 300)}`;

function assertSame(pairs) {
  forEach(pairs, title, ({ http, sent }) => {
    assert.equal(sent.method, http.method);
    assert.equal(decodeURIComponent(sent.path), decodeURIComponent(http.path));
    assert.deepEqual(JSON.parse(sent.body), JSON.parse(http.body));
    assert.ok(sent.authorization.includes(`/${http.signing.region}/${http.signing.service}/aws4_request`), sent.authorization);
  });
}

const styles = ["shorthand", "json"];
const inBothStyles = (cases) => cases.flatMap((each) => styles.map((style) => ({ ...each, style })));

// Some, of each operation and for all sorts of Regions, whose names are no endpoints of one's own.
const all = [...requests(await partitions())].filter(({ to }) => to.endpoint === undefined);
const some = all.filter((_, index) => index % 14 === 0);

test("commands send the requests", { timeout: 600_000 }, async () => {
  assert.ok(some.length > 50, String(some.length));
  assertSame(await allOf(inBothStyles(some)));
});

test("commands send every nasty text", { timeout: 600_000 }, async () => {
  const to = { region: "us-east-1" };
  const key = { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" };
  const cases = nasty.map((text) => ({
    operation: "ReplicateKey",
    to,
    style: "shorthand",
    input: { ...key, Description: text, Tags: [{ TagKey: `${text}.`, TagValue: text }] },
  }));
  assertSame(await allOf(cases));
});

test("a command sends what no argument can hold", { timeout: 60_000 }, async () => {
  const Statement = [{ Sid: "é".repeat(131_000), Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }];
  const input = {
    KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab",
    ReplicaRegion: "eu-west-1",
    Policy: JSON.stringify({ Version: "2012-10-17", Statement }),
  };
  const { request, draft } = operationNamed("ReplicateKey").build(input, { region: "us-east-1" });
  const { text, issues } = (request ?? draft).toCli({ region: "us-east-1" });
  assert.deepEqual(issues.map(({ code }) => code), ["form_requirement"]);
  const { body } = await sent(text, count++);
  assert.deepEqual(JSON.parse(body), input);
});

// As people write them.
const key = "aws kms replicate-key --region us-east-1 --key-id mrk-1 --replica-region eu-west-1";
const commands = [
  `${key} --tags TagKey=a,TagValue=b 'TagKey=c d, TagValue = e '`,
  `${key} --tags '{"TagKey":"a","TagValue":"b"}' '{"TagKey":"c","TagValue":"d"}' --byp`,
  `${key} --tags '[{"TagKey":"a","TagValue":"b"}]' --no-bypass-policy-lockout-safety-check --desc=-x`,
  String.raw`${key} --tags "TagKey='it\'s',TagValue=\"x,y\"" TagKey=e,TagValue=f\\,g`,
  `${key} --tags --description '- a' --replica-region us-west-2`,
  `${key} --description '-a=b c' '--policy=--a=b c'`,
  `${key} --description '--colour=red and blue' --tags '--desc=a b'`,
  `${key} --cli-input-json '{"KeyId":"other","Description":"a","Tags":[]}'`,
  `aws --reg=us-east-1 kms replicate-key --key a --rep b --outp json`,
  String.raw`${key} --description "a\"b\\c\d" # as it was`,
  `${key} --description -1 --policy '{\n  "Version": "2012-10-17"\n}'`,
  `aws secretsmanager replicate-secret-to-regions --region us-east-1 --secret-id=s \\
     --add-replica-regions Region=a,KmsKeyId= Region=b --force`,
  `aws efs create-replication-configuration --region us-east-1 --source-file-system-id fs-1 \\
     --destinations Region=us-west-2,KmsKeyId=alias/a,RoleArn=arn:aws:iam::111122223333:role/a`,
  `aws ssm-incidents create-replication-set --region us-east-1 --client-token t \\
     --regions us-east-1={sseKmsKeyId=arn:aws:kms:us-east-1:111122223333:key/a},us-west-2={} --tags 'a="b c",d=e f,g='`,
];

test("commands say to the CLI what is read here", { timeout: 60_000 }, async () => {
  const pairs = [];
  for (const text of commands) pairs.push({ text, read: fromCli(text), sent: await sent(text, count++) });
  forEach(pairs, ({ text }) => text, ({ read, sent }) => {
    assert.deepEqual(read.issues, []);
    assert.deepEqual(read.context, { region: "us-east-1" });
    const { request, draft } = operationNamed(read.operation).build(read.input);
    const { body } = (request ?? draft).toHttp(read.context);
    assert.deepEqual(JSON.parse(sent.body), JSON.parse(body));
  });
});

// Texts in which the CLI's short notation has a meaning for most characters.
const parts = [..."ab@=,:[]{}'\"\\ \t\u001c-é😀", "a=", "b=", "c=", ",a=", "@=", ",@=", "\\,", "\\'", '\\"'];
const READ = `
import json, sys
from awscli.shorthand import ShorthandParser, ShorthandParseError
for line in sys.stdin:
    try:
        print(json.dumps(ShorthandParser().parse(json.loads(line))))
    except ShorthandParseError:
        print("null")
`;

test("the short notation is read as the CLI reads it", { timeout: 60_000 }, async () => {
  const chance = new Chance("shorthand");
  const made = Array.from({ length: 6000 }, () =>
    Array.from({ length: chance.between(1, 9) }, () => chance.one(parts)).join(""),
  );
  const texts = made.map((text) => `a=${text}`);
  const lines = (await python(["-c", READ], texts.map((text) => `${JSON.stringify(text)}\n`).join(""))).trimEnd().split("\n");
  const pairs = texts.map((text, index) => ({ text, expected: JSON.parse(lines[index]) }));
  assert.ok(pairs.filter(({ expected }) => expected !== null).length > 1000);
  forEach(pairs, ({ text }) => text, ({ text, expected }) => {
    const quoted = `'${text.replaceAll("'", "'\\''")}'`;
    const { input } = fromCli(`aws ssm-incidents create-replication-set --tags ${quoted}`);
    assert.deepEqual(input.tags ?? null, expected);
  });
});
