// The way in from the other side: a request that people have as JSON already.
import { announce } from "./announce.js";
import { h, write } from "./dom.js";
import { issueElement } from "./issues.js";
import { contextOf, counted } from "./judge.js";

/** The editor. `load` fills the form with a request, and tells what differs of what the form then stands for. */
export function pasteElement(operation, callValue, load) {
  const said = h("p", { class: "verdict" });
  const found = h("div", { class: "found" });
  const lost = h("ul", { class: "lost" });
  const area = h("textarea", {
    id: `paste-${operation.name}`,
    rows: 8,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
  });

  function check() {
    const { ok, issues } = operation.validateJson(area.value, contextOf(callValue()));
    say(`${ok ? "Passes every check" : "Does not pass"}${issues.length ? `: ${counted(issues)}` : ""}.`, ok);
    found.replaceChildren(...issues.map((issue) => issueElement(issue, lead(issue))));
    lost.replaceChildren();
    return issues;
  }

  function loadIntoForm() {
    check();
    const value = parsed(area.value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      say("Only a JSON object can be loaded into the form.", false);
      return;
    }
    const differing = load(value);
    const whole = "Loaded into the form.";
    say(differing.length ? `${whole} What the form cannot hold as it stands here:` : whole, differing.length ? undefined : true);
    lost.replaceChildren(
      ...differing.map((difference) => h("li", {}, h("code", {}, difference.pointer || "/"), " ", reason(difference))),
    );
  }

  function say(text, ok) {
    write(said, text);
    said.className = ok === undefined ? "verdict" : `verdict ${ok ? "passes" : "fails"}`;
    announce(text);
  }

  function clear() {
    write(said, "");
    found.replaceChildren();
    lost.replaceChildren();
  }

  return h(
    "details",
    { class: "paste" },
    h("summary", {}, "You have it as JSON already?"),
    h("label", { for: area.id }, "Input as JSON"),
    area,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", click: check }, "Check this JSON"),
      h("button", { type: "button", click: loadIntoForm }, "Load it into the form"),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          click() {
            area.value = "";
            clear();
            area.focus();
          },
        },
        "Clear",
      ),
    ),
    said,
    lost,
    found,
  );
}

const lead = (issue) => [h("code", {}, issue.pointer || "/"), issue.on === "key" ? " (the key) " : " ", issue.message];

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reason({ given, held }) {
  if (given === undefined) return "is absent here; the form sends an empty text.";
  if (given === "") return "is an empty text; the form leaves it out.";
  if (held === undefined && typeof given === "object")
    return "holds nothing that the form has fields for; it is left out.";
  if (held === undefined) return "has no field, or is not what its field holds; it is left out.";
  if (typeof given === "string" && typeof held === "string") return "has line breaks that its field does not keep.";
  return "is not what its field holds.";
}
