import type { ErrorCode, HouseRulesDocument, IssueParams, JsonSchemaTarget, OperationName, WarningCode } from "./operations.js";

export * from "./operations.js";

/** JSON as text, or as its bytes in UTF-8. A byte order mark before it is left out of account. */
export type JsonText = string | ArrayBufferLike | DataView | Uint8Array | Uint8ClampedArray | Int8Array;

/** A step of a path: a key of an object or a position in an array, from 0. */
export type PathSegment = string | number;

/** What is wrong, for programs: never renamed. */
export type IssueCode = ErrorCode | WarningCode;

/**
 * Something to say about a request. Its `code` tells the type of its `params`; `Issue<"too_long">` is an issue with that
 * code alone.
 */
export type Issue<Code extends IssueCode = IssueCode> = { [Each in Code]: IssueWith<Each> }[Code];

interface IssueWith<Code extends IssueCode> {
  /** What is wrong, for programs: never renamed. */
  code: Code;
  /** An error is what the service certainly refuses; a warning is a documented hazard or a likely mistake. */
  severity: "error" | "warning";
  /** Where, from the root of the request. */
  path: PathSegment[];
  /** The same as a JSON Pointer (RFC 6901). */
  pointer: string;
  /** Set where the key of a map's entry is meant, not its value. */
  on?: "key";
  /** The issue in English, unless `ownWords` is set. */
  message: string;
  /** Set where the message is that of a house rule's author, and in whatever language that is. */
  ownWords?: true;
  /** The particulars, which differ by code. */
  params: IssueParams[Code];
  /** The id of the documented rule, or the name of the house rule, under which it can be switched off. */
  rule: string;
  /** The page that documents the rule. Only house rules can lack one: then the address is empty. */
  source: { title: string; url: string };
  /** Where it is inside a document that is written in a string: a key policy. Lines and columns count from 1. */
  within?: { pointer: string; line: number; column: number };
  /** What would make the issue go away, where it can be known. */
  suggestion?: Suggestion;
}

/** A change of the request that makes an issue go away: see {@link applySuggestion}. */
export interface Suggestion {
  /** Where. */
  pointer: string;
  /** What to write there. Without it and without `from`, what stands there is left out. */
  value?: string;
  /** What stands at this pointer is moved to the place: a member or an entry gets another name. */
  from?: string;
  /** The suggestion in English, for a button. */
  title: string;
}

/** A copy of the input, changed as suggested; the input itself where the place is not there any more. */
export declare function applySuggestion<Input>(input: Input, suggestion: Suggestion): Input;

/**
 * The issues of a key policy by itself: its structure, whom it lets change it again (the caller, by `callerArn`), and
 * what is likely to be a mistake. Never throws.
 */
export declare function checkKeyPolicy(text: unknown, context?: Context): Issue[];

/** A documented consequence of a request. */
export interface Note {
  kind: "permanent" | "overwritten" | "not_copied" | "default" | "progress" | "condition" | "repetition" | "visibility";
  text: string;
  rule: string;
  source: { title: string; url: string };
}

/** What follows from a request. */
export interface Notes {
  notes: Note[];
  /** The permissions that the caller needs, as an IAM policy. It has no statement while the request has errors. */
  policy: { Version: "2012-10-17"; Statement: Array<Record<string, unknown>> };
}

/** What the caller knows beside the request. What is not told is not judged. */
export interface Context {
  /** The Region that the call is sent to. */
  region?: string | undefined;
  /** The caller's account, twelve digits. */
  accountId?: string | undefined;
  /** The ARN of the user or role that calls. Its account is the caller's, unless `accountId` tells another. */
  callerArn?: string | undefined;
  /** The account that an EFS destination belongs to, twelve digits. */
  destinationAccountId?: string | undefined;
  /** Rules switched off, down or up, by code or by the id of the rule (the name, of a house rule). The id goes first. */
  rules?: Record<string, "off" | "warning" | "error"> | undefined;
  /** The rules of your own organisation, as {@link loadHouseRules} gave them. */
  house?: HouseRules | undefined;
}

/** House rules that are loaded. They live as long as the module. */
export interface HouseRules {
  /** For types alone: nothing else is taken for house rules. */
  readonly "~loaded": true;
}

