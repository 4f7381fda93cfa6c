// An operation as JavaScript sees it, over the exports of the wasm module, which know it by its index.
import { explainError, readResponse } from "./answers.js";
import { engine } from "./engine.js";
import { fromCli, fromJson, fromRows, isError, toRows, validateRows } from "./intake.js";
import { optionsText } from "./options.js";
import { utf8 } from "./text.js";

/** Why a request cannot be written in a form; `code` says it for programs. */
export class RequestError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "RequestError";
    this.code = code;
  }
}

export function operation(index, name, { takesToken = false } = {}) {
  const schemas = new Map();
  let form;
  let errors;

  // Each call parses its own: a schema is the caller's to change.
  const jsonSchema = ({ target = "draft-2020-12" } = {}) => {
    if (!schemas.has(target)) schemas.set(target, schemaText(index, target));
    return JSON.parse(schemas.get(target));
  };

  const validate = (input, context) => report(engine().validate(index, input, optionsText(context)), () => input);
  const judgeRows = (rows, context) => validateRows(index, rows, context);

  return {
    name,

    validate,

    validateJson(json, context) {
      const calls = engine();
      const bytes = utf8(json);
      const issues = calls.validateJson(index, bytes, optionsText(context));
      return report(issues, () => JSON.parse(new TextDecoder().decode(bytes)));
    },

    validateField(pointer, value, input, context) {
      return engine().validateField(index, pointerText(pointer), value, input, optionsText(context)) ?? [];
    },

    build(input, options) {
      const calls = engine();
      const token = takesToken ? uuid() : undefined;
      const { issues, input: text } = calls.build(index, input, optionsText(options), token);
      const request = text === undefined ? undefined : renderings(index, name, text);
      return issues.some(isError) ? { ok: false, issues, draft: request } : { ok: true, request, issues };
    },

    notes(input, context) {
      return engine().notes(index, input, optionsText(context));
    },

    fromRows: (rows) => fromRows(index, rows),

    toRows: (input) => toRows(index, input),

    validateRows: judgeRows,

    rowsSchema: (context) => ({ "~standard": standard((rows) => judgeRows(rows, context)) }),

    fromJson: (json) => fromJson(json, index),

    fromCli: (text, options) => fromCli(text, options, index),

    skeleton: ({ onlyRequired = false } = {}) => JSON.parse(engine().skeleton(index, onlyRequired)),

    get form() {
      return (form ??= JSON.parse(engine().form(index)));
    },

    jsonSchema,

    get errors() {
      return (errors ??= JSON.parse(engine().errors(index)));
    },

    explainError: (error) => explainError(index, error),

    readResponse: (response) => readResponse(index, response),

    // What passes is given out as it is.
    "~standard": { ...standard(validate), jsonSchema: { input: jsonSchema, output: jsonSchema } },
  };
}

// Standard Schema v1 takes any issue for a failure, so that warnings are no part of it.
function standard(validate) {
  return {
    version: 1,
    vendor: "xregion",
    validate(value) {
      const result = validate(value);
      return result.ok ? { value: result.value } : { issues: result.issues.filter(isError) };
    },
  };
}

function schemaText(index, target) {
  const text = engine().jsonSchema(index, String(target));
  if (text === undefined) throw new RangeError(`There is no JSON Schema for the target "${target}", but for "draft-2020-12" and "draft-07".`);
  return text;
}

// A request and a draft alike: the input as a plain object, and the forms that it takes.
function renderings(index, operation, text) {
  const as = (form) => (options) => {
    const rendered = JSON.parse(engine().render(index, text, form, optionsText(options)));
    if (rendered.code) throw new RequestError(rendered.code, rendered.message);
    return rendered;
  };
  return {
    operation,
    input: JSON.parse(text),
    toHttp: as("http"),
    toSdkV3: as("sdkV3"),
    toBoto3: as("boto3"),
    toCli: as("cli"),
    toTerraform: as("terraform"),
    toCloudFormation: as("cloudFormation"),
  };
}

function report(issues = [], value) {
  return issues.some(isError) ? { ok: false, issues } : { ok: true, value: value(), issues };
}

// `crypto.randomUUID` is there in secure contexts only.
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// No path in a request is nearly as long.
const MOST_STEPS = 100;

// A JSON Pointer, of a pointer or a path. What is neither points nowhere.
function pointerText(pointer) {
  if (typeof pointer === "string") return pointer;
  try {
    const length = Array.isArray(pointer) ? pointer.length : Infinity;
    if (length > MOST_STEPS) return "?";
    const steps = Array.from({ length }, (_, index) => String(pointer[index]));
    return steps.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  } catch {
    return "?";
  }
}
