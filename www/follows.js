// What follows from the request: the consequences that no verdict tells, and the permissions that it needs.
import { h, outward, plural, set, write } from "./dom.js";
import { panel } from "./panel.js";

const HEADINGS = {
  permanent: "What cannot be changed later",
  overwritten: "What is overwritten",
  not_copied: "What the replica does not get",
  default: "What is taken by default",
  progress: "How long to wait",
  condition: "What must be so before",
  repetition: "When the call is repeated",
  visibility: "Who can see what",
};
const OTHERS = "What else there is to know";
// What cannot be mended afterwards is seen without asking.
const OPEN = ["permanent", "overwritten"];

/** The section of what follows. */
export function followsElement() {
  const title = h("h2", { id: "follows-title", tabindex: "-1" }, "What follows");
  const groups = [...Object.entries(HEADINGS), [undefined, OTHERS]].map(([kind, heading]) => ({
    kind,
    ...group(heading, OPEN.includes(kind)),
  }));
  const policy = panel("IAM policy");
  const statements = h("span", { class: "number" });
  const permissions = h(
    "details",
    { class: "follow" },
    h("summary", {}, "Permissions you need", statements),
    h("p", { class: "help" }, "“*” stands for what the request and the call do not tell."),
    policy.element,
  );
  const element = h(
    "section",
    { class: "paper follows", "aria-labelledby": "follows-title" },
    title,
    h("p", { class: "help" }, "What is documented of a request like this one, as far as it is filled in and sound."),
    h("div", {}, groups.map(({ element: details }) => details), permissions),
  );

  function show({ notes, policy: document }, ok) {
    for (const { kind, show: showGroup } of groups) {
      showGroup(notes.filter((note) => (Object.hasOwn(HEADINGS, note.kind) ? note.kind : undefined) === kind));
    }
    const { length } = document.Statement;
    write(statements, plural(length, "statement"));
    set(permissions, "hidden", length === 0);
    policy.show(length ? JSON.stringify(inOrder(document), null, 2) : undefined, ok);
  }

  function focus() {
    title.focus({ preventScroll: true });
    element.scrollIntoView();
  }

  return { element, show, focus };
}

function group(heading, open) {
  const number = h("span", { class: "number" });
  const list = h("ul");
  const element = h("details", { class: "follow", open }, h("summary", {}, heading, number), list);
  let shown;

  function show(notes) {
    const signature = JSON.stringify(notes);
    if (signature === shown) return;
    shown = signature;
    write(number, plural(notes.length, "note"));
    list.replaceChildren(...notes.map(({ text, source }) => h("li", {}, text, " ", outward(source))));
    set(element, "hidden", notes.length === 0);
  }
  return { element, show };
}

// As policies are written by hand.
const ORDER = ["Version", "Sid", "Effect", "Action", "Resource", "Condition", "Statement"];

function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([one], [another]) => ORDER.indexOf(one) - ORDER.indexOf(another));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}
