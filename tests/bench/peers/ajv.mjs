// ajv with its default options, but for all errors instead of the first.
import Ajv from "ajv";

export function compile(schema) {
  const judge = new Ajv({ allErrors: true }).compile(schema);
  return (value) => (judge(value) ? null : judge.errors);
}
