// Errors that are known by a mark. A program can hold this package several times, by `import` and by `require`, and each
// copy has classes of its own: to `instanceof` they are the same.
const MARK = Symbol.for("xregion.error");

/** What classes of errors extend; each has a static `mark`, which is its name even where it is minified. */
export class MarkedError extends Error {
  // A field is defined and not assigned: what `Error.prototype` says of names, or that it is frozen, is no matter.
  name = this.constructor.mark;

  constructor(message, options) {
    super(message, options);
    Object.defineProperty(this, MARK, { value: new.target.mark });
  }

  static [Symbol.hasInstance](value) {
    return super[Symbol.hasInstance](value) || (Object.hasOwn(this, "mark") && value?.[MARK] === this.mark);
  }
}
