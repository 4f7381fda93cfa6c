// What every entry exports. None of it knows where the module comes from.
export { HouseRulesError, houseRulesSchema, loadHouseRules } from "./house.js";
export { readCommand as fromCli, readJson as fromJson } from "./intake.js";
export { RequestError } from "./operation.js";
export * from "./operations.js";
export { checkKeyPolicy } from "./policy.js";
export { applySuggestion } from "./suggestion.js";
