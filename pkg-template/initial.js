// Modules from those who bring them.
import { EngineError } from "./engine-error.js";

/** What is taken at once, taken from wherever it is. */
export const initOf = (initSync) =>
  async function init(source) {
    if (typeof source === "string" || isURL(source)) source = await fetched(() => fetch(source), `from ${source}; ${adviceFor(String(source))}`);
    if (typeof source?.then === "function") source = await fetched(() => source);
    if (source?.ok === false) throw new EngineError("not_fetched", { detail: `HTTP status ${source.status}` });
    // A response of whatever make.
    if (typeof source?.arrayBuffer === "function") source = await fetched(() => source.arrayBuffer());
    initSync(source);
  };

// One that was made in another frame is of another class.
const isURL = (source) => Object.prototype.toString.call(source) === "[object URL]";

const adviceFor = (address) =>
  address.startsWith("file:") ? "fetch() of Node reads no file: addresses; give init() what readFile() of node:fs/promises reads there" : "init() also takes its bytes";

async function fetched(get, detail) {
  try {
    return await get();
  } catch (cause) {
    throw new EngineError("not_fetched", { cause, detail: detail ?? String(cause) });
  }
}
