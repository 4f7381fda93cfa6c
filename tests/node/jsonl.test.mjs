// Requests in bulk: the same verdicts as one by one, whatever the lines come from and wherever they are cut.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { loadHouseRules, operations, replicateKey, validateJsonl } from "xregion";
import { instances, instancesMade } from "./instances.mjs";
import { assertSoundIssues, forEach, isError, operationNamed, ownVectors, passing, read, verdictVectors } from "./support.mjs";

const MB = 1_000_000;

const utf8 = new TextEncoder();
const json = JSON.stringify;

const vectors = JSON.parse(read("tests/vectors/jsonl.json")).map(({ text, operation, ...vector }) => ({
  ...vector,
  // One that is not of the text's own would be taken for a byte order mark by nobody.
  bytes: Buffer.concat(text.map((part) => Buffer.from(part))),
  ask: operation ? operationNamed(operation).validateJsonl : validateJsonl,
}));

/** Parts of a text, each as long as is said, the last one as long as it is. */
const parts = (bytes, size) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => Uint8Array.from(bytes.subarray(index * size, (index + 1) * size)));

async function* iterated(chunks) {
  yield* chunks;
}

/** A stream as browsers without iteration have it. */
const onlyReadable = (chunks) => ({ getReader: () => ReadableStream.from(chunks).getReader() });

/** What lines can come from. */
const sources = {
  bytes: (chunks) => Buffer.concat(chunks),
  "bytes of a larger buffer": (chunks) => {
    const bytes = Buffer.concat(chunks);
    const larger = new Uint8Array(bytes.length + 20).fill(10);
    larger.set(bytes, 9);
    return larger.subarray(9, 9 + bytes.length);
  },
  "a ReadableStream": (chunks) => ReadableStream.from(chunks),
  "a ReadableStream that cannot be iterated over": onlyReadable,
  "an AsyncIterable": iterated,
  "a Readable of Node": (chunks) => Readable.from(chunks),
  "chunks in a buffer that is used again": async function* (chunks) {
    const buffer = new Uint8Array(Math.max(...chunks.map(({ length }) => length), 0));
    for (const chunk of chunks) {
      buffer.set(chunk);
      yield buffer.subarray(0, chunk.length);
      buffer.fill(0x7b);
    }
  },
};

function found({ code, pointer, params, suggestion }) {
  const place = code === "invalid_json" ? ` ${params.line}:${params.column}` : "";
  const change = suggestion && (suggestion.from ? `move ${suggestion.from} to ` : "replace ") + suggestion.pointer;
  return `${pointer} ${code}${place}${change ? `, ${change}` : ""}`;
}

/** Everything that is told of lines. */
async function told(verdicts) {
  const lines = [];
  for await (const { line, ok, issues, ...rest } of verdicts) {
    assert.deepEqual(rest, {});
    assert.equal(ok, !issues.some(isError));
    assert.ok(issues.length > 0);
    assertSoundIssues(issues);
    lines.push([line, issues]);
  }
  return lines;
}

async function assertTold({ ask, context, bytes, lines, summary }, source, how) {
  const verdicts = ask(source, context);
  const all = await told(verdicts);
  assert.deepEqual(all.map(([line, issues]) => [line, issues.map(found)]), lines, how);
  assert.deepEqual(verdicts.summary, { ...summary, bytes: bytes.length }, how);
}

