import { replicateKey } from "xregion";
import { judge } from "../../judge.mjs";

export const dynamic = "force-dynamic";
export const GET = () => new Response(judge(replicateKey));