/**
 * Loads house rules from their JSON text or their value. Load them once and give them to every call: the same rules
 * loaded again are the same handle. Throws a {@link HouseRulesError} that holds everything that is wrong with them.
 *
 * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
 */
export declare function loadHouseRules(document: string | HouseRulesDocument): HouseRules;

/**
 * The JSON Schema, draft 2020-12, of house rules. It says everything but what a pattern is.
 *
 * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
 */
export declare function houseRulesSchema(): Record<string, unknown>;

/** Why house rules cannot be used. */
export declare class HouseRulesError extends Error {
  /** Everything that is wrong, each with its place as a JSON Pointer, in the order of the pointers. */
  readonly problems: ReadonlyArray<{ pointer: string; message: string }>;
}

/**
 * Why a call has no result, whatever its input is worth. It is all that is thrown by what never throws otherwise, where
 * no verdict could be had. After the first four the next call works as ever.
 */
export declare class EngineError extends Error {
  readonly code:
    /** The memory of the module is exhausted: the input is too large, or the limit that is set too low. */
    | "out_of_memory"
    /** The call was made from too deep in a recursion. */
    | "stack_exhausted"
    /** Too many calls were made in the midst of each other, by getters of what is being judged. */
    | "nested_too_deep"
    /** The module failed: a defect of xregion. */
    | "trap"
    /** There is no memory to begin with, whatever the input: a limit is set. */
    | "no_instance"
    /** A global of browsers and runtimes is missing, as `TextEncoder` is under Jest with jsdom; the message names it. */
    | "missing_global"
    /** There is no WebAssembly, or not enough of it. */
    | "no_webassembly"
    | "unsupported"
    /** Compiling is not allowed: `script-src` of the Content-Security-Policy lacks `'wasm-unsafe-eval'`. */
    | "blocked_by_csp"
    /** What is called needs the full module, which in browsers `import "xregion/full"` brings. */
    | "not_in_module"
    /** What forms are made of was not brought: `import "xregion/form"`. */
    | "no_form"
    /** Of `xregion/slim` and `xregion/full/slim`: the module was not given, is another, or could not be fetched. */
    | "no_module"
    | "wrong_module"
    | "not_fetched";
}

/** The verdict on a request. `issues` holds warnings alone where `ok` is true, and at least one error where it is not. */
export type Report<Input> =
  | { ok: true; value: Input; issues: Issue[] }
  | { ok: false; issues: Issue[]; value?: undefined };

/** The verdict on a line that there is something to say about. */
export interface LineVerdict {
  /** Its number, from 1. Lines of white space alone have a number, and no verdict. */
  line: number;
  /** Whether there are warnings alone. */
  ok: boolean;
  issues: Issue[];
}

/** How much was judged so far. It changes while lines are asked for. */
export interface JsonlSummary {
  /** How many lines were judged: those of white space alone are none. */
  readonly lines: number;
  /** Those without errors. */
  readonly valid: number;
  /** Those with errors. */
  readonly invalid: number;
  /** Those with warnings, be they valid or not. */
  readonly withWarnings: number;
  /** How many bytes of the text were read. */
  readonly bytes: number;
}

/** The lines of a text in memory that there is something to say about, judged as they are asked for. */
export interface JsonlVerdicts extends Generator<LineVerdict, JsonlSummary, undefined> {
  /** How much was judged so far; all of it once there are no more lines. */
  readonly summary: JsonlSummary;
}

/** The same of a stream, which is judged as it comes. Who stops early cancels the stream. */
export interface JsonlStreamVerdicts extends AsyncGenerator<LineVerdict, JsonlSummary, undefined> {
  /** How much was judged so far; all of it once there are no more lines. */
  readonly summary: JsonlSummary;
}

/** Bytes that come in parts, which can begin and end anywhere: a `ReadableStream`, a `Readable` of Node, and others. */
export type JsonlStream =
  | AsyncIterable<Uint8Array>
  | {
      getReader(): {
        read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
        cancel(): Promise<void>;
        releaseLock(): void;
      };
    };

/**
 * Judges requests in bulk, each on a line that names its operation, `{"operation": "ReplicateKey", "input": {…}}`, and
 * gives the lines with issues. See {@link Operation.validateJsonl}.
 */
export declare function validateJsonl(source: string | Uint8Array, context?: Context): JsonlVerdicts;
export declare function validateJsonl(source: JsonlStream, context?: Context): JsonlStreamVerdicts;

