// What is known of an operation, as the full module tells it.
import { engine } from "./engine.js";

const remembered = (make) => {
  const known = new Map();
  return (index) => {
    if (!known.has(index)) known.set(index, make(index));
    return known.get(index);
  };
};

export const form = remembered((index) => JSON.parse(engine().form(index)));
export const errors = remembered((index) => JSON.parse(engine().errors(index)));

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
