// Verdicts held against a second judge, which knows nothing but the models that AWS ships with botocore, and is written in
// another language by other means. Where they differ, one of them is wrong, or it was decided so.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { operationNamed } from "../node/support.mjs";
import { startPython } from "./support.mjs";

/** What the models can state. Other codes come of formats, and of rules that tie members together. */
const STRUCTURAL = new Set([
  ..."wrong_type missing_required unknown_field too_short too_long too_few too_many pattern_mismatch".split(" "),
]);

/** What is found here alone by decision, by its rule; docs/drift.md has the reasons. */
const OURS_ALONE = {
  "SECM-REPLICATESECRET-19": "an entry without a Region",
  "EFS-CREATEREPLCONF-13": "no destination, or several",
  "KMS-REPLICATEKEY-48": "more than fifty tags",
};

/** What the models find alone by decision: an empty string that is too short is not told to be of another form, too. */
const AN_EMPTY_STRING = "an empty string of another form";
const isOfEmptyString = ({ pointer, code }, ours) =>
  code === "pattern_mismatch" && ours.some((issue) => issue.pointer === pointer && issue.code === "too_short");

const SEED = "2026-11-20";
const EACH = 30_000;

const isSame = (one, other) => one.pointer === other.pointer && one.code === other.code;

/** What the two say differently of an input, each with the decision behind it, if there is one. */
function differences({ operation, input, found }) {
  const theirs = found.map(([pointer, code]) => ({ pointer, code }));
  const { issues } = operationNamed(operation).validate(input);
  const ours = issues.filter(({ code, severity }) => severity === "error" && STRUCTURAL.has(code));
  const only = (some, others) => some.filter((one) => !others.some((other) => isSame(one, other)));
  return [
    ...only(theirs, ours).map((one) => ({ by: "the models", ...one, decided: isOfEmptyString(one, ours) && AN_EMPTY_STRING })),
    ...only(ours, theirs).map(({ pointer, code, rule }) => ({ by: rule, pointer, code, decided: OURS_ALONE[rule] })),
  ];
}

test(`a second judge says the same of ${4 * EACH} requests`, { timeout: 600_000 }, async (t) => {
  const child = startPython([fileURLToPath(new URL("second_judge.py", import.meta.url)), SEED, String(EACH)]);
  const ended = once(child, "close");
  const unexplained = [];
  const decided = {};
  let requests = 0;
  let withFindings = 0;
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    const judged = JSON.parse(line);
    requests += 1;
    withFindings += judged.found.length > 0 ? 1 : 0;
    for (const difference of differences(judged)) {
      if (difference.decided) decided[difference.decided] = (decided[difference.decided] ?? 0) + 1;
      else if (unexplained.length < 10) unexplained.push({ ...difference, ...judged });
    }
  }
  const [code] = await ended;
  assert.equal(code, 0);
  assert.equal(requests, 4 * EACH);
  t.diagnostic(`${requests} requests, ${withFindings} with findings; decided: ${JSON.stringify(decided)}`);
  assert.deepEqual(unexplained, []);
  assert.deepEqual(Object.keys(decided).sort(), [AN_EMPTY_STRING, ...Object.values(OURS_ALONE)].sort(), "decisions are met");
  assert.ok(withFindings > requests / 10 && withFindings < requests * 0.95, "there are requests of both sorts");
});
