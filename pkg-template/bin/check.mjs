// Checking files.
import { createReadStream } from "node:fs";
import { operations } from "../node.js";
import { isError } from "../issues.js";
import { LONGEST_LINE, issuesOfWhole, validateJsonl } from "../jsonl.js";
import { LinesOf } from "./lines.mjs";
import { complain, reasonOf, written } from "./output.mjs";
import { Progress } from "./progress.mjs";

/** How much is read at once. */
const CHUNK = 2 ** 18;

/** Checks files, and says how the program ends. */
export async function check(asked, output, notRead) {
  const totals = { valid: 0, invalid: 0, withWarnings: 0 };
  const progress = new Progress();
  let isRead = true;
  for (const file of asked.files) {
    const isWhole = asked.isWhole ?? file.endsWith(".json");
    const source = read(file);
    const tell = async (text) => {
      if (text !== "") progress.clear();
      await output.write(text);
    };
    try {
      await (isWhole ? whole : lines)({ asked, file, source, totals, tell, progress });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      progress.clear();
      complain(`${file}: ${error.message}`);
      isRead = false;
    }
    progress.clear();
  }
  if (!asked.isJson) process.stderr.write(`${summaryOf(totals)}\n`);
  if (!isRead) return notRead;
  return totals.invalid > 0 && !asked.exitZero ? 1 : 0;
}

/** Why a file is left out. */
class Unreadable extends Error {}

async function* read(file) {
  const stream = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  try {
    yield* stream;
  } catch (error) {
    throw new Unreadable(reasonOf(error));
  }
}

const indexOf = ({ operation }) => (operation === undefined ? undefined : operations.indexOf(operation));

async function lines({ asked, file, source, totals, tell, progress }) {
  const echoed = asked.echo ? new LinesOf(source) : undefined;
  const verdicts = validateJsonl(indexOf(asked), echoed?.tapped(shown) ?? tapped(source, shown), asked.context);
  const { summary } = verdicts;
  // The next chunk is asked for once all lines of the last one are told.
  async function shown() {
    for (const { line, text } of echoed?.judged() ?? []) await tell(written({ file, line, ok: true, issues: [], text }, asked));
    progress.show(file, summary);
  }
  try {
    for await (const { line, ok, issues } of verdicts) {
      for (const { line: before, text } of echoed?.before(line) ?? []) {
        await tell(written({ file, line: before, ok: true, issues: [], text }, asked));
      }
      await tell(written({ file, line, ok, issues, text: echoed?.take(line) }, asked));
    }
    await shown();
  } finally {
    for (const count of Object.keys(totals)) totals[count] += summary[count];
  }
}

async function* tapped(source, shown) {
  for await (const chunk of source) {
    yield chunk;
    await shown();
  }
}

async function whole({ asked, file, source, totals, tell }) {
  const chunks = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > LONGEST_LINE) throw new Unreadable("it is too large for one request");
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  const bytes = all.subarray(0, 3).equals(BYTE_ORDER_MARK) ? all.subarray(3) : all;
  const issues = issuesOfWhole(indexOf(asked), bytes, asked.context);
  const ok = !issues.some(isError);
  totals[ok ? "valid" : "invalid"] += 1;
  if (issues.some((issue) => !isError(issue))) totals.withWarnings += 1;
  await tell(written({ file, ok, issues, text: asked.echo ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) : undefined }, asked));
}

/** What programs for other systems put in front of a text. */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function summaryOf({ valid, invalid, withWarnings }) {
  const count = valid + invalid;
  return `${count} ${count === 1 ? "request" : "requests"}: ${valid} valid, ${invalid} invalid, ${withWarnings} with warnings`;
}
