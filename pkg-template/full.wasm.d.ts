import type { CompiledModule } from "./module-source.js";

/** The module, as runtimes give it that compile it themselves; files of others are for `init` of `xregion/full/slim`. */
declare const module: CompiledModule;
export default module;
