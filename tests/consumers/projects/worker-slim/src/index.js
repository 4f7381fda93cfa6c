import { initSync, replicateKey } from "xregion/slim";
import module from "xregion/xregion.wasm";
import { judge } from "../judge.mjs";

initSync(module);

export default { fetch: () => new Response(judge(replicateKey)) };
