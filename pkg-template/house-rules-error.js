import { MarkedError } from "./marked-error.js";

/** Why house rules cannot be used; `problems` holds everything that is wrong with them. */
export class HouseRulesError extends MarkedError {
  static mark = "HouseRulesError";

  constructor(message, problems) {
    super(message);
    this.problems = problems;
  }
}
