// What a check found, in one place, with links to the fields.
import { h, set } from "./dom.js";
import { actionButtons, isError } from "./issues.js";
import { counted } from "./judge.js";

export function summaryElement() {
  const element = h("div", { class: "summary", tabindex: "-1", hidden: true });
  let shown;

  /** Draws what was found; `aloud` says that people asked for it just now. */
  function show(root, found, aloud) {
    const entries = [...named(root)].flatMap(([node, trail]) =>
      (found.get(node) ?? []).map((issue) => ({ issue, node, trail })),
    );
    const issues = entries.map(({ issue }) => issue);
    const signature = entries
      .map(({ issue, trail }) => [trail, issue.severity, issue.message, ...issue.actions.map(({ label }) => label)])
      .map((parts) => parts.join(" "))
      .join("\n");
    if (!aloud && signature === shown) return;
    shown = signature;
    const ok = !issues.some(isError);
    element.className = `summary ${ok ? "passes" : "fails"}`;
    set(element, "hidden", false);
    // Later changes are not to interrupt anybody.
    set(element, "role", aloud && "alert");
    element.replaceChildren(
      h(
        "h3",
        {},
        ok ? "This request passes every check" : "This request does not pass",
        issues.length ? `: ${counted(issues)}` : "",
      ),
      h("ul", {}, entries.map(entryElement)),
    );
    if (aloud && !ok) element.focus();
  }

  function hide() {
    shown = undefined;
    set(element, "hidden", true);
    set(element, "role", undefined);
    element.replaceChildren();
  }

  return {
    element,
    show,
    hide,
    get visible() {
      return !element.hidden;
    },
  };
}

function entryElement({ issue, node, trail }) {
  const go = (event) => {
    event.preventDefault();
    node.view.focus();
  };
  const where = trail ? [h("a", { href: `#${node.id}`, click: go }, trail), ": "] : [];
  return h(
    "li",
    { class: issue.severity },
    h("strong", { class: "severity" }, isError(issue) ? "Error" : "Warning"),
    " ",
    where,
    issue.message,
    ...actionButtons(issue),
  );
}

/** Every node in the order of the page, with the names on the way to it. */
export function* named(node, trail = "") {
  const name = [trail, node.view?.name].filter(Boolean).join(", ");
  yield [node, name];
  // A row says well enough to which list it belongs.
  for (const row of node.rows ?? []) yield* named(row, trail);
  for (const cell of [node.key, ...(node.cells ?? [])]) if (cell) yield* named(cell, name);
}
