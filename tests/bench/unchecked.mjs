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
const rulesIn = (words) => [...new Set([...words].flatMap((text) => text.match(/(?<=\()[A-Z0-9-]+: [a-z_]+(?=\))/g) ?? []))];

const codesOf = (rules) => [...new Set(rules.map((rule) => rule.split(": ")[1]))].sort();

/** How many rules of an operation no schema can say, errors and warnings, with the codes of what they find. */
export function unchecked(operation) {
  const schema = operation.jsonSchema();
  const told = (keyword) => {
    const rules = rulesIn(wordsOf(schema, keyword));
    return { count: rules.length, codes: codesOf(rules) };
  };
  // Errors stand in descriptions, warnings in comments.
  return { errors: told("description"), warnings: told("$comment") };
}
