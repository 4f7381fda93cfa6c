// Requests judged inside the AWS SDK for JavaScript v3, before it sends them.
import { CLIENTS } from "./clients.js";
import { MarkedError } from "./marked-error.js";
// By its name: which file it is depends on where the program runs.
import { operations } from "xregion";

/** Why a command was not sent; `issues` holds everything that was found. */
export class InvalidRequestError extends MarkedError {
  static mark = "InvalidRequestError";

  constructor(operation, issues) {
    super([`${operation} was not sent:`, ...issues.map(line)].join("\n"));
    this.operation = operation;
    this.issues = issues;
  }
}

const line = ({ severity, pointer, message }) => `- ${severity}${pointer && ` at ${pointer}`}: ${message}`;

export function validateRequests({ onWarning, region, ...context } = {}) {
  async function judge({ name, validate }, input, regionOfClient) {
    const told = typeof region === "function" ? await region() : region;
    const regionOfCall = told ?? regionOfClient;
    const { ok, issues } = validate(input, { ...context, region: regionOfCall });
    if (!ok) throw new InvalidRequestError(name, issues);
    return { issues, region: regionOfCall };
  }

  const judgeInput = (operation, input) => judge(operation, input);

  async function judgeInRegion(operation, input, handling) {
    const { issues, ...call } = await judge(operation, input, regionOfSigning(handling));
    if (issues.length > 0) await onWarning?.(issues, { operation: operation.name, ...call });
  }

  return {
    applyToStack(stack) {
      // The input is complete here, and credentials are looked for later.
      stack.add(before(judgeInput), { ...ENTRY, name: "xregionInputMiddleware", step: "serialize" });
      // The client's Region is known by now, and no attempt to send has been made.
      stack.add(before(judgeInRegion), { ...ENTRY, name: "xregionRegionMiddleware", step: "build" });
    },
  };
}

// Used again, on the client or on a command of it, the middleware takes the place of the one before.
const ENTRY = { priority: "high", override: true, tags: ["XREGION"] };

// A middleware that judges and goes on with the same arguments. Commands that are not ours it leaves alone.
function before(judge) {
  return (next, handling) => {
    const operation = operationOf(handling);
    if (!operation) return next;
    return async (args) => {
      await judge(operation, args.input, handling);
      return next(args);
    };
  };
}

// A command is named after its operation.
const operationOf = ({ clientName, commandName }) =>
  operations.find(({ name }) => CLIENTS[name] === clientName && `${name}Command` === commandName);

// The Region that the request will be signed for: that of the endpoint, where it has one of its own, else the client's.
// Versions of the SDK before 3.513 choose how to sign only when they sign, and so have none here.
function regionOfSigning({ __smithy_context: handling }) {
  const properties = handling?.selectedHttpAuthScheme?.httpAuthOption?.signingProperties;
  return properties?.signingRegion ?? properties?.region;
}
