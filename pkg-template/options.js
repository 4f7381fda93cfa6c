// Options on their way into the core.
import { houseNumber } from "./house.js";

/** Options as JSON text. What is no plain object goes on as `0`: the core says what is wrong with it. */
export function optionsText(options) {
  if (options === undefined || options === null) return undefined;
  try {
    const isPlain = Object.prototype.toString.call(options) === "[object Object]";
    return (isPlain && JSON.stringify(options, "house" in options ? withHouse(options) : undefined)) || "0";
  } catch {
    return "0";
  }
}

// House rules go on as the number that their handle stands for, and what is no handle as a text, which is no number.
const withHouse = (options) =>
  function (key, value) {
    return this === options && key === "house" && value !== undefined ? (houseNumber(value) ?? "") : value;
  };
