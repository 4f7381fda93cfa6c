// ArkType. Its index signatures say nothing of keys that are wrong: a narrowing does.
import { type } from "arktype";

function text({ minLength, maxLength, pattern }) {
  let made = type("string");
  if (minLength !== undefined) made = made.atLeastLength(minLength);
  if (maxLength !== undefined) made = made.atMostLength(maxLength);
  return pattern === undefined ? made : made.and(new RegExp(pattern));
}

function list({ minItems, maxItems, items }) {
  let made = shape(items).array();
  if (minItems !== undefined) made = made.atLeastLength(minItems);
  return maxItems === undefined ? made : made.atMostLength(maxItems);
}

function map({ minProperties, maxProperties, propertyNames, additionalProperties }) {
  const name = text(propertyNames);
  return type({ "[string]": shape(additionalProperties) }).narrow((value, context) => {
    const keys = Object.keys(value);
    const isCounted = keys.length >= minProperties && keys.length <= maxProperties;
    if (!isCounted) context.error(`an object with ${minProperties} to ${maxProperties} members`);
    const wrong = keys.filter((key) => !name.allows(key));
    for (const key of wrong) context.error({ expected: "a valid key", actual: key, relativePath: [key] });
    return isCounted && wrong.length === 0;
  });
}

function object({ properties, required = [] }) {
  const members = Object.entries(properties).map(([name, member]) => [
    required.includes(name) ? name : `${name}?`,
    shape(member),
  ]);
  return type({ "+": "reject", ...Object.fromEntries(members) });
}

function shape(schema) {
  if (schema.type === "string") return text(schema);
  if (schema.type === "boolean") return type("boolean");
  if (schema.type === "array") return list(schema);
  return schema.properties ? object(schema) : map(schema);
}

export function compile(schema) {
  const made = shape(schema);
  return (value) => {
    const judged = made(value);
    return judged instanceof type.errors ? judged : null;
  };
}
