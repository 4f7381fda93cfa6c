// The API as it is meant to be used, and uses that the compiler must refuse. It is compiled, not run.
import {
  createReplicationConfiguration,
  createReplicationSet,
  fromJson,
  operations,
  replicateKey,
  RequestError,
  validateJsonl,
} from "xregion";
import type {
  BuildOptions,
  Context,
  CreateReplicationConfigurationInput,
  CreateReplicationSetInput,
  Draft,
  ErrorCode,
  Field,
  HttpOptions,
  HttpRequest,
  Issue,
  JsonlSummary,
  LineVerdict,
  Operation,
  OperationName,
  PathSegment,
  ReplicateKeyInput,
  ReplicateSecretToRegionsInput,
  Report,
  Request,
  WarningCode,
} from "xregion";
import { localize } from "xregion/localize";
import type { Locale } from "xregion/localize";
import de from "xregion/locales/de";
import { InvalidRequestError, validateRequests } from "xregion/sdk-v3";

declare function send(request: Request<ReplicateKeyInput>): void;
declare function sign(request: HttpRequest): void;
declare function show(text: string, path: readonly PathSegment[]): void;
declare const unknownInput: unknown;
declare const region: string | undefined;

// Judging.
const report: Report<ReplicateKeyInput> = replicateKey.validate(unknownInput);
if (report.ok) {
  const input: ReplicateKeyInput = report.value;
  show(input.KeyId, []);
} else {
  for (const { code, message, path, severity, params, rule, source } of report.issues) {
    const known: ErrorCode | WarningCode = code;
    show(`${known} ${severity} ${message} ${rule} ${source.url} ${JSON.stringify(params)}`, path);
  }
}
const context: Context = {
  region,
  accountId: "111122223333",
  rules: { unknown_region: "off", "KMS-REPLICATEKEY-18": "warning" },
};
replicateKey.validateJson("{}", context);
replicateKey.validateJson(new Uint8Array(), context);
replicateKey.validateJson(new ArrayBuffer(0));
replicateKey.validateJson(new DataView(new ArrayBuffer(0)));
// @ts-expect-error: elements of two bytes are no bytes
replicateKey.validateJson(new Uint16Array());
const issues: Issue[] = replicateKey.validateField(["Tags", 0, "TagKey"], "x", unknownInput, context);
replicateKey.validateField("/Tags/0/TagKey", "x").concat(issues);

// Building.
const options: BuildOptions = { ...context, clientToken: "mine" };
const built = replicateKey.build({ KeyId: "x" }, options);
if (built.ok) {
  send(built.request);
  const input: ReplicateKeyInput = built.request.input;
  show(input.ReplicaRegion, []);
} else {
  const draft: Draft | undefined = built.draft;
  const input: unknown = draft?.input;
  show(String(input), []);
}
const http: HttpOptions = { region, fips: true, dualStack: undefined };
if (built.request) sign(built.request.toHttp(http));
try {
  built.draft?.toHttp();
} catch (error) {
  if (error instanceof RequestError && error.code === "missing_region") show(error.message, []);
}

// Every operation.
for (const operation of operations) {
  const name: OperationName = operation.name;
  show(name + operation.form.title, []);
  operation.validate(unknownInput);
  operation.build(unknownInput);
}
const bound: Operation<CreateReplicationSetInput> = createReplicationSet;
const { validate } = bound;
validate(unknownInput);
const lengths = operations.length satisfies 4;
show(String(lengths), []);

// Inside an SDK's client; its own types are looked at in `sdk-v3.ts`.
validateRequests({ ...context, onWarning: (warnings) => show(warnings.join(), []) }).applyToStack({ add() {} });
export const refusal = (error: unknown) => (error instanceof InvalidRequestError ? error.issues : []);

