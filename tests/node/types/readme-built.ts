import { replicateKey } from "xregion";

function bodyOf(input: unknown): string {
  const built = replicateKey.build(input);
  if (built.ok) return built.request.toHttp({ region: "us-east-1" }).body;
  throw new Error(built.issues.map(({ message }) => message).join("\n"));
}
