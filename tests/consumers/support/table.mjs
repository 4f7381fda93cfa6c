// The table of what was seen, as it stands in the package's README.
import { readFileSync } from "node:fs";

const README = new URL("../../../pkg-template/README.md", import.meta.url);

/** What was seen, as Markdown: a line for each consumer and each result that uses of it have. */
export function table(seen) {
  const lines = new Map();
  for (const { name, version, how, result } of seen) {
    const key = [name, version, result].join("|");
    lines.set(key, { name, version, result, how: [...(lines.get(key)?.how ?? []), how] });
  }
  const cells = [...lines.values()].map(({ name, version, how, result }) => [name, version, how.join(", "), result]);
  const head = ["with", "version", "what was run", "result"];
  return [head, head.map(() => "---"), ...cells].map((line) => `| ${line.join(" | ")} |\n`).join("");
}

/** The table that the README has. */
export function published() {
  const place = readFileSync(README, "utf8").match(/<!-- consumers -->\n(.*?)<!-- \/consumers -->/s);
  return place?.[1] ?? "";
}

/** The lines of a table, without the versions of the consumers that are named: they are as the machine has them. */
export const withoutVersions = (text, names) =>
  text.split("\n").map((line) => {
    const [start, name, version, ...rest] = line.split(/\s*\|\s*/);
    return [start, name, names.has(name) ? "…" : version, ...rest];
  });