// Inputs.
const secret: ReplicateSecretToRegionsInput = { SecretId: "x", AddReplicaRegions: [{ Region: "eu-west-1" }] };
const fileSystem: CreateReplicationConfigurationInput = { SourceFileSystemId: "x", Destinations: [{}] };
const set: CreateReplicationSetInput = {
  regions: { "us-east-1": {}, "eu-west-1": { sseKmsKeyId: "x" } },
  tags: { team: "x" },
  clientToken: undefined,
};
show(JSON.stringify([secret, fileSystem, set]), []);

declare const optional: { Description?: string | undefined; Tags: ReplicateKeyInput["Tags"] };
const fromForm: ReplicateKeyInput = { KeyId: "x", ReplicaRegion: "eu-west-1", ...optional };
show(fromForm.Description ?? "", []);

const destinations: CreateReplicationConfigurationInput[] = [
  createReplicationConfiguration.regional({ SourceFileSystemId: "x", Region: "us-west-2", KmsKeyId: "alias/efs" }),
  createReplicationConfiguration.oneZone({ SourceFileSystemId: "x", AvailabilityZoneName: "us-west-2a", Region: "us-west-2" }),
  createReplicationConfiguration.existing({ SourceFileSystemId: "x", FileSystemId: "fs-0fedcba9876543210", KmsKeyId: undefined }),
  createReplicationConfiguration.crossAccount({ SourceFileSystemId: "x", FileSystemId: "x", RoleArn: "x" }),
];
show(String(destinations.length), []);

// In bulk.
declare const chunks: AsyncIterable<Uint8Array>;
declare const body: {
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void>; releaseLock(): void };
};
const verdicts = validateJsonl("{}\n", context);
for (const { line, ok, issues } of verdicts) show(`${line} ${ok}`, issues[0]?.path ?? []);
const bytes: number = verdicts.summary.bytes;
export async function inBulk(): Promise<JsonlSummary> {
  const lines: LineVerdict[] = [...replicateKey.validateJsonl(new Uint8Array(), { region })];
  for await (const verdict of replicateKey.validateJsonl(body)) lines.push(verdict);
  const streamed = validateJsonl(chunks);
  for await (const { issues } of streamed) show(`${lines.length} ${bytes}`, issues[0]?.path ?? []);
  // @ts-expect-error a stream is no iterable
  for (const verdict of streamed) lines.push(verdict);
  // @ts-expect-error a list of chunks is no source
  validateJsonl([new Uint8Array()]);
  // @ts-expect-error the counts are for reading
  streamed.summary.lines = 0;
  return streamed.summary;
}

// Other forms.
const read = fromJson("{}");
const named: OperationName | undefined = read.operation;
if (read.ok) show(named ?? "", replicateKey.validate(read.input).issues[0]?.path ?? []);
const rows = createReplicationSet.fromRows({ regions: [{ Region: "eu-west-1" }] });
if (!rows.ok) show(rows.issues[0]?.message ?? "", []);
const skeleton: ReplicateKeyInput = replicateKey.skeleton({ onlyRequired: true });
show(skeleton.KeyId, []);
if (built.ok) {
  const { package: name, client, command, input, region: calledIn = "" } = built.request.toSdkV3({ region });
  const { method, kwargs, text } = built.request.toBoto3();
  show([name, client, command, input.KeyId, calledIn, method, kwargs.ReplicaRegion, text].join(), []);
}

// Other languages.
const german: Report<ReplicateKeyInput> = localize(replicateKey.validate(unknownInput), de);
const translated: Issue[] = localize(german.issues, de);
for (const issue of translated) show(localize(issue, de).ownWords ? issue.rule : issue.message, issue.path);
if (built.request) localize(built.request.toHttp(), de).issues?.forEach((issue) => show(issue.message, issue.path));
export const own: Locale = { ...de, messages: { ...de.messages, too_long: "Zu lang: {actual#} statt {max}." } };

// @ts-expect-error: no code has this name
export const misspelt: Locale = { ...de, messages: { to_long: "" } };
// @ts-expect-error: a language is more than its name
localize(translated, "de");

