// What is asked of a program here.
import { parseArgs } from "node:util";
import { peerIn } from "./peers.mjs";

/** `--quick` for fewer and shorter rounds, `--to` for the file that takes the numbers, and a peer's file. */
export function asked() {
  const options = { quick: { type: "boolean", default: false }, to: { type: "string" }, only: { type: "string" } };
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  return {
    ...values,
    get peer() {
      return peerIn(positionals[0] ?? "ajv");
    },
  };
}
