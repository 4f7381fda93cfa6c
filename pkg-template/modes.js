// Operations whose list has items of several modes: a function for each makes an input of exactly its members.

/** The operation with a function for each mode. What is no member of the request itself goes into the list's one item. */
export function withModes(operation, { names, list, outside }) {
  const make = (members) => {
    const entries = Object.entries(members ?? {});
    const isOutside = ([name]) => outside.includes(name);
    const item = Object.fromEntries(entries.filter((entry) => !isOutside(entry)));
    return { ...Object.fromEntries(entries.filter(isOutside)), [list]: [item] };
  };
  for (const name of names) operation[name] = make;
  return operation;
}
