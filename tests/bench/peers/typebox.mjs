// TypeBox, whose compiler reads a JSON Schema as it is.
import { Compile } from "typebox/compile";

export function compile(schema) {
  const judge = Compile(schema);
  return (value) => (judge.Check(value) ? null : judge.Errors(value));
}
