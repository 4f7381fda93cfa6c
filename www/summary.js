// What a check found, in one place, with links to the fields.
import { h, set } from "./dom.js";
import { actionButtons, counted, isError } from "./issues.js";

export function summaryElement() {
  const element = h("div", { class: "summary", tabindex: "-1", hidden: true });
  let shown;

  /** Draws what was found at the places of a form; `aloud` says that people asked for it just now. */
  function show(places, aloud) {
    const entries = places.flatMap((place) => place.issues.map((issue) => ({ issue, place })));
    const issues = entries.map(({ issue }) => issue);
    const signature = entries
      .map(({ issue, place }) => [
        place.name,
        issue.severity,
        issue.message,
        ...issue.actions.map(({ label }) => label),
      ])
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

function entryElement({ issue, place: { name, element } }) {
  const go = (event) => {
    event.preventDefault();
    element.focus();
  };
  const where = name ? [h("a", { href: `#${element.id}`, click: go }, name), ": "] : [];
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
