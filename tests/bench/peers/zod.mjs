// zod, by its methods.
import { z } from "zod";
import { keys } from "../keys.mjs";

function text({ minLength, maxLength, pattern }) {
  let made = z.string();
  if (minLength !== undefined) made = made.min(minLength);
  if (maxLength !== undefined) made = made.max(maxLength);
  return pattern === undefined ? made : made.regex(new RegExp(pattern));
}

function list({ minItems, maxItems, items }) {
  let made = z.array(shape(items));
  if (minItems !== undefined) made = made.min(minItems);
  return maxItems === undefined ? made : made.max(maxItems);
}

function map({ minProperties, maxProperties, propertyNames, additionalProperties }) {
  const counted = (value) => keys(value) >= minProperties && keys(value) <= maxProperties;
  return z.record(text(propertyNames), shape(additionalProperties)).refine(counted);
}

function object({ properties, required = [] }) {
  const members = Object.entries(properties).map(([name, member]) => {
    const made = shape(member);
    return [name, required.includes(name) ? made : made.optional()];
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
