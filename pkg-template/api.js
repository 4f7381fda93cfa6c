// What every entry exports. None of it knows where modules come from.
import { beside } from "./engine.js";
import * as jsonl from "./jsonl.js";

export { EngineError } from "./engine-error.js";
export { HouseRulesError } from "./house-rules-error.js";
export { RequestError } from "./operation.js";
export * from "./operations.js";
export { checkKeyPolicy } from "./policy.js";
export { applySuggestion } from "./suggestion.js";

export const loadHouseRules = (document) => beside("loadHouseRules")(document);

export const houseRulesSchema = () => beside("houseRulesSchema")();

/** The input that a text holds, of any operation. */
export const fromJson = (json) => beside("fromJson")(undefined, json);

/** The same of a command. */
export const fromCli = (text, options) => beside("fromCli")(undefined, text, options);

/** Lines that name their operations. */
export const validateJsonl = (source, context) => jsonl.validateJsonl(undefined, source, context);
