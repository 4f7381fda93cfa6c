// Verdicts of an instance of either module: what is to be judged is written into its memory, and the answer read there.

/** An instance of the module that validates. It imports nothing but what is left of tables that it does not use. */
export function makeVerdicts(connect) {
  const exports = connect({ "./glue_bg.js": { __wbindgen_init_externref_table() {} } });
  return { memory: exports.memory, places: [], ...verdictsOf(exports) };
}

/**
 * What both modules do with parts, which are texts, bytes or absent. They judge options, a pointer, a value and the rest
 * of the request, and do what is asked of options and rows, or of lines.
 */
export const verdictsOf = (exports) => ({
  judge: answersOf(exports, exports.judge),
  rows: answersOf(exports, exports.rows),
  lines: answersOf(exports, exports.lines),
  placeForPolicy: exports.placeForPolicy,
  glanceAtPolicy: exports.glanceAtPolicy,
});

const ABSENT = 2 ** 32 - 1;

// The most UTF-16 units that are written without knowing how many bytes they will be: at most three each.
const SHORT = 2 ** 16;

let encoder;
let decoder;

const answersOf =
  ({ memory, reserve, answered }, call) =>
  (operation, how, ...parts) => {
    encoder ??= new TextEncoder();
    let room = 0;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index];
      if (typeof part === "string" && part.length > SHORT) parts[index] = encoder.encode(part);
      room += roomOf(parts[index]);
    }
    const start = reserve(room) >>> 0;
    const area = new Uint8Array(memory.buffer, start, room);
    let end = 0;
    for (let index = 0; index < parts.length; index += 1) {
      const length = parts[index] === undefined ? ABSENT : put(parts[index], area, end);
      if (length !== ABSENT) end += length;
      parts[index] = length;
    }
    const length = call(operation, how, ...parts) >>> 0;
    if (length === 0) return [];
    decoder ??= new TextDecoder();
    return JSON.parse(decoder.decode(new Uint8Array(memory.buffer, answered() >>> 0, length)));
  };

const roomOf = (part) => (part === undefined ? 0 : typeof part === "string" ? 3 * part.length : part.length);

function put(part, area, at) {
  if (part === "") return 0;
  if (typeof part === "string") return encoder.encodeInto(part, area.subarray(at)).written;
  area.set(part, at);
  return part.length;
}
