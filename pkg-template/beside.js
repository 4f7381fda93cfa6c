// What operations can do beside a verdict, over the full module, which knows them by their index.
import { engine } from "./engine.js";
import { optionsText } from "./options.js";

export { explainError, readResponse } from "./answers.js";
export { errors, jsonSchema } from "./facts.js";
export { houseNumber, houseRulesSchema, loadHouseRules } from "./house.js";
export { fromCli, fromJson } from "./intake.js";

/** What follows from a request. */
export const notes = (index, input, context) => engine().notes(index, input, optionsText(context));

/** A request to be filled in. */
export const skeleton = (index, { onlyRequired = false } = {}) => JSON.parse(engine().skeleton(index, onlyRequired));

/** A request, which is JSON text, in the form of this name, or `{ code, message }` of what it lacks. */
export const render = (index, text, form, options) => JSON.parse(engine().render(index, text, form, optionsText(options)));
