// What programs give that bring the module themselves, in types that need no library of browsers or of Node.

/** Bytes: a buffer, or a view of one. */
export type Bytes = ArrayBufferLike | ArrayBufferView;

/** A `WebAssembly.Module`. To TypeScript that has no members, so that any object is taken for one; a number or a text is not. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module & object
  : object;

/** What gives its bytes when it is asked, as a `Response` or a `Blob` does. */
export interface BytesToCome {
  arrayBuffer(): PromiseLike<ArrayBufferLike>;
}

/** What holds the module: its bytes, a compiled module, an address to fetch it from (a text or a `URL`), or a response that holds it. */
export type ModuleSource = Bytes | CompiledModule | BytesToCome | string | { readonly href: string };
