// Options on their way into the core.
import { houseNumber } from "./engine.js";

/** Options as JSON text. What is no plain object goes on as `0`: the core says what is wrong with it. */
export const optionsText = (options) => optionsOf(options).text;

/** The same, and whether there are house rules among them. */
export function optionsOf(options) {
  if (options === undefined || options === null) return {};
  try {
    if (Object.prototype.toString.call(options) !== "[object Object]") return { text: "0" };
    let hasHouseRules = false;
    // House rules go on as the number that their handle stands for, and what is no handle as a text, which is no number.
    const withHouse = function (key, value) {
      if (this !== options || key !== "house" || value === undefined) return value;
      const number = houseNumber(value);
      hasHouseRules = number !== undefined;
      return number ?? "";
    };
    return { text: JSON.stringify(options, "house" in options ? withHouse : undefined) ?? "0", hasHouseRules };
  } catch {
    return { text: "0" };
  }
}