export interface BuildOptions extends Context {
  /** The idempotency token for an input without one; otherwise it is a random UUID. */
  clientToken?: string | undefined;
}

/** Where to send a request. */
export interface HttpOptions {
  /** The Region of the call; without one it is that of the primary's ARN. */
  region?: string | undefined;
  /** To the endpoint that holds to FIPS 140. */
  fips?: boolean | undefined;
  /** To the endpoint that also speaks IPv6. */
  dualStack?: boolean | undefined;
  /** To an endpoint of your own, `http://localhost:4566` for example. */
  endpoint?: string | undefined;
}

/** A request over HTTP, unsigned, in the shape that `@smithy/signature-v4` signs. */
export interface HttpRequest {
  method: "POST";
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: string;
  url: string;
  signing: { service: string; region: string };
  /** What there is to say of the Region, where the options name another than the primary's. */
  issues?: Issue[];
}

/** For an SDK's client. */
export interface SdkOptions {
  /** The Region of the call; without one it is that of the primary's ARN, else left to the client. */
  region?: string | undefined;
}

/** A form of a request as source, to be read, copied and run. */
export interface Source {
  /** The source. */
  text: string;
  /** What there is to say of it: what it does not carry or needs beside itself, and of the Region. */
  issues: Issue[];
}

/** A call of the AWS SDK for JavaScript, version 3; `text` is a module. */
export interface SdkV3Call<Input> extends Source {
  /** The package of the client, as `@aws-sdk/client-kms`. */
  package: string;
  /** The class of the client, as `KMSClient`. */
  client: string;
  /** The class of the command, as `ReplicateKeyCommand`. */
  command: string;
  /** The Region for the client, where it is known. */
  region?: string;
  /** What the command is made of. */
  input: Input;
}

/** A call of boto3, the AWS SDK for Python; `text` is a script. */
export interface Boto3Call<Input> extends Source {
  /** The name of the client, as `kms`. */
  client: string;
  /** The name of the method, as `replicate_key`. */
  method: string;
  /** The Region for the client, where it is known. */
  region?: string;
  /** The keyword arguments. */
  kwargs: Input;
}

/** The shell that reads a command: `posix` is `sh`, `bash`, `zsh` and their like, `cmd` the command prompt of Windows. */
export type Shell = "posix" | "powershell" | "cmd";

/** How a command of the AWS CLI is written. */
export interface CliOptions {
  /** The shell that reads the command; without one it is `posix`. */
  shell?: Shell | undefined;
  /** How lists and objects are written: in the CLI's short notation wherever that means the same, or as JSON. */
  style?: "shorthand" | "json" | undefined;
  /** The Region of the call; without one it is that of the primary's ARN, else left to the CLI. */
  region?: string | undefined;
}

/** A command of the AWS CLI; `text` is for the shell. */
export interface CliCommand extends Source {
  /** The program and its arguments, as the shell hands them on. */
  argv: string[];
  /** The Region of the call, where it is known. */
  region?: string;
}

/** JSON, as infrastructure as code has it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What there is to know for Terraform beside the request. */
export interface TerraformOptions {
  /** The Region of the primary; without one it is that of its ARN. */
  region?: string | undefined;
}

/** A configuration of Terraform, for version 6 of its AWS provider; `text` is HCL, for a file that ends in `.tf`. */
export interface TerraformConfiguration extends Source {
  /** The type of the resource, as `aws_kms_replica_key`. */
  resource?: string;
  /** The Region of the resource, where it is known. */
  region?: string;
  /** The configuration in Terraform's JSON syntax, for a file that ends in `.tf.json`. */
  json: { [name: string]: Json };
}

/** How a template is to be written, and what there is to know beside the request. */
export interface CloudFormationOptions {
  /** The Region of the primary; without one it is that of its ARN. */
  region?: string | undefined;
  /** The language of the text; without one it is YAML. */
  format?: "yaml" | "json" | undefined;
}

/** A template of CloudFormation. */
export interface CloudFormationTemplate extends Source {
  /** The type of the resource, as `AWS::KMS::ReplicaKey`. */
  resource?: string;
  /** The Region to make the stack in, where it is known. */
  region?: string;
  /** What `text` says. */
  template: { [name: string]: Json };
  /** How to import what exists before `template` can be used: importing changes nothing, and updating the stack does. */
  import?: {
    /** What to import, as `--resources-to-import` takes it. Empty where the request does not identify it. */
    resources: Array<{ ResourceType: string; LogicalResourceId: string; ResourceIdentifier: Record<string, string> }>;
    /** The template to import it with. */
    template: { [name: string]: Json };
    /** That template as text. */
    text: string;
  };
}

