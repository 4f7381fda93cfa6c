// An operation as JavaScript sees it, over the modules, which know it by its index.
import { built } from "./built.js";
import { beside } from "./engine.js";
import { isError } from "./issues.js";
import { isQuiet, judge } from "./judge.js";
import { validateJsonl } from "./jsonl.js";
import { formOf } from "./known-forms.js";
import { MarkedError } from "./marked-error.js";
import { pointerOf } from "./pointer.js";
import { fromRows, toRows, validateRows } from "./rows.js";
import { shapeAt, shown } from "./shown.js";
import { utf8 } from "./text.js";

/** Why a request cannot be written in a form; `code` says it for programs. */
export class RequestError extends MarkedError {
  static mark = "RequestError";

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export function operation(index, name, shape, { token } = {}) {
  const besides = (name) => (...given) => beside(name)(index, ...given);
  const jsonSchema = besides("jsonSchema");

  function validate(input, context) {
    if (context === undefined && isQuiet(index, input)) return { ok: true, value: input, issues: [] };
    return report(judge(index, context, { value: shown(input, shape) }), () => input);
  }

  return {
    name,

    validate,

    validateJson(json, context) {
      const bytes = utf8(json);
      return report(judge(index, context, { given: bytes }), () => JSON.parse(new TextDecoder().decode(bytes)));
    },

    validateJsonl: (source, context) => validateJsonl(index, source, context),

    validateField(pointer, value, input, context) {
      const at = pointerText(pointer);
      const told = (value, shape) => (value === undefined ? undefined : shown(value, shape));
      return judge(index, context, { pointer: at, value: told(value, shapeAt(shape, at)), rest: told(input, shape) });
    },

    build(input, options) {
      const { issues, text } = built(index, shape, input, options, token);
      const request = text === undefined ? undefined : renderings(index, name, text);
      return issues.some(isError) ? { ok: false, issues, draft: request } : { ok: true, request, issues };
    },

    notes: besides("notes"),
    fromRows: (rows) => fromRows(index, rows),
    toRows: (input) => toRows(index, input),
    validateRows: (rows, context) => validateRows(index, rows, context),
    rowsSchema: (context) => ({ "~standard": standard((rows) => validateRows(index, rows, context)) }),
    fromJson: besides("fromJson"),
    fromCli: besides("fromCli"),
    skeleton: besides("skeleton"),
    explainError: besides("explainError"),
    readResponse: besides("readResponse"),
    jsonSchema,

    get form() {
      return formOf(index);
    },

    get errors() {
      return beside("errors")(index);
    },

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

function report(issues, value) {
  return issues.some(isError) ? { ok: false, issues } : { ok: true, value: value(), issues };
}

// A request and a draft alike: the input as a plain object, and the forms that it takes.
function renderings(index, operation, text) {
  const as = (form) => (options) => {
    const rendered = beside("render")(index, text, form, options);
    if (Object.hasOwn(rendered, "code")) throw new RequestError(rendered.code, rendered.message);
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

// No path in a request is nearly as long.
const MOST_STEPS = 100;

// A JSON Pointer, of a pointer or a path. What is neither points nowhere.
function pointerText(pointer) {
  if (typeof pointer === "string") return pointer;
  try {
    const length = Array.isArray(pointer) ? pointer.length : Infinity;
    if (length > MOST_STEPS) return "?";
    return pointerOf(Array.from({ length }, (_, index) => pointer[index]));
  } catch {
    return "?";
  }
}
