import { replicateKey } from "xregion";
import { judge } from "../judge.mjs";

export default { fetch: () => new Response(judge(replicateKey)) };
