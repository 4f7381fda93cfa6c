// What differs between two requests.

const isBranch = (value) => typeof value === "object" && value !== null;

const step = (name) => `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** What a form makes of a request that was loaded into it, where that is something else. */
export function differences(given, held, at = "") {
  if (!isBranch(given) || !isBranch(held) || Array.isArray(given) !== Array.isArray(held)) {
    return Object.is(given, held) ? [] : [{ pointer: at, given, held }];
  }
  const names = new Set([...Object.keys(given), ...Object.keys(held)]);
  return [...names].flatMap((name) => {
    const of = (side) => (Object.hasOwn(side, name) ? side[name] : undefined);
    return differences(of(given), of(held), at + step(name));
  });
}
