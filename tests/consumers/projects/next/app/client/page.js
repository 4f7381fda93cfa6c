"use client";
import { useEffect, useState } from "react";
import { replicateKey } from "xregion";
import { judge } from "../../judge.mjs";

export default function Page() {
  const [verdict, setVerdict] = useState();
  useEffect(() => setVerdict(judge(replicateKey)), []);
  return <output>{verdict}</output>;
}
