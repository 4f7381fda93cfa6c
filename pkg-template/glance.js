// Glances at plain values: whether there is certainly nothing to say about them.
import { written } from "./tape.js";
import { writers } from "./writers.js";

/** The bytes that a policy, a long description and fifty tags take find room, and the words about them. */
const MOST_BYTES = 2 ** 17;
const MOST_WORDS = 2 ** 11;

/** What a glance at a request tells, by an instance of a module that was made for that. */
export function glance(instance, index, value) {
  if (instance.glance === undefined) return false;
  const count = written(areaOf(instance), writers[index], value);
  return count > 0 && instance.glance(index, count) !== 0;
}

function areaOf(instance) {
  if (!(instance.area?.words.length > 0)) {
    // The places are made when they are asked for first, and the memory may grow by that.
    const [words, texts] = [instance.words(MOST_WORDS) >>> 0, instance.texts(MOST_BYTES) >>> 0];
    const { buffer } = instance.memory;
    instance.area = { words: new Uint32Array(buffer, words, MOST_WORDS), texts: new Uint8Array(buffer, texts, MOST_BYTES) };
  }
  return instance.area;
}
