// A text that is shown as it is, and copied.
import { copyButton } from "./copy.js";
import { h, set, write } from "./dom.js";

/** A text below a title, with a button that copies it, marked where it is of a draft. */
export function panel(title) {
  const draft = h("span", { class: "tag" }, "Draft");
  const tools = h("div", { class: "tools" });
  const code = h("code");
  const pre = h("pre", {}, code);
  const element = h("section", { class: "panel" }, h("div", { class: "head" }, h("h3", {}, title), draft, tools), pre);

  function copy(label) {
    const what = { text: undefined };
    const { button, said } = copyButton(label, () => what.text);
    tools.append(said, button);
    return what;
  }
  const whole = copy("Copy");

  function show(text, ok) {
    whole.text = text;
    write(code, text ?? "");
    set(pre, "hidden", text === undefined);
    set(tools, "hidden", text === undefined);
    set(draft, "hidden", ok || text === undefined);
    element.classList.toggle("draft", !ok);
  }
  return { element, show, copy };
}
