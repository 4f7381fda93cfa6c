// What is known of the call beside the request: where it goes, and whose accounts are concerned.
import { h } from "./dom.js";
import { fieldElement } from "./fields.js";
import { keep, recall } from "./store.js";

const text = (name, label, help, example) => ({ path: [name], label, help, example, control: "text" });
const option = (name, label) => ({ path: [name], label, control: "checkbox", plain: true });

const FIELDS = [
  text("region", "Region of the call", "Where the request goes. The ARN of a primary tells it too.", "us-east-1"),
  text(
    "endpoint",
    "Endpoint of your own",
    "For tests, say. It goes without FIPS and dual-stack.",
    "http://localhost:4566",
  ),
  option("fips", "FIPS 140 endpoint"),
  option("dualStack", "Dual-stack endpoint (IPv6)"),
  text("accountId", "Your account", "Twelve digits. Shows what belongs to another account.", "111122223333"),
  text(
    "callerArn",
    "Your ARN",
    "Of the user or role that calls. Shows whether a policy lets you change it again.",
    "arn:aws:iam::111122223333:role/operations",
  ),
  text("destinationAccountId", "Account of the destination", "Twelve digits, where it is another one.", "444455556666"),
];
const NAME = "call";

/** What of the call bears on the verdict. */
export const contextOf = ({ region, accountId, callerArn, destinationAccountId }) => ({
  region,
  accountId,
  callerArn,
  destinationAccountId,
});

/** The fields of the call. `changed` hears when one changes. */
export function callFields(changed) {
  const [region, ...others] = FIELDS.map((field) => fieldElement(field));
  const more = h(
    "details",
    {},
    h("summary", {}, "Endpoint, accounts and who calls"),
    h("div", { class: "cells" }, others),
  );
  const element = h("div", { class: "call", input: onInput }, region, more);
  const controls = new Map(FIELDS.map(({ path: [name] }) => [name, element.querySelector(`[data-field="${name}"]`)]));

  function onInput() {
    keep(NAME, value());
    changed();
  }

  const held = (control) => (control.type === "checkbox" ? control.checked : control.value) || undefined;
  const value = () => Object.fromEntries([...controls].map(([name, control]) => [name, held(control)]));

  function fill(saved) {
    for (const [name, control] of controls) {
      const given = saved?.[name];
      control.checked = given === true;
      if (control.type !== "checkbox") control.value = typeof given === "string" ? given : "";
    }
    more.open = Object.keys(JSON.parse(JSON.stringify(value()))).some((name) => name !== "region");
  }
  fill(recall(NAME));

  return {
    element,
    get value() {
      return value();
    },
    focusRegion: () => controls.get("region").focus(),
    empty: () => fill(),
  };
}
