// What fields share that hold other fields.
import { h } from "./dom.js";
import { showIssues } from "./issues.js";

/** The mark of a required field. */
export const requiredMark = (field) => field.required && h("span", { class: "required" }, " required");

/** A fieldset that shows issues of its own, once it was left as a whole. */
export function fieldset(node, desk, kind, legend, content, name) {
  const issues = h("div", { class: "issues", id: `${node.id}-issues` });
  const element = h(
    "fieldset",
    {
      class: kind,
      id: node.id,
      tabindex: "-1",
      "aria-describedby": issues.id,
      focusout: ({ relatedTarget }) => element.contains(relatedTarget) || desk.left(node),
    },
    h("legend", {}, legend),
    content,
    issues,
  );
  node.view = { name, element, focus: () => element.focus(), show: (list) => showIssues(issues, list) };
  return element;
}
