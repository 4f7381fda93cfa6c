// Key policies by themselves, for consoles.
import { replicateKey } from "./operations.js";

/** The issues of a key policy: its structure, whom it lets change it again, and what is likely to be a mistake. */
export function checkKeyPolicy(text, context) {
  return replicateKey.validateField("/Policy", text, undefined, context);
}
