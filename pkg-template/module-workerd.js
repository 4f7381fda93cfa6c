// The module where it is compiled before the program starts, and no bytes are compiled after that.
import module from "./xregion.wasm";

export const source = () => module;
