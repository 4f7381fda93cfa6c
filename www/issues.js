// Issues: how they look, and what can be done about them.
import { h, outward, unseen } from "./dom.js";

export const isError = (issue) => issue.severity === "error";

/** In words, what was found. */
export function counted(issues) {
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  const of = (count, name) => count > 0 && `${count} ${name}${count === 1 ? "" : "s"}`;
  return [of(errors, "error"), of(warnings, "warning")].filter(Boolean).join(", ");
}

/** The issues of one place with what can be done about them: the same thing is offered once. */
export function withActions(issues, actionsOf) {
  const offered = new Set();
  const isNew = (action) => !offered.has(nameOf(action)) && offered.add(nameOf(action));
  return issues.map((issue) => ({ ...issue, actions: actionsOf(issue).filter(isNew) }));
}

const nameOf = ({ label, about }) => label + about;

/** Shows issues, and nothing where there are none. What is shown already stays, with what was opened in it. */
export function showIssues(container, issues) {
  const signature = issues
    .map(({ code, rule, pointer, message, actions }) => [code, rule, pointer, message, ...actions.map(nameOf)])
    .map((parts) => parts.join("\n"))
    .join("\n\n");
  if ((container.dataset.shown ?? "") === signature) return;
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
