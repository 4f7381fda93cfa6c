// The texts of lines, kept until there is a verdict on them.
import { LONGEST_LINE } from "../jsonl.js";

const LINE_FEED = 10;

/** Lines of white space alone have no verdict. */
const BLANK = /^[ \t\r]*$/;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class LinesOf {
  #source;
  #ended = [];
  #begun = [];
  #length = 0;
  #number = 0;

  constructor(source) {
    this.#source = source;
  }

  /** The source, whose lines are noted on their way. What is to be done with those of a chunk is done before the next. */
  async *tapped(done) {
    for await (const chunk of this.#source) {
      let at = 0;
      for (let end; (end = chunk.indexOf(LINE_FEED, at)) >= 0; at = end + 1) {
        this.#begin(chunk.subarray(at, end));
        this.#end();
      }
      this.#begin(chunk.subarray(at));
      yield chunk;
      await done();
    }
    if (this.#length > 0) this.#end();
  }

  /** The lines before one, which is judged. */
  *before(line) {
    while (this.#ended[0]?.line < line) yield this.#ended.shift();
  }

  /** Every line that has come to its end. */
  *judged() {
    yield* this.before(Infinity);
  }

  /** The text of the next line, which is the one of this number. */
  take(line) {
    return this.#ended[0]?.line === line ? this.#ended.shift().text : undefined;
  }

  #begin(bytes) {
    this.#length += bytes.length;
    if (this.#length > LONGEST_LINE) this.#begun = [];
    else this.#begun.push(Uint8Array.from(bytes));
  }

  #end() {
    this.#number += 1;
    const isTooLong = this.#length > LONGEST_LINE;
    let text = isTooLong ? undefined : decoder.decode(Buffer.concat(this.#begun)).replace(/\r$/, "");
    if (this.#number === 1) text = text?.replace(/^\ufeff/, "");
    [this.#begun, this.#length] = [[], 0];
    if (text === undefined || !BLANK.test(text)) this.#ended.push({ line: this.#number, text });
  }
}