for (const vector of vectors) {
  test(`wherever it is cut: ${vector.name}`, async () => {
    const { bytes } = vector;
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      await assertTold(vector, iterated([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`);
    }
    for (const [name, source] of Object.entries(sources)) {
      for (const size of [1, 2, 3, 7, 64, 100_000]) await assertTold(vector, source(parts(bytes, size)), `${name} by ${size}`);
    }
  });
}

/** Every request that stands on one line, by its operation. */
const requestsOf = (operation) => {
  const others = verdictVectors().filter((vector) => vector.operation === operation);
  const ours = ownVectors(operation).map(({ text, context }) => ({ text, context }));
  const all = [...others.map(({ request }) => ({ text: json(request) })), ...ours];
  return all.filter(({ text }) => !text.includes("\n") && text.trim() !== "");
};

for (const operation of operations) {
  test(`every vector as a line: ${operation.name}`, () => {
    const requests = requestsOf(operation);
    const single = requests.map(({ text, context }) => operation.validateJson(text, context).issues);
    forEach(
      requests.map((request, index) => ({ ...request, issues: single[index] })),
      ({ text }) => text,
      ({ text, context, issues }) => {
        // A byte order mark is none after the first line.
        const [line, ...more] = operation.validateJsonl(`\n${text}\n`, context);
        assert.deepEqual(line?.issues ?? [], issues);
        assert.deepEqual(more, []);
      },
    );
    const together = requests.map((request, index) => ({ ...request, line: index + 1, issues: single[index] }));
    const plain = together.filter(({ context }) => context === undefined);
    assert.ok(plain.length > 100, String(plain.length));
    const lines = [...operation.validateJsonl(plain.map(({ text }) => text).join("\r\n"))];
    const expected = plain.map(({ issues }, index) => ({ line: index + 1, ok: !issues.some(isError), issues }));
    assert.deepEqual(lines, expected.filter(({ issues }) => issues.length > 0));
  });
}

test("a text and its bytes are the same", () => {
  const text = `\ufeff{"KeyId":"\ud800"}\n{}\n"\\\ud83d"`;
  const issues = [...replicateKey.validateJsonl(text)].map(({ issues }) => issues.map(({ pointer, code }) => `${pointer} ${code}`));
  assert.deepEqual(issues, [
    ["/KeyId invalid_unicode", "/ReplicaRegion missing_required"],
    ["/KeyId missing_required", "/ReplicaRegion missing_required"],
    [" invalid_json"],
  ]);
});

test("what is wrong with the context is said once, with the first line", () => {
  const verdicts = [...replicateKey.validateJsonl(`\n\n${json(passing.ReplicateKey)}\n{}\n`, { regoin: "x" })];
  assert.deepEqual(
    verdicts.map(({ line, ok, issues }) => [line, ok, issues.map(({ code }) => code)]),
    [[3, true, ["invalid_context"]], [4, false, ["missing_required", "missing_required"]]],
  );
});

test("house rules hold for every line", () => {
  const house = loadHouseRules({ name: "n", replicaRegions: { "Only Tokyo": { allowed: ["ap-northeast-1"] } } });
  const line = `${json(passing.ReplicateKey)}\n`;
  for (const [ask, text] of [
    [replicateKey.validateJsonl, line],
    [validateJsonl, `{"operation":"ReplicateKey","input":${line.trim()}}\n`],
  ]) {
    const rules = [...ask(text.repeat(2), { house })].map(({ issues }) => issues.map(({ rule }) => rule));
    assert.deepEqual(rules, [["Only Tokyo"], ["Only Tokyo"]]);
  }
});

test("calls between lines change nothing", () => {
  const lines = [];
  for (const { line } of replicateKey.validateJsonl("{}\n".repeat(5))) {
    assert.equal(replicateKey.validate(passing.ReplicateKey).ok, true);
    const inner = replicateKey.validateJsonl("\n\n{}");
    assert.deepEqual([...inner].map(({ line }) => line), [3]);
    lines.push(line);
  }
  assert.deepEqual(lines, [1, 2, 3, 4, 5]);
});

test("the summary is there while lines are asked for, and is what the iteration returns", () => {
  const verdicts = replicateKey.validateJsonl(`{}\n${json(passing.ReplicateKey)}`);
  const { summary } = verdicts;
  assert.deepEqual(summary, { lines: 0, valid: 0, invalid: 0, withWarnings: 0, bytes: 0 });
  assert.equal(verdicts.next().value.line, 1);
  assert.equal(summary.lines, 1);
  assert.deepEqual(verdicts.next(), { done: true, value: summary });
  assert.equal(summary.lines, 2);
});

/** A stream without end, and whether it was cancelled. */
function endless(chunk, { highWaterMark = 0 } = {}) {
  const state = { pulled: 0, cancelled: 0 };
  const stream = new ReadableStream(
    {
      pull(controller) {
        state.pulled += 1;
        controller.enqueue(utf8.encode(chunk));
      },
      cancel() {
        state.cancelled += 1;
      },
    },
    { highWaterMark },
  );
  return { stream, state };
}

test("who stops early cancels the stream, and reads no more of it", async () => {
  for (const wrapped of [(stream) => stream, (stream) => ({ getReader: () => stream.getReader() })]) {
    const { stream, state } = endless("{}\n{}\n");
    for await (const { line } of replicateKey.validateJsonl(wrapped(stream))) if (line === 3) break;
    assert.deepEqual(state, { pulled: 2, cancelled: 1 });
    assert.equal(stream.locked, false);
  }
  let closed = 0;
  const chunks = async function* () {
    try {
      for (;;) yield utf8.encode("{}\n");
    } finally {
      closed += 1;
    }
  };
  for await (const { line } of replicateKey.validateJsonl(chunks())) if (line === 3) break;
  assert.equal(closed, 1);
});

test("what a stream throws comes after the lines before it", async () => {
  const error = new Error("torn");
  const torn = async function* () {
    yield utf8.encode("{}\n{}");
    throw error;
  };
  for (const source of [torn(), ReadableStream.from(torn()), onlyReadable(torn())]) {
    const lines = [];
    const verdicts = replicateKey.validateJsonl(source);
    await assert.rejects(async () => {
      for await (const { line } of verdicts) lines.push(line);
    }, error);
    assert.deepEqual(lines, [1], "the second line did not come to its end");
    assert.equal(verdicts.summary.lines, 1);
  }
});

test("what is no source is refused at once, what is no chunk when it comes", async () => {
  const hostile = new Proxy({}, { get() { throw new RangeError("no"); } });
  for (const source of [undefined, null, 5, {}, ["{}"], [utf8.encode("{}")], new ArrayBuffer(2), new Uint16Array(2), new Blob(["{}"])]) {
    assert.throws(() => validateJsonl(source), TypeError);
    assert.throws(() => replicateKey.validateJsonl(source), /takes a string, a Uint8Array, or a ReadableStream/);
  }
  assert.throws(() => validateJsonl(hostile), RangeError);
  for (const chunk of ["{}\n", null, new ArrayBuffer(2), [1]]) {
    const { stream, state } = endless("{}\n");
    const chunks = async function* () {
      yield* stream.values();
    };
    const mixed = async function* () {
      for await (const bytes of chunks()) {
        yield bytes;
        yield chunk;
      }
    };
    const lines = [];
    await assert.rejects(async () => {
      for await (const { line } of replicateKey.validateJsonl(mixed())) lines.push(line);
    }, TypeError);
    assert.deepEqual([lines, state.cancelled], [[1], 1]);
  }
});

test("a line of more than 64 MiB is passed over", async () => {
  const space = new Uint8Array(2 ** 20).fill(32);
  for (const [count, expected] of [[64, ["missing_required", "missing_required"]], [65, ["quota_exceeded"]], [130, ["quota_exceeded"]]]) {
    const chunks = async function* () {
      yield utf8.encode("{}\n");
      for (let index = 1; index < count; index += 1) yield space;
      yield space.subarray(2);
      yield utf8.encode("{}\n{}");
    };
    const lines = await told(replicateKey.validateJsonl(chunks()));
    assert.deepEqual(lines.map(([line, issues]) => [line, issues.map(({ code }) => code)])[1], [2, expected]);
    assert.deepEqual(lines.map(([line]) => line), [1, 2, 3]);
    const [{ params }] = lines[1][1];
    if (count > 64) assert.deepEqual(params, { max: 2 ** 26, actual: count * 2 ** 20 });
  }
});

test("200 MB need no more memory than the first of them", async () => {
  const valid = `${json(passing.ReplicateKey)}\n`;
  const chunk = utf8.encode(valid.repeat(Math.floor(MB / valid.length)) + "{}\n");
  let most = 0;
  let made;
  const chunks = async function* () {
    for (let count = 0; count < 200 * MB; count += chunk.length) {
      if (count / chunk.length % 50 === 10) {
        const left = await instances();
        assert.ok(left.every(({ bytes }) => bytes < 4 * MB), json(left));
        most = Math.max(most, process.memoryUsage().heapUsed);
        made ??= { instances: instancesMade(), heap: most };
      }
      yield chunk;
    }
  };
  const verdicts = replicateKey.validateJsonl(chunks());
  let told = 0;
  for await (const { ok } of verdicts) told += ok ? 0 : 1;
  assert.equal(verdicts.summary.invalid, told);
  assert.ok(told >= 200 && verdicts.summary.bytes >= 200 * MB);
  assert.equal(instancesMade(), made.instances);
  assert.ok(most < made.heap + 5 * MB, `${most} instead of ${made.heap}`);
});

test("lines that all have issues are told in bounded parts", async () => {
  const before = instancesMade();
  const verdicts = replicateKey.validateJsonl(new Uint8Array(2 * MB).fill(10).map((byte, index) => (index % 2 ? byte : 0x78)));
  let count = 0;
  for (const { line, issues } of verdicts) {
    count += 1;
    if (line !== count || issues[0].code !== "invalid_json") assert.fail(json([line, issues]));
  }
  assert.equal(count, MB);
  assert.ok(instancesMade() - before <= 1, "an instance was given up");
  assert.ok((await instances()).every(({ bytes }) => bytes < 8 * MB));
});
