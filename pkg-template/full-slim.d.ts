import type { Bytes, CompiledModule, ModuleSource } from "./module-source.js";

export * from "./index.js";
export type { Bytes, BytesToCome, CompiledModule, ModuleSource } from "./module-source.js";

/**
 * Takes the full module of this version of xregion. What is anything else, or cannot be had, is told by an `EngineError`.
 * Bytes and compiled modules are taken at once; the promise is for the others. Once it is in use, another changes nothing.
 */
export declare function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

/** Takes the module's bytes or a compiled module. */
export declare function initSync(source: Bytes | CompiledModule): void;
