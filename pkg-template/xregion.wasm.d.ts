/** The module, as runtimes give it that compile it themselves; files of others are for `init` of `xregion/slim`. */
declare const module: WebAssembly.Module;
export default module;
