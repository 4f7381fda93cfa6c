// How far the work is, for people who wait at a terminal.
import { plain } from "./output.mjs";

/** How often it is said, in milliseconds. */
const PAUSE = 100;

/** A line that is written anew again and again. */
export class Progress {
  #isThere = false;
  #last = Date.now();

  /** Says how far the work is, if the last time is long enough ago. */
  show(file, { lines, invalid }) {
    if (!process.stderr.isTTY || Date.now() - this.#last < PAUSE) return;
    process.stderr.write(`\r\x1b[K${plain(file)}: ${lines} judged, ${invalid} invalid`);
    this.#isThere = true;
    this.#last = Date.now();
  }

  /** Makes room for other output. */
  clear() {
    if (this.#isThere) process.stderr.write("\r\x1b[K");
    this.#isThere = false;
  }
}
