// Choices that look random and are the same in every run.
import { createHash } from "node:crypto";

export class Chance {
  #seed;
  #drawn = 0;

  constructor(seed) {
    this.#seed = seed;
  }

  /** A whole number from 0 to one below the limit. */
  below(limit) {
    this.#drawn += 1;
    return createHash("sha256").update(`${this.#seed} ${this.#drawn}`).digest().readUInt32BE() % limit;
  }

  /** A whole number, the bounds included. */
  between(least, most) {
    return least + this.below(most - least + 1);
  }

  /** Whether something is so that is so once in a number of times. */
  once(times) {
    return this.below(times) === 0;
  }

  one(items) {
    return items[this.below(items.length)];
  }

  /** As many different items, in any order; all of them where there are fewer. */
  some(count, items) {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)[0]);
  }

  hex(digits) {
    return Array.from({ length: digits }, () => this.one("0123456789abcdef")).join("");
  }

  /** One of several functions, called. */
  choice(...makers) {
    return this.one(makers)();
  }
}
