// What is known of the call beside the request: where it goes, and whose accounts are concerned.
import { h } from "./dom.js";
import { fieldElement } from "./fields.js";
import { blankForm, restore, save } from "./model.js";
import { keep, recall } from "./store.js";
import { toInput } from "./values.js";

const text = (name, label, help, example) => ({ path: [name], label, help, example, control: "text", required: false });
const option = (name, label, help) => ({
  path: [name],
  label,
  help,
  control: "checkbox",
  required: false,
  plain: true,
});

const FORM = {
  fields: [
    text("region", "Region of the call", "Where the request goes. The ARN of a primary tells it too.", "us-east-1"),
    text(
      "endpoint",
      "Endpoint of your own",
      "For tests, say. It goes without FIPS and dual-stack.",
      "http://localhost:4566",
    ),
    option("fips", "FIPS 140 endpoint", ""),
    option("dualStack", "Dual-stack endpoint (IPv6)", ""),
    text("accountId", "Your account", "Twelve digits. Shows what belongs to another account.", "111122223333"),
    text(
      "callerArn",
      "Your ARN",
      "Of the user or role that calls. Shows whether a policy lets you change it again.",
      "arn:aws:iam::111122223333:role/operations",
    ),
    text(
      "destinationAccountId",
      "Account of the destination",
      "Twelve digits, where it is another one.",
      "444455556666",
    ),
  ],
};
const NAME = "call";

/** The fields of the call. `changed` hears when one changes. */
export function callFields(changed) {
  const element = h("div", { class: "call" });
  let root;
  const desk = {
    left() {},
    changed() {
      keep(NAME, save(root));
      changed();
    },
  };

  function draw(saved) {
    root = restore(blankForm(FORM), saved);
    const [region, ...others] = root.cells.map((cell) => fieldElement(cell, desk));
    const more = h(
      "details",
      { open: root.cells.slice(1).some((cell) => cell.text || cell.checked) },
      h("summary", {}, "Endpoint, accounts and who calls"),
      h("div", { class: "cells" }, others),
    );
    element.replaceChildren(region, more);
  }
  draw(recall(NAME));

  return {
    element,
    get value() {
      return toInput(root, () => false).input;
    },
    focusRegion: () => root.cells[0].view.focus(),
    empty: () => draw(),
  };
}
