import { replicateKey } from "xregion";
import { judge } from "../../judge.mjs";

export const runtime = "edge";
export const GET = () => new Response(judge(replicateKey));
