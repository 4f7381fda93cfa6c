// The same where modules of WebAssembly are asked for by a query.
import module from "./xregion.wasm?module";

export const source = () => module;
