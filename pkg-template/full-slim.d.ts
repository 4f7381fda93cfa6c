export * from "./index.js";

/** What holds the module: its bytes, a compiled module, an address to fetch it from, or a response that holds it. */
export type ModuleSource = BufferSource | WebAssembly.Module | string | URL | Response;

/**
 * Takes the full module of this version of xregion. What is anything else, or cannot be had, is told by an `EngineError`.
 * Bytes and compiled modules are taken at once; the promise is for the others. Once it is in use, another changes nothing.
 */
export declare function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

/** Takes the module's bytes or a compiled module. */
export declare function initSync(source: BufferSource | WebAssembly.Module): void;
