export * from "./index.js";

/** Takes the module: its bytes, a compiled module, an address to fetch it from, or a response that holds it. */
export declare function init(source: BufferSource | WebAssembly.Module | string | URL | Response): Promise<void>;

/** Takes the module's bytes or a compiled module. */
export declare function initSync(source: BufferSource | WebAssembly.Module): void;