// Forms.
function labels(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    switch (field.control) {
      case "checkbox":
        return [field.label];
      case "text":
      case "textarea":
        return [`${field.label} ${String(field.maxLength)} ${field.pattern ?? ""} ${field.expected ?? ""}`];
      case "select":
        return [field.label, ...field.groups.flatMap(({ label, choices }) => [label, ...choices.map(({ value }) => value)])];
      case "group":
        return [field.label, ...labels(field.fields)];
      case "rows":
        return [field.row, ...(field.key ? labels([field.key]) : []), ...labels(field.columns)];
    }
  });
}
show(labels(replicateKey.form.fields).join(), []);

// Schemas.
show(JSON.stringify([replicateKey.jsonSchema(), replicateKey.jsonSchema({ target: "draft-07" })]), []);

// What the compiler must refuse.

// @ts-expect-error: a required member is missing
export const withoutRegion: ReplicateKeyInput = { KeyId: "x" };

// @ts-expect-error: a member is misspelt
export const misspelt: ReplicateKeyInput = { KeyId: "x", ReplicaRegion: "eu-west-1", Tag: [] };

// @ts-expect-error: an item lacks a required member
export const halfATag: ReplicateKeyInput = { KeyId: "x", ReplicaRegion: "eu-west-1", Tags: [{ TagKey: "team" }] };

// @ts-expect-error: a boolean is no text
export const wrongType: ReplicateSecretToRegionsInput = { ...secret, ForceOverwriteReplicaSecret: "true" };

// @ts-expect-error: null is no absent member
export const nullMember: ReplicateKeyInput = { ...fromForm, Description: null };

// @ts-expect-error: a required member is not undefined
export const undefinedMember: ReplicateKeyInput = { ...fromForm, KeyId: undefined };

// @ts-expect-error: there is no such version
replicateKey.jsonSchema({ target: "draft-04" });

// @ts-expect-error: whether there is a value is not known yet
show(replicateKey.validate(unknownInput).value.KeyId, []);

// @ts-expect-error: whether there is a request is not known yet
sign(replicateKey.build(unknownInput).request.toHttp());

// @ts-expect-error: whether there is a draft is not known yet
sign(replicateKey.build(unknownInput).draft.toHttp());

// @ts-expect-error: an existing file system keeps its own key
createReplicationConfiguration.existing({ SourceFileSystemId: "x", FileSystemId: "x", KmsKeyId: "alias/efs" });

// @ts-expect-error: another account needs a role
createReplicationConfiguration.crossAccount({ SourceFileSystemId: "x", FileSystemId: "x" });

const withRole = { SourceFileSystemId: "x", Region: "us-west-2", RoleArn: "x" };
// @ts-expect-error: a role is for an existing file system, wherever it was written
createReplicationConfiguration.regional(withRole);

// @ts-expect-error: no other operation has modes
replicateKey.regional({ KeyId: "x" });

declare const draft: Draft;
// @ts-expect-error: a draft did not pass
send(draft);

// @ts-expect-error: what was put together by hand did not pass
send({ ...draft, input: { KeyId: "x", ReplicaRegion: "x" } });

declare const another: Request<CreateReplicationSetInput>;
// @ts-expect-error: a request of another operation
send(another);

// @ts-expect-error: there is no such code
export const isTooLong = (issue: Issue) => issue.code === "to_long";

// @ts-expect-error: there is no such option
replicateKey.validate(unknownInput, { regoin: "us-east-1" });

// @ts-expect-error: there is no such level
replicateKey.validate(unknownInput, { rules: { too_long: "of" } });

// @ts-expect-error: an index is no context
export const reports = [unknownInput].map(replicateKey.validate);

// @ts-expect-error: a number is no JSON text
replicateKey.validateJson(5);

// @ts-expect-error: a number is no place
replicateKey.validateField(0, "x");

// @ts-expect-error: there is no such option
built.request?.toHttp({ fisp: true });

// @ts-expect-error: a token is text
createReplicationSet.build(unknownInput, { clientToken: 5 });

// @ts-expect-error: only rows have columns
export const columns = replicateKey.form.fields[0]?.columns;

// @ts-expect-error: the name is the operation's own
replicateKey.name = "ReplicateKey";
