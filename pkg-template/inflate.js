// What was deflated (RFC 1951), inflated at once: what platforms offer for it has to be waited for.

/** How many bits are added to each symbol of a length and of a distance, and what they are added to. */
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BITS = Array.from({ length: 30 }, (_, index) => Math.max(0, (index >> 1) - 1));
const LENGTHS = [...started(LENGTH_BITS.slice(0, -1), 3), 258];
const DISTANCES = started(DISTANCE_BITS, 1);

/** In which order the lengths of the codes stand by which the lengths of the others are written. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Kinds of blocks, beside those with codes of their own. */
const STORED = 0;
const COMMON = 1;

const LONGEST = 15;
const END = 256;

/** The bytes, of which there are so many. */
export function inflated(bytes, size) {
  const out = new Uint8Array(size);
  let [at, end, held, count] = [0, 0, 0, 0];

  // After the end come zeros.
  function hold(wanted) {
    for (; count < wanted; count += 8) held |= bytes[at++] << count;
  }

  function bits(wanted) {
    hold(wanted);
    const value = held & ((1 << wanted) - 1);
    held >>>= wanted;
    count -= wanted;
    return value;
  }

  function symbol({ next, mask }) {
    hold(LONGEST);
    const entry = next[held & mask];
    held >>>= entry & 15;
    count -= entry & 15;
    return entry >> 4;
  }

  // What is copied may be longer than what there is, and then goes on with itself.
  function copy(length, distance) {
    for (let left = length; left > 0; ) {
      const count = Math.min(left, distance);
      out.copyWithin(end, end - distance, end - distance + count);
      end += count;
      left -= count;
    }
  }

  function tables() {
    const [literals, distances, own] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
    const lengths = new Uint8Array(19);
    for (const place of ORDER.slice(0, own)) lengths[place] = bits(3);
    const ofLengths = table(lengths);
    const all = new Uint8Array(literals + distances);
    for (let place = 0; place < all.length; ) {
      const next = symbol(ofLengths);
      const [value, times] = next < 16 ? [next, 1] : next === 16 ? [all[place - 1], 3 + bits(2)] : [0, next === 17 ? 3 + bits(3) : 11 + bits(7)];
      all.fill(value, place, (place += times));
    }
    return [table(all.subarray(0, literals)), table(all.subarray(literals))];
  }

  // What is not worth a code stands there as it is, from the next byte on.
  function stored() {
    at -= count >> 3;
    held = count = 0;
    const length = bits(16);
    at += 2;
    out.set(bytes.subarray(at, (at += length)), end);
    end += length;
  }

  for (let isLast = false; !isLast; ) {
    isLast = bits(1) === 1;
    const kind = bits(2);
    if (kind === STORED) {
      stored();
      continue;
    }
    const [literals, distances] = kind === COMMON ? commonTables() : tables();
    for (let next; (next = symbol(literals)) !== END; ) {
      if (next < END) {
        out[end++] = next;
        continue;
      }
      const length = LENGTHS[next - END - 1] + bits(LENGTH_BITS[next - END - 1]);
      const distance = symbol(distances);
      copy(length, DISTANCES[distance] + bits(DISTANCE_BITS[distance]));
    }
  }
  return out;
}

/** For each row of bits that can come next: the symbol that they begin with, and how many of them it has. */
function table(lengths) {
  const longest = Math.max(1, ...lengths);
  const next = new Uint16Array(1 << longest);
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let place = 0; place < lengths.length; place += 1) {
      if (lengths[place] !== length) continue;
      for (let row = reversed(code, length); row < next.length; row += 1 << length) next[row] = (place << 4) | length;
      code += 1;
    }
    code <<= 1;
  }
  return { next, mask: next.length - 1 };
}

// The codes of blocks that have none of their own.
function commonTables() {
  const literals = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280);
  return [table(literals), table(new Uint8Array(30).fill(5))];
}

function reversed(code, length) {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

function started(added, first) {
  let start = first;
  return added.map((bits) => (start += 1 << bits) - (1 << bits));
}
