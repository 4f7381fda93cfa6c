// Tells what a folder of results comes to: node report.mjs FOLDER [--page FILE --rustc VERSION]
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { judged } from "./goals.mjs";
import { page } from "./page.mjs";
import { resultsIn } from "./results.mjs";
import { goalsText } from "./text.mjs";

const options = { page: { type: "string" }, rustc: { type: "string" } };
const { values, positionals } = parseArgs({ allowPositionals: true, options });
const results = resultsIn(positionals[0]);
if (values.page) await writeFile(values.page, page(results, values.rustc));
console.log(goalsText(judged(results)));
