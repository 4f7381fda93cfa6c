// JSON Pointers (RFC 6901).

export function pointerOf(path) {
  let pointer = "";
  for (const step of path) pointer += `/${escaped(String(step))}`;
  return pointer;
}

const escaped = (step) => (step.includes("~") || step.includes("/") ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step);

/** The steps of a pointer, as texts. */
export const stepsOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
