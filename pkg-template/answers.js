// What comes back from the services, for the core to explain: errors in whatever form, and responses.
import { engine } from "./engine.js";
import { LONE_SURROGATE, isWellFormed } from "./text.js";

/** What an error means. */
export function explainError(index, error) {
  const explanation = engine().explainError(index, jsonOf(plainError(error)));
  const { retry } = explanation;
  if (retry.at !== undefined) retry.at = new Date(retry.at);
  return explanation;
}

/** A response with typed values. */
export function readResponse(index, response) {
  const { value: text, moments, issues, statuses } = engine().readResponse(index, jsonOf(plain(response)));
  const value = JSON.parse(text);
  for (const path of moments) {
    const last = path.pop();
    const around = path.reduce((at, step) => at[step], value);
    around[last] = new Date(around[last]);
  }
  return { value, issues, statuses };
}

const MEMBERS = [
  "name",
  "message",
  "Message",
  "errorMessage",
  "code",
  "Code",
  "ErrorCode",
  "Error",
  "__type",
  "status",
  "statusCode",
  "retryAfter",
  "ResponseMetadata",
  "$metadata",
];

// An error as plain data: what is of use of an exception or a response, inherited or not.
function plainError(error) {
  if (!isObject(error)) return plain(error);
  const found = Object.create(null);
  for (const name of MEMBERS) found[name] = plain(member(error, name));
  found.headers = plainHeaders(member(error, "headers"));
  found.body = plainBody(member(error, "body"));
  const response = member(error, "$response");
  if (isObject(response)) {
    const statusCode = plain(member(response, "statusCode"));
    found.$response = { statusCode, headers: plainHeaders(member(response, "headers")) };
  }
  return found;
}

function plainHeaders(headers) {
  if (!isObject(headers)) return undefined;
  const entries = Object.create(null);
  const add = (name, value) => {
    if (typeof name === "string" && typeof value === "string") entries[wellFormed(name)] = wellFormed(value);
  };
  // A `Headers`, a `Map` or a plain object.
  const each = member(headers, "forEach");
  if (typeof each === "function") attempt(() => each.call(headers, (value, name) => add(name, value)));
  else for (const name of keys(headers)) add(name, member(headers, name));
  return entries;
}

// Text, bytes or what they were parsed to.
function plainBody(body) {
  const text = isObject(body) ? attempt(() => new TextDecoder().decode(body)) : undefined;
  return plain(text ?? body);
}

// A copy of what JSON can carry of a value, whatever the value: no deeper and no larger than answers are.
const DEEPEST = 32;
const MOST = 20_000;

function plain(value) {
  let left = MOST;
  const copy = (value, depth) => {
    if (typeof value === "string") return wellFormed(value);
    if (typeof value === "boolean" || value === null || Number.isFinite(value)) return value;
    if (!isObject(value) || typeof value === "function" || depth > DEEPEST || --left < 0) return undefined;
    const date = attempt(() => Date.prototype.toISOString.call(value));
    if (date !== undefined) return date;
    if (attempt(() => Array.isArray(value))) {
      const length = attempt(() => Math.min(value.length, left)) ?? 0;
      return Array.from({ length }, (_, index) => copy(member(value, index), depth + 1) ?? null);
    }
    const entries = Object.create(null);
    for (const name of keys(value)) {
      if (left < 0) break;
      const found = copy(member(value, name), depth + 1);
      if (found !== undefined) entries[wellFormed(name)] = found;
    }
    return entries;
  };
  return copy(value, 0);
}

const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";
const member = (value, name) => attempt(() => value[name]);
const keys = (value) => attempt(() => Object.keys(value)) ?? [];

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

// A lone surrogate as the character that stands for what cannot be shown.
const wellFormed = (text) => (isWellFormed(text) ? text : text.replace(LONE_SURROGATE, "\uFFFD"));

const jsonOf = (value) => JSON.stringify(value) ?? "null";
