// The module with something wrong with it, to see what becomes of those who call it.

/** The module with no more memory than so many pages of 64 KiB. */
export function withMostMemory(module, pages) {
  return changed(module, MEMORY, (content) => {
    const [count, flags, ...limits] = content;
    const [least] = number(Uint8Array.from(limits), 0);
    if (count !== 1 || flags > 1) throw new Error("the module has no memory of its own");
    return [1, 1, ...encoded(least), ...encoded(pages)];
  });
}

/** The pages that the module asks for at first. */
export function leastMemory(module) {
  const { content } = sections(module).find(({ id }) => id === MEMORY);
  return number(content, 2)[0];
}

/** The module with a function that fails whenever it is called. */
export function withTrap(module, name) {
  const index = exportedFunction(module, name) - importedFunctions(module);
  return changed(module, CODE, (content) => {
    let [count, at] = number(content, 0);
    for (let body = 0; body < count; body += 1) {
      const [size, start] = number(content, at);
      if (body === index) {
        const trap = Uint8Array.from(content);
        trap.fill(NOP, start, start + size).set([0, UNREACHABLE], start);
        trap[start + size - 1] = END;
        return trap;
      }
      at = start + size;
    }
    throw new Error(`the module has no body of ${name}`);
  });
}

const [IMPORTS, MEMORY, EXPORTS, CODE] = [2, 5, 7, 10];
const [UNREACHABLE, NOP, END] = [0x00, 0x01, 0x0b];
const HEADER = 8;

const text = (bytes) => Buffer.from(bytes).toString();

const changed = (module, id, change) =>
  joined(sections(module).map((each) => (each.id === id ? { id, content: change(each.content) } : each)));

function sections(module) {
  const found = [];
  for (let at = HEADER; at < module.length; ) {
    const [size, start] = number(module, at + 1);
    found.push({ id: module[at], content: module.subarray(start, start + size) });
    at = start + size;
  }
  return found;
}

function joined(sections) {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const parts = sections.flatMap(({ id, content }) => [[id, ...encoded(content.length)], content]);
  return Buffer.concat([header, ...parts].map((part) => Buffer.from(part)));
}

function exportedFunction(module, wanted) {
  const { content } = sections(module).find(({ id }) => id === EXPORTS);
  let [count, at] = number(content, 0);
  for (; count > 0; count -= 1) {
    const [length, start] = number(content, at);
    const name = text(content.subarray(start, start + length));
    const [index, next] = number(content, start + length + 1);
    if (name === wanted) return index;
    at = next;
  }
  throw new Error(`the module has no ${wanted}`);
}

// What the glue provides is functions and nothing else.
function importedFunctions(module) {
  const { content } = sections(module).find(({ id }) => id === IMPORTS);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(module));
  if (number(content, 0)[0] !== imports.length || imports.some(({ kind }) => kind !== "function")) throw new Error("imports");
  return imports.length;
}

// A number in LEB128, and where what follows it begins.
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function encoded(value) {
  const low = value % 0x80;
  return value < 0x80 ? [value] : [low | 0x80, ...encoded((value - low) / 0x80)];
}
