// Issues: to which field they belong, and how they look.
import { h, outward, set, unseen } from "./dom.js";
import { placeOf } from "./values.js";

/**
 * The issues by the node at which they are to be shown: their field, or the nearest group around where there is none.
 * `actionsOf(issue, node)` tells what can be done about one; at one node each is offered once.
 */
export function byNode(issues, places, actionsOf) {
  const found = new Map();
  for (const issue of issues) {
    const node = nodeOf(issue, places);
    const before = found.get(node) ?? [];
    const offered = before.flatMap(({ actions }) => actions.map(nameOf));
    const actions = actionsOf(issue, node).filter((action) => !offered.includes(nameOf(action)));
    found.set(node, [...before, { ...issue, actions }]);
  }
  return found;
}

const nameOf = ({ label, about }) => label + about;

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
    if (node.text === "" && ofKey.length) return ofKey.map((issue) => ({ ...issue, node, suggestion: undefined }));
    const message = template.replace("{first+}", first + 1);
    return [{ code: "duplicate", severity: "error", pointer, on: "key", message, node }];
  });
}

export const isError = (issue) => issue.severity === "error";

/** Shows issues, and nothing where there are none. What is shown already stays, with what was opened in it. */
export function showIssues(container, issues) {
  const signature = issues
    .map(({ code, rule, pointer, message, actions }) => [code, rule, pointer, message, ...actions.map(nameOf)])
    .map((parts) => parts.join("\n"))
    .join("\n\n");
  if (container.dataset.shown === signature) return;
  container.dataset.shown = signature;
  container.replaceChildren(...issues.map((issue) => issueElement(issue)));
}

/** The buttons of what can be done about an issue. */
export const actionButtons = ({ actions }) =>
  actions.flatMap(({ label, about, act }) => [
    " ",
    h("button", { type: "button", class: "act", click: act }, label, unseen(about)),
  ]);

/** An issue: what it is, in words, what can be done about it, and on demand its code, its rule and its source. */
export function issueElement(issue, lead = issue.message) {
  return h(
    "div",
    { class: `issue ${issue.severity}` },
    h("p", { class: "message" }, h("strong", { class: "severity" }, isError(issue) ? "Error" : "Warning"), " ", lead),
    ...actionButtons(issue),
    " ",
    h("details", {}, h("summary", {}, "Why"), h("p", {}, particulars(issue))),
  );
}

function particulars({ code, rule, source, within }) {
  const of = rule ? [" · rule ", h("code", {}, rule)] : [" · an object holds each key once"];
  const at = within && ` · at ${within.pointer || "/"} in the text, line ${within.line}, column ${within.column}`;
  return ["code ", h("code", {}, code), ...of, at, source && " · ", source && outward(source)];
}

/** Marks a control as wrong, or as right again. */
export function mark(control, issues) {
  set(control, "aria-invalid", issues.some(isError) ? "true" : undefined);
}
