// Issues: to which field they belong, and how they look.
import { h, outward, set } from "./dom.js";
import { placeOf } from "./values.js";

/** The issues by the node at which they are to be shown: their field, or the nearest group around where there is none. */
export function byNode(issues, places) {
  const found = new Map();
  for (const issue of issues) {
    const node = nodeOf(issue, places);
    found.set(node, [...(found.get(node) ?? []), issue]);
  }
  return found;
}

function nodeOf(issue, places) {
  if (issue.node) return issue.node;
  const exact = places.get(placeOf(issue.pointer, issue.on));
  if (exact) return exact;
  let pointer = issue.pointer;
  while (pointer && !places.has(pointer)) pointer = pointer.slice(0, pointer.lastIndexOf("/"));
  return places.get(pointer);
}

/** Rows whose key stands in an earlier row, in the words of the library. */
export function duplicateIssues(duplicates, issues) {
  return duplicates.flatMap(({ node, pointer, first, template }) => {
    const ofKey = issues.filter((issue) => issue.on === "key" && issue.pointer === pointer);
    // Two rows that are still empty have no key twice, but none.
    if (node.text === "" && ofKey.length) return ofKey.map((issue) => ({ ...issue, node }));
    const message = template.replace("{first+}", first + 1);
    return [{ code: "duplicate", severity: "error", pointer, on: "key", message, node }];
  });
}

export const isError = (issue) => issue.severity === "error";

/** Shows issues, and nothing where there are none. What is shown already stays, with what was opened in it. */
export function showIssues(container, issues) {
  const signature = issues
    .map(({ code, rule, pointer, message }) => [code, rule, pointer, message].join("\n"))
    .join("\n\n");
  if (container.dataset.shown === signature) return;
  container.dataset.shown = signature;
  container.replaceChildren(...issues.map((issue) => issueElement(issue)));
}

/** An issue: what it is, in words, and on demand its code, its rule and its source. */
export function issueElement(issue, lead = issue.message) {
  return h(
    "div",
    { class: `issue ${issue.severity}` },
    h("p", { class: "message" }, h("strong", { class: "severity" }, isError(issue) ? "Error" : "Warning"), " ", lead),
    h("details", {}, h("summary", {}, "Why"), h("p", {}, particulars(issue))),
  );
}

function particulars({ code, rule, source }) {
  const of = rule ? [" · rule ", h("code", {}, rule)] : [" · an object holds each key once"];
  return ["code ", h("code", {}, code), ...of, source ? " · " : "", source ? outward(source) : ""];
}

/** Marks a control as wrong, or as right again. */
export function mark(control, issues) {
  set(control, "aria-invalid", issues.some(isError) ? "true" : undefined);
}
