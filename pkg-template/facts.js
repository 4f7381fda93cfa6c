// What is known of an operation, as the full module tells it.
import { engine } from "./engine.js";

const known = new Map();

export function errors(index) {
  if (!known.has(index)) known.set(index, JSON.parse(engine().errors(index)));
  return known.get(index);
}

const schemas = new Map();

// Each call parses its own: a schema is the caller's to change.
export function jsonSchema(index, { target = "draft-2020-12" } = {}) {
  const key = `${index} ${target}`;
  if (!schemas.has(key)) schemas.set(key, schemaText(index, target));
  return JSON.parse(schemas.get(key));
}

function schemaText(index, target) {
  const text = engine().jsonSchema(index, String(target));
  if (text === undefined) throw new RangeError(`There is no JSON Schema for the target "${target}", but for "draft-2020-12" and "draft-07".`);
  return text;
}
