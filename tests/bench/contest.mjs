// One library beside ours: the verdicts that are timed, and that they are the right ones.
import { operations } from "xregion";
import { ERRORS, SIZES, payloads } from "./payloads.mjs";
import { schemas } from "./schemas.mjs";

/** Ours, as a program uses it. */
const oursOf = (operation) => (value) => {
  const report = operation.validate(value);
  return report.ok ? null : report.issues;
};

/** Says what a verdict has against a payload that is said to be as its size says; nothing where it is right. */
export function contradiction(issues, size, least) {
  if (size !== "invalid") return issues === null ? undefined : "refuses what is valid";
  return issues?.length >= least ? undefined : `finds ${issues?.length ?? 0} of ${least} errors`;
}

/** What there is to time, for a library's `compile`. Throws where one of both judges otherwise than it should. */
export function casesOf(peer, compile) {
  return operations.flatMap((operation) => {
    const judges = { ours: oursOf(operation), [peer]: compile(schemas[operation.name], operation.name) };
    return SIZES.map((size) => {
      const payload = payloads[operation.name][size];
      for (const [name, judge] of Object.entries(judges)) {
        const wrong = contradiction(judge(payload), size, ERRORS);
        if (wrong) throw new Error(`${name} ${wrong}: ${operation.name}, ${size}`);
      }
      const json = JSON.stringify(payload);
      return { operation: operation.name, size, make: () => JSON.parse(json), judges };
    });
  });
}
