// The samples of a form.
import { h } from "./dom.js";

/** The choice of a sample. `choose` gets the chosen one. */
export function samplesElement({ samples }, name, choose) {
  const id = `samples-${name}`;
  const select = h(
    "select",
    { id },
    samples.map(({ title }, index) => h("option", { value: index }, title)),
  );
  return h(
    "div",
    { class: "samples", hidden: samples.length === 0 },
    h("label", { for: id }, "Sample"),
    select,
    h("button", { type: "button", click: () => choose(samples[select.value]) }, "Load sample"),
  );
}
