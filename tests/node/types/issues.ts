// Issues, told apart by their codes. It is compiled, not run.
import { replicateKey } from "xregion";
import type { ErrorCode, Issue, IssueCode, IssueParams, ReplicateKeyInput, WarningCode } from "xregion";

declare function show(...values: unknown[]): void;
declare const unknownInput: unknown;
declare const issue: Issue;

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const holds = <_Claim extends true>(): void => {};

// Every code has its parameters, and there are no others.
holds<Same<keyof IssueParams, IssueCode>>();
holds<Same<IssueCode, ErrorCode | WarningCode>>();
holds<Same<Issue["code"], IssueCode>>();

// A code tells the parameters, however it is asked.
if (issue.code === "too_many") {
  const most: number = issue.params.max;
  const actual: number | "fewer" | "more" = issue.params.actual;
  holds<Same<typeof issue.params, IssueParams["too_many"]>>();
  show(most, actual);
}
function detail(issue: Issue): string | number | readonly string[] {
  switch (issue.code) {
    case "unknown_field":
      return issue.params.known;
    case "duplicate":
      return issue.params.first + 1;
    case "too_short":
    case "too_long":
      return typeof issue.params.actual === "number" ? issue.params.actual : 0;
    case "house_rule":
      return issue.params.expected;
    case "pattern_mismatch":
      return issue.params.pattern;
    default:
      return issue.message;
  }
}
const words: Partial<Record<IssueCode, string>> = { too_long: "zu lang" };
show(detail(issue), words[issue.code]);
function translated<Code extends IssueCode>(code: Code, words: (params: IssueParams[Code]) => string): (issue: Issue<Code>) => string {
  void code;
  return ({ params }) => words(params);
}
const tooLong: (issue: Issue<"too_long">) => string = translated("too_long", ({ max }) => `höchstens ${max.toFixed()}`);
if (issue.code === "too_long") show(tooLong(issue));
const isTooLong = (issue: Issue): issue is Issue<"too_long"> => issue.code === "too_long";
show(replicateKey.validate(unknownInput).issues.filter(isTooLong).map(({ params }) => params.max));

// Whoever does not care takes them as they come.
const params: Record<string, string | number | string[]> = issue.params;
const issues: readonly Issue[] = [issue, ...replicateKey.validateField("/KeyId", "x")];
show(params["max"], issues);
holds<Same<IssueParams["same_region"], { region: string }>>();
const nothing: IssueParams["invalid_unicode"] = {};
show(nothing);

// A report tells its value, whole or in parts.
const { ok, value } = replicateKey.validate(unknownInput);
if (ok) holds<Same<typeof value, ReplicateKeyInput>>();
else holds<Same<typeof value, undefined>>();
const report = replicateKey.validateJson("{}");
const found: ReplicateKeyInput | undefined = report.ok ? report.value : undefined;
const same: ReplicateKeyInput | undefined = report.value;
show(found, same);

// What the compiler must refuse.

// @ts-expect-error: which parameters there are is not known yet
show(issue.params.max);

// @ts-expect-error: there is no such code
show(issue.code === "to_long");

// @ts-expect-error: there is no such code
export type TooLong = Issue<"to_long">;

if (issue.code === "too_long") {
  // @ts-expect-error: no text is too long for its least length
  show(issue.params.min);
  // @ts-expect-error: how long it is may not be known
  show(issue.params.actual.toFixed());
}

// @ts-expect-error: an issue has the parameters of its own code
export const mixed: Issue = { ...issue, code: "duplicate", params: { region: "us-east-1" } };

// @ts-expect-error: without parameters there are none
export const surplus: IssueParams["invalid_unicode"] = { max: 1 };
