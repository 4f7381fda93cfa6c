// The entry for those who bring the module themselves.
import { EngineError } from "./engine-error.js";
import { ownModule, provide } from "./engine.js";

/**
 * Takes the module: its bytes, a compiled module, an address to fetch it from, or a response that holds it, also one
 * that is still to come. Bytes and compiled modules are taken at once; the promise is for the others.
 */
export async function init(source) {
  if (typeof source === "string" || isURL(source)) source = await fetched(() => fetch(source), `from ${source}; init() also takes its bytes`);
  if (typeof source?.then === "function") source = await fetched(() => source);
  if (source?.ok === false) throw new EngineError("not_fetched", { detail: `HTTP status ${source.status}` });
  // A response of whatever make.
  if (typeof source?.arrayBuffer === "function") source = await fetched(() => source.arrayBuffer());
  initSync(source);
}

// One that was made in another frame is of another class.
const isURL = (source) => Object.prototype.toString.call(source) === "[object URL]";

async function fetched(get, detail) {
  try {
    return await get();
  } catch (cause) {
    throw new EngineError("not_fetched", { cause, detail: detail ?? String(cause) });
  }
}

/** Takes the module's bytes or a compiled module. */
export function initSync(source) {
  const module = ownModule(source);
  provide(() => module);
}

export { EngineError };
export { HouseRulesError, houseRulesSchema, loadHouseRules } from "./house.js";
export { readCommand as fromCli, readJson as fromJson } from "./intake.js";
export { RequestError } from "./operation.js";
export * from "./operations.js";
export { checkKeyPolicy } from "./policy.js";
export { applySuggestion } from "./suggestion.js";
