// Valibot, by its pipes.
import * as v from "valibot";
import { keys } from "../keys.mjs";

const piped = (made, actions) => (actions.length > 0 ? v.pipe(made, ...actions) : made);

function text({ minLength, maxLength, pattern }) {
  const actions = [];
  if (minLength !== undefined) actions.push(v.minLength(minLength));
  if (maxLength !== undefined) actions.push(v.maxLength(maxLength));
  if (pattern !== undefined) actions.push(v.regex(new RegExp(pattern)));
  return piped(v.string(), actions);
}

function list({ minItems, maxItems, items }) {
  const actions = [];
  if (minItems !== undefined) actions.push(v.minLength(minItems));
  if (maxItems !== undefined) actions.push(v.maxLength(maxItems));
  return piped(v.array(shape(items)), actions);
}

function map({ minProperties, maxProperties, propertyNames, additionalProperties }) {
  const counted = (value) => keys(value) >= minProperties && keys(value) <= maxProperties;
  return v.pipe(v.record(text(propertyNames), shape(additionalProperties)), v.check(counted));
}

function object({ properties, required = [] }) {
  const members = Object.entries(properties).map(([name, member]) => {
    const made = shape(member);
    return [name, required.includes(name) ? made : v.optional(made)];
  });
  return v.strictObject(Object.fromEntries(members));
}

function shape(schema) {
  if (schema.type === "string") return text(schema);
  if (schema.type === "boolean") return v.boolean();
  if (schema.type === "array") return list(schema);
  return schema.properties ? object(schema) : map(schema);
}

export function compile(schema) {
  const made = shape(schema);
  return (value) => {
    const { success, issues } = v.safeParse(made, value);
    return success ? null : issues;
  };
}
