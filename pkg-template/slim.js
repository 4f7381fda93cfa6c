// The entry for those who bring the module themselves.
import { provide } from "./engine.js";

/**
 * Takes the module: its bytes, a compiled module, an address to fetch it from, or a response that holds it.
 * Bytes and compiled modules are taken at once; the promise is for the others.
 */
export async function init(source) {
  if (typeof source === "string" || source instanceof URL) source = await fetched(source);
  if (typeof Response === "function" && source instanceof Response) {
    if (!source.ok) throw new TypeError(`xregion: the module could not be fetched: HTTP status ${source.status}`);
    source = await source.arrayBuffer();
  }
  initSync(source);
}

async function fetched(address) {
  try {
    return await fetch(address);
  } catch (cause) {
    throw new TypeError(`xregion: the module could not be fetched from ${address}; init() also takes its bytes`, { cause });
  }
}

/** Takes the module's bytes or a compiled module. */
export function initSync(source) {
  const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
  provide(() => module);
}

export * from "./api.js";
