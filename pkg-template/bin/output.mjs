// Verdicts on their way out: for people, a line for each issue; for programs, JSON.
import { once } from "node:events";

/** What shells say of a program that was ended as nobody read its output any more. */
const BROKEN_PIPE = 141;

/** A text without characters that a terminal would take for commands: they are written as JSON has them. */
export const plain = (text) =>
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Says what is wrong, where nobody takes it for a verdict. */
export const complain = (problem) => process.stderr.write(`xregion: ${plain(problem)}\n`);

const REASONS = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  EISDIR: "it is a directory",
};

/** Why a file cannot be read, in the same words on every system. */
export const reasonOf = ({ code }) => REASONS[code] ?? "it cannot be read";

/** The standard output, as fast as it is read. */
export class Output {
  constructor() {
    process.stdout.on("error", ({ code }) => {
      if (code !== "EPIPE") complain("the output cannot be written");
      process.exit(code === "EPIPE" ? BROKEN_PIPE : 2);
    });
  }

  async write(text) {
    if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
  }
}

/** What is written of a request. `line` is there where there is one on each, and `text` where it is repeated. */
export function written({ file, line, ok, issues, text }, { isJson, echo }) {
  if (issues.length === 0 && !echo) return "";
  if (!isJson) return issues.map((issue) => `${sentence(file, line, issue)}\n`).join("");
  const head = JSON.stringify({ file, line, ok, issues });
  if (!echo || text === undefined) return `${head}\n`;
  const isNoJson = issues.some(({ code, path }) => code === "invalid_json" && path.length === 0);
  // As it came. Between values JSON may be broken into lines, and what comes out is to be one.
  const echoed = isNoJson ? `"text":${JSON.stringify(text)}` : `"data":${text.replace(/[\r\n]/g, " ").replace(/^[ \t]+|[ \t]+$/g, "")}`;
  return `${head.slice(0, -1)},${echoed}}\n`;
}

function sentence(file, line, { severity, pointer, message, code, rule }) {
  const place = pointer === "" ? "" : `${pointer}: `;
  return plain(`${file}${line === undefined ? "" : `:${line}`}: ${severity}: ${place}${message} (${code}, ${rule})`);
}
