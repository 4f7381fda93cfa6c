// The entry for everybody: the module is part of it, and is compiled at the first call.
import { provide } from "./engine.js";
import { base64 } from "./inline.js";

provide(() => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

export { EngineError } from "./engine-error.js";
export { HouseRulesError, houseRulesSchema, loadHouseRules } from "./house.js";
export { readCommand as fromCli, readJson as fromJson } from "./intake.js";
export { RequestError } from "./operation.js";
export * from "./operations.js";
export { checkKeyPolicy } from "./policy.js";
export { applySuggestion } from "./suggestion.js";
