import { replicateKey, type Issue, type ReplicateKeyInput } from "xregion";

function read(body: unknown): ReplicateKeyInput {
  const report = replicateKey.validate(body);
  if (report.ok) return report.value;
  throw new Error(report.issues.map(say).join("\n"));
}

function say(issue: Issue): string {
  return issue.code === "unknown_field" ? `Try one of ${issue.params.known.join(", ")}.` : issue.message;
}
