// What a schema leaves unchecked, by what the schemas of the package say of themselves.

/** Everything that a schema says in words, by the keyword that says it. */
function* wordsOf(schema, keyword) {
  if (typeof schema !== "object" || schema === null) return;
  for (const [name, value] of Object.entries(schema)) {
    if (name === keyword && typeof value === "string") yield value;
    else yield* wordsOf(value, keyword);
  }
}

/** The rules in such words as `RULE: code`, each once. */
const rulesIn = (words) => [
  ...new Set([...words].flatMap((text) => text.match(/(?<=\()[A-Z0-9-]+: [a-z_]+(?=\))/g) ?? [])),
];

const codesOf = (rules) => [...new Set(rules.map((rule) => rule.split(": ")[1]))].sort();

/** Errors stand in descriptions and warnings in comments, but for this error, which is about every text. */
const ILL_FORMED = "X-02: invalid_unicode";

/** How many rules of an operation no schema can say, errors and warnings, with the codes of what they find. */
export function unchecked(operation) {
  const schema = operation.jsonSchema();
  const comments = rulesIn(wordsOf(schema, "$comment"));
  const told = (rules) => ({ count: rules.length, codes: codesOf(rules) });
  return {
    errors: told([...rulesIn(wordsOf(schema, "description")), ...comments.filter((rule) => rule === ILL_FORMED)]),
    warnings: told(comments.filter((rule) => rule !== ILL_FORMED)),
  };
}