/** The forms of a request. */
export interface Renderings<Input> {
  operation: OperationName;
  /** The input for an SDK's command: what was given, with the idempotency token. */
  input: Input;
  /**
   * The request as it goes over HTTP. Throws a {@link RequestError} where the options do not tell where to.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  toHttp(options?: HttpOptions): HttpRequest;
  /**
   * The request as a command of the AWS SDK for JavaScript, version 3.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  toSdkV3(options?: SdkOptions): SdkV3Call<Input>;
  /**
   * The request as a call of boto3, the AWS SDK for Python.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  toBoto3(options?: SdkOptions): Boto3Call<Input>;
  /**
   * The request as a command of the AWS CLI.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  toCli(options?: CliOptions): CliCommand;
  /**
   * The request as a resource of Terraform.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  toTerraform(options?: TerraformOptions): TerraformConfiguration;
  /**
   * The request as a resource of CloudFormation.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  toCloudFormation(options?: CloudFormationOptions): CloudFormationTemplate;
}

/** A request that passed every check. */
export interface Request<Input> extends Renderings<Input> {
  /** For types alone: nothing else is taken for a request. */
  readonly "~passed": true;
}

/** A request that did not pass, for those who know better. */
export interface Draft extends Renderings<unknown> {
  readonly "~passed"?: false;
}

/** What building yields. There is no draft of what JSON cannot carry. */
export type Built<Input> =
  | { ok: true; request: Request<Input>; issues: Issue[]; draft?: undefined }
  | { ok: false; issues: Issue[]; draft: Draft | undefined; request?: undefined };

/** What was read from another form: an input to judge, and what could not be read. */
export type Intake =
  | { ok: true; input: unknown; issues: Issue[] }
  | { ok: false; input?: unknown; issues: Issue[] };

/** The same with the operation that it is for, where that can be told. */
export type NamedIntake = Intake & { operation?: OperationName };

/**
 * The input that a JSON text holds, or its UTF-8 bytes, and the operation that it is for: the one that the text names
 * around it, `{"operation": "ReplicateKey", "input": {…}}`, else the only one that has all of its members. Never throws.
 *
 * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
 */
export declare function fromJson(json: JsonText): NamedIntake;

/** What was read from a command, and what it tells beside the input: a context to judge that with. */
export type CliIntake = NamedIntake & { context: { region?: string } };

/** How a command is read. */
export interface FromCliOptions {
  /** The shell that the command is for; without one the prompt tells it, or what no other shell understands. */
  shell?: Shell | undefined;
}

/**
 * The input that a command of the AWS CLI holds, as it stands in a runbook. Nothing of it is run: variables, files and
 * whatever else only a shell could tell are issues, and the input lacks those members. Never throws.
 *
 * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
 */
export declare function fromCli(text: string, options?: FromCliOptions): CliIntake;

/** What a text in a form must be. Lengths are in Unicode scalar values. */
export interface Limits {
  minLength?: number;
  maxLength?: number;
  /** What the lengths count. */
  unit?: "characters";
  /** As documented, of the whole text. Not for `<input pattern>`, which reads another dialect. */
  pattern?: string;
  /** The same pattern for `<input pattern>`. */
  htmlPattern?: string;
  /** The characters that the text can hold, in words, where its pattern says no more than that. */
  allowedCharacters?: string;
  /** In words, what passes. */
  expected?: string;
}

/** A field of a form. */
export type Field = {
  /** The way to the value from the request, or from its row. */
  path: string[];
  label: string;
  help?: string;
  required: boolean;
  example?: string;
  /** A token that is filled in where it is left empty. */
  generated?: true;
} & (
  | { control: "checkbox" }
  | ({ control: "text" | "textarea" } & Limits)
  | ({
      /** One line, for which values are known. Others are not refused. */
      control: "select";
      /** The known values, by what they belong to. */
      groups: Array<{ label: string; choices: Array<{ value: string; label: string }> }>;
    } & Limits)
  | { control: "group"; fields: Field[] }
  | {
      control: "rows";
      /** What one row is called. */
      row: string;
      min: number;
      max?: number;
      /** The field of the key, where the rows are the entries of an object. */
      key?: Field;
      /** What to say at a row with the key of an earlier one, which no object can hold. `{first+}` is that row, from 1. */
      duplicate?: string;
      columns: Field[];
    }
);

/** A form for a request. */
export interface Form {
  title: string;
  service: string;
  help: string;
  /** In the order of the API reference. */
  fields: Field[];
  /** The same in the order in which people fill them in, by their members' names. */
  groups: Array<{ title: string; fields: string[] }>;
  /** The ways to fill the rows of a field that exclude each other, where there are such. */
  modes?: {
    /** The name of the field's member. */
    field: string;
    modes: Array<{
      /** The name of the function that makes such a request, as `oneZone`. */
      name: string;
      label: string;
      help: string;
      /** The columns that make the mode. */
      required: string[];
      /** The columns that can be filled in beside them. All others stay empty. */
      optional: string[];
    }>;
  };
  samples: Array<{ title: string; json: string }>;
}

/** Whether the very same request can succeed when it is sent again. */
export interface Retry {
  /** Never without a change; later, once something has happened; or yes, after a moment that grows with each attempt. */
  advised: "never" | "later" | "yes";
  /** What must have happened first. */
  when?: string;
  /** How long the service wants to be left alone, from its answer on. */
  afterSeconds?: number;
  /** Until when the service wants to be left alone. */
  at?: Date;
}

/** An error that a service documents. */
export interface ServiceError {
  name: string;
  /** The HTTP status that is documented. */
  status?: number;
  retry: Retry;
  /** What it means for the operation. */
  meaning: string;
  /** What to do. */
  advice: string;
  /** Whether every operation has it. */
  common: boolean;
  rule: string;
  source: { title: string; url: string };
}

/** What an error means. */
export interface Explanation {
  /** The error's name, where its form tells it. */
  name?: string;
  /** Whether the documentation knows the error. */
  known: boolean;
  /** The HTTP status: the one that came, else the documented one. */
  status?: number;
  retry: Retry;
  /** What the error means for the operation. */
  meaning: string;
  /** What to do. */
  advice: string;
  /** What the service said about members of the request, at the paths of {@link Operation.validate}. */
  issues: Issue[];
  rule: string;
  source: { title: string; url: string };
}

/** How far something is. */
export interface StatusReading {
  /** Where the status stands, as a JSON Pointer. */
  pointer: string;
  status: string;
  /** Done; changing by itself; waiting for somebody to act; failed. Absent where the status is not documented. */
  phase?: "done" | "working" | "waiting" | "failed";
  meaning: string;
  /** What to do. */
  advice: string;
}

/** A response, read. */
export interface Reading<Response> {
  /** The response with its moments as dates. Where `issues` names a member, it is not of the type that stands here. */
  value: Response;
  /** What differs from the documentation: warnings all. */
  issues: Issue[];
  /** How far things are, and what to do. */
  statuses: StatusReading[];
}

/** Standard Schema v1 of rows: see {@link Operation.rowsSchema}. */
export interface RowsSchema<Rows, Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "xregion";
    readonly validate: (rows: unknown) => { value: Input; issues?: undefined } | { issues: ReadonlyArray<Issue> };
    readonly types?: { readonly input: Rows; readonly output: Input } | undefined;
  };
}

