// The package's entry for those who bring the module's bytes, which are read from a file here.
import { readFileSync } from "node:fs";
import { initSync, replicateKey } from "xregion/slim";

export function compile() {
  initSync(readFileSync(process.env.XREGION_WASM));
  return (value) => (replicateKey.validate(value).ok ? null : []);
}
