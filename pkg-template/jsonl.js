// Requests in bulk: one in JSON on each line, of whatever the lines come from.
//
// A part of the text goes into the module's memory with all lines that end in it, and what is left of it is kept here: an
// instance may be given up between two parts.
import { judges } from "./engine.js";
import { isError, issuesOf, readerOf } from "./issues.js";
import { optionsOf } from "./options.js";
import { isBytes, utf8 } from "./text.js";

/** The most bytes that go into the module at once, unless a line is longer. */
const PART = 2 ** 18;

/** As src/jsonl.rs has it. */
const LONGEST_LINE = 2 ** 26;
export { LONGEST_LINE };

/** What stands before a part, as src/wasm/lines.rs has it. */
const BEGINNING = 0;
const BLANK = 1;
const JUDGED = 2;
const WHOLE = 3;

/** Stands for no operation: then each line names its own. */
const NONE = 2 ** 32 - 1;

const LINE_FEED = 10;

/** The lines with issues, in their order. What is in memory is judged as it is asked for, a stream as it comes. */
export function validateJsonl(index, source, context) {
  const lines = linesOf(index, context);
  const bytes = typeof source === "string" ? utf8(source) : source;
  const told = isBytes(bytes) ? ofBytes(lines, bytes) : ofStream(lines, chunksOf(bytes));
  return Object.assign(told, { summary: lines.summary });
}

/** The issues of one request in bytes, which can have line feeds in it. */
export function issuesOfWhole(index = NONE, bytes, context) {
  const { text, hasHouseRules } = optionsOf(context);
  return issuesOf(judges(hasHouseRules).lines(index, WHOLE, text, undefined, undefined, bytes));
}

function* ofBytes(lines, bytes) {
  yield* lines.read(bytes);
  yield* lines.end();
  return lines.summary;
}

async function* ofStream(lines, chunks) {
  for await (const chunk of chunks) {
    if (!isBytes(chunk)) throw new TypeError("xregion: validateJsonl takes streams of bytes: a chunk is no Uint8Array");
    yield* lines.read(chunk);
  }
  yield* lines.end();
  return lines.summary;
}

function chunksOf(source) {
  if (typeof source?.[Symbol.asyncIterator] === "function") return source;
  if (typeof source?.getReader === "function") return ofReader(source);
  throw new TypeError(
    "xregion: validateJsonl takes a string, a Uint8Array, or a ReadableStream or another AsyncIterable of Uint8Arrays",
  );
}

// Not every browser can iterate over streams.
async function* ofReader(stream) {
  const reader = stream.getReader();
  let isWanted = true;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      isWanted = false;
      yield value;
      isWanted = true;
    }
  } finally {
    // Nobody asks for the rest of it.
    if (!isWanted) await reader.cancel();
    reader.releaseLock();
  }
}

/** Judges what is read, and keeps what it ends in. */
function linesOf(index = NONE, context) {
  const { text, hasHouseRules } = optionsOf(context);
  const summary = { lines: 0, valid: 0, invalid: 0, withWarnings: 0, bytes: 0 };
  let ended = 0;
  // The beginning of a line, and how much room there is for it. Of a line that is too long only its length is known.
  let begun = new Uint8Array();
  let length = 0;

  function* judged(part) {
    for (;;) {
      const before = summary.lines > 0 ? JUDGED : ended > 0 ? BLANK : BEGINNING;
      const isTooLong = length > LONGEST_LINE;
      const held = isTooLong ? 0 : length;
      const passed = isTooLong ? String(length) : undefined;
      const { lines } = judges(hasHouseRules);
      const [next, nextIssues] = readerOf(lines(index, before, text, passed, begun.subarray(0, held), part));
      const [read, ends, count, invalid, warned] = [next(), next(), next(), next(), next()];
      part = part.subarray(read - held);
      const first = ended;
      [begun, length, ended] = [new Uint8Array(), 0, ended + ends];
      summary.lines += count;
      summary.valid += count - invalid;
      summary.invalid += invalid;
      summary.withWarnings += warned;
      summary.bytes += read - held;
      for (let line = next(); line !== undefined; line = next()) {
        const issues = nextIssues();
        yield { line: first + line, ok: !issues.some(isError), issues };
      }
      if (part.length === 0) return;
    }
  }

  function keep(beginning) {
    const needed = length + beginning.length;
    if (needed <= LONGEST_LINE) {
      if (needed > begun.length) {
        const larger = new Uint8Array(Math.max(needed, 2 * begun.length));
        larger.set(begun.subarray(0, length));
        begun = larger;
      }
      begun.set(beginning, length);
    } else {
      begun = new Uint8Array();
    }
    length = needed;
    summary.bytes += beginning.length;
  }

  return {
    summary,

    /** Judges the lines that end in a chunk. */
    *read(chunk) {
      // By what the array is and not by what it says of itself.
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
      for (let at = 0; at < bytes.length; at += PART) {
        const part = bytes.subarray(at, at + PART);
        const end = part.lastIndexOf(LINE_FEED) + 1;
        if (end > 0) yield* judged(part.subarray(0, end));
        if (end < part.length) keep(part.subarray(end));
      }
    },

    /** Judges the last line, where it has no end. */
    *end() {
      if (length > 0) yield* judged(new Uint8Array());
    },
  };
}
