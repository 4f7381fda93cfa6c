// zod/mini, by its functions.
import * as z from "zod/mini";
import { keys } from "../keys.mjs";

function text({ minLength, maxLength, pattern }) {
  const checks = [];
  if (minLength !== undefined) checks.push(z.minLength(minLength));
  if (maxLength !== undefined) checks.push(z.maxLength(maxLength));
  if (pattern !== undefined) checks.push(z.regex(new RegExp(pattern)));
  return checks.length > 0 ? z.string().check(...checks) : z.string();
}

function list({ minItems, maxItems, items }) {
  const checks = [];
  if (minItems !== undefined) checks.push(z.minLength(minItems));
  if (maxItems !== undefined) checks.push(z.maxLength(maxItems));
  return checks.length > 0 ? z.array(shape(items)).check(...checks) : z.array(shape(items));
}

function map({ minProperties, maxProperties, propertyNames, additionalProperties }) {
  const counted = (value) => keys(value) >= minProperties && keys(value) <= maxProperties;
  return z.record(text(propertyNames), shape(additionalProperties)).check(z.refine(counted));
}

function object({ properties, required = [] }) {
  const members = Object.entries(properties).map(([name, member]) => {
    const made = shape(member);
    return [name, required.includes(name) ? made : z.optional(made)];
  });
  return z.strictObject(Object.fromEntries(members));
}

function shape(schema) {
  if (schema.type === "string") return text(schema);
  if (schema.type === "boolean") return z.boolean();
  if (schema.type === "array") return list(schema);
  return schema.properties ? object(schema) : map(schema);
}

export function compile(schema) {
  const made = shape(schema);
  return (value) => {
    const { success, error } = made.safeParse(value);
    return success ? null : error.issues;
  };
}