/** A request of one service. */
export interface Operation<Input, Response = unknown, Rows = unknown> {
  readonly name: OperationName;
  /** Judges any value. Never throws. */
  validate(input: unknown, context?: Context): Report<Input>;
  /** Judges JSON text, or its UTF-8 bytes, with or without a byte order mark. Never throws. */
  validateJson(json: JsonText, context?: Context): Report<Input>;
  /**
   * Judges inputs in bulk, each on a line of JSON, and gives the lines with issues: of a text or its UTF-8 bytes at once,
   * of a stream as it comes. Memory does not grow with the text. Lines of white space alone are passed over. A line that
   * is no JSON has the issue `invalid_json`, and one of more than 64 MiB `quota_exceeded`. What is wrong with the context
   * is said with the first line.
   *
   * @throws TypeError if it is none of these, or a stream of something else. What a stream throws is thrown here.
   * @throws {@link EngineError} where a line could not be judged.
   */
  validateJsonl(source: string | Uint8Array, context?: Context): JsonlVerdicts;
  validateJsonl(source: JsonlStream, context?: Context): JsonlStreamVerdicts;
  /**
   * The issues of one field, at a JSON Pointer or a path, as a form is typed into.
   * With the `input` around it also those of the rules that tie the field to others. Never throws.
   */
  validateField(pointer: string | readonly PathSegment[], value: unknown, input?: unknown, context?: Context): Issue[];
  /** Makes a request of an input that passes, and a draft of another. Never throws. */
  build(input: unknown, options?: BuildOptions): Built<Input>;
  /**
   * What follows from an input, as far as it is sound: consequences, and the permissions that it needs. Never throws.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  notes(input: unknown, context?: Context): Notes;
  /**
   * An input of rows, as forms and tables have them: maps are lists of rows, which hold the key and the value under the
   * names of their fields in {@link form}, as `{ Region, sseKmsKeyId }` and `{ Key, Value }`. What is optional and empty
   * is left out: a text, and rows of which there must be one. A second row with a key is a `duplicate` at its field.
   * Never throws.
   */
  fromRows(rows: unknown): Intake;
  /** The rows of an input: what {@link fromRows} makes that input of. Never throws. */
  toRows(input: Input): Rows;
  toRows(input: unknown): unknown;
  /**
   * Judges the input that rows stand for. Every issue is at the row's own field: `/regions/0/Region` for a key,
   * `/tags/1/Value` for a value. Never throws.
   */
  validateRows(rows: unknown, context?: Context): Report<Input>;
  /**
   * Standard Schema v1 of rows, for libraries of forms: its issues are those of {@link validateRows}, its output is the
   * input that the rows stand for. It knows no warnings: `validateRows` tells them.
   */
  rowsSchema(context?: Context): RowsSchema<Rows, Input>;
  /**
   * The input that a JSON text holds, alone or with the operation's name around it. Never throws.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  fromJson(json: JsonText): NamedIntake;
  /**
   * The input that a command of the AWS CLI holds, which is to be one of this operation. Never throws.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  fromCli(text: string, options?: FromCliOptions): CliIntake;
  /**
   * A request to be filled in: every member or only the required ones, texts empty, with one item in each list and map.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  skeleton(options?: { onlyRequired?: boolean | undefined }): Input;
  /**
   * What a page needs to show a form.
   *
   * @throws {@link EngineError} `no_form` in browsers, unless something is imported that brings it: `xregion/form`, for one.
   */
  readonly form: Form;
  /**
   * JSON Schema of what a schema can say; the rest it says in words. Without a target it is of draft 2020-12. Throws a
   * `RangeError` for another target than these.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  jsonSchema(options?: { target?: JsonSchemaTarget | undefined }): Record<string, unknown>;
  /**
   * The errors that the service documents, those of every operation included.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  readonly errors: readonly ServiceError[];
  /**
   * Says what an error of the service means: an exception of an AWS SDK, a response `{ status, headers, body }` as it
   * came over HTTP, its body alone, or the text that the AWS CLI prints. Never throws.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  explainError(error: unknown): Explanation;
  /**
   * Reads what the service answers when all went well. Never throws, and never refuses.
   *
   * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
   */
  readResponse(response: unknown): Reading<Response>;
  /** Standard Schema v1 and Standard JSON Schema v1. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "xregion";
    readonly validate: (value: unknown) => { value: Input; issues?: undefined } | { issues: ReadonlyArray<Issue> };
    /**
     * As {@link jsonSchema}: what passes is given out as it is. Throws a `RangeError` for targets that are not known.
     *
     * @throws {@link EngineError} `not_in_module` in browsers, unless `xregion/full` is imported.
     */
    readonly jsonSchema: {
      readonly input: (options: { readonly target: JsonSchemaTarget | (string & {}) }) => Record<string, unknown>;
      readonly output: (options: { readonly target: JsonSchemaTarget | (string & {}) }) => Record<string, unknown>;
    };
    readonly types?: { readonly input: Input; readonly output: Input } | undefined;
  };
}

/** Why a request cannot be written in a form. */
export declare class RequestError extends Error {
  readonly code:
    | "missing_region"
    | "invalid_region"
    | "invalid_endpoint"
    | "endpoint_with_variant"
    | "missing_path_member"
    | "invalid_options";
}
