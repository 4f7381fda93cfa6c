import { replicateKey } from "xregion";
import { judge } from "../judge.mjs";

export default function Page() {
  return <output>{judge(replicateKey)}</output>;
}
