// Reading the page as people do: by labels and legends. These functions run inside the page and know nothing outside them.

/**
 * The selector of a control, by its label or its text: ["Client token"], or ["Region 1", "SSE KMS key ID"] inside a row.
 * The last name may also be a button's.
 */
export function selectorOf(names) {
  // What stands for the eye: without the words for screen readers and the mark of a required field.
  const own = (element) => {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll(".unseen, .required")) part.remove();
    return copy.textContent.trim();
  };
  let scope = document;
  for (const name of names.slice(0, -1)) {
    const legend = [...scope.querySelectorAll("legend")].find((candidate) => own(candidate) === name);
    if (!legend) throw new Error(`no group “${name}”`);
    scope = legend.parentElement;
  }
  const name = names.at(-1);
  const label = [...scope.querySelectorAll("label")].find((candidate) => own(candidate) === name);
  const buttons = [...scope.querySelectorAll("button")].filter((button) => !button.closest("[hidden]"));
  const control = label ? label.control : buttons.find((button) => own(button) === name);
  if (!control) throw new Error(`no control “${names.join(", ")}”`);
  control.id ||= `control-${Math.random().toString(36).slice(2)}`;
  return `#${CSS.escape(control.id)}`;
}

/** What is said beside fields and groups: where, how grave, with which code and words. */
export function findings() {
  const nameOf = (element) => {
    const row = element.parentElement.closest("fieldset.row")?.querySelector("legend").textContent;
    const name = (element.querySelector(":scope > label, :scope > .line label") ?? element.querySelector("legend"))
      .firstChild.textContent;
    return [row, name].filter(Boolean).join(", ");
  };
  return [...document.querySelectorAll("form .issue")].map((issue) => {
    const field = issue.closest(".field, fieldset");
    return {
      at: field ? nameOf(field) : "",
      severity: issue.querySelector(".severity").textContent.toLowerCase(),
      code: issue.querySelector("details code").textContent,
      message: issue.querySelector(".message").textContent,
    };
  });
}

/** What stands beside the form: the verdict, the request over HTTP, the problem with that, the input. */
export function preview() {
  const panels = [...document.querySelectorAll(".preview .panel")];
  const text = (panel) => (panel.querySelector("pre").hidden ? undefined : panel.querySelector("pre").textContent);
  return {
    verdict: document.querySelector(".preview .verdict").textContent,
    http: text(panels[0]),
    problem: panels[0].querySelector(".problem").textContent,
    input: text(panels[1]),
    draft: panels.filter((panel) => text(panel) !== undefined).every((panel) => !panel.querySelector(".tag").hidden),
  };
}

/** What follows from the request: the notes by their headings. */
export function follows() {
  const shown = [...document.querySelectorAll(".follow")].filter((group) => !group.hidden && group.querySelector("ul"));
  return Object.fromEntries(
    shown.map((group) => [
      group.querySelector("summary").firstChild.textContent,
      [...group.querySelectorAll("li")].map((item) => item.firstChild.textContent),
    ]),
  );
}
