// The way in from the other side: a request that people have as JSON or as a command already.
import { applySuggestion } from "./pkg/full.js";
import { announce } from "./announce.js";
import { contextOf } from "./call.js";
import { h, write } from "./dom.js";
import { counted, isError, issueElement } from "./issues.js";
import { noticeElement } from "./notice.js";

/** The editor. `load` fills the form with a request, and tells what differs of what the form then stands for. */
export function pasteElement(operation, callValue, load) {
  const said = h("p", { class: "verdict" });
  const found = h("div", { class: "found" });
  const notice = noticeElement();
  const lost = h("ul", { class: "lost" });
  const area = h("textarea", {
    id: `paste-${operation.name}`,
    rows: 8,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
  });

  // A command says what it holds but for what only a shell could tell; suggestions are for what can be written again.
  function judged() {
    const isCommand = holdsCommand(area.value);
    const read = isCommand ? operation.fromCli(area.value) : operation.fromJson(area.value);
    const context = { ...contextOf(callValue()), ...read.context };
    const issues = "input" in read ? [...read.issues, ...operation.validate(read.input, context).issues] : read.issues;
    return { ok: !issues.some(isError), issues, input: read.input, region: read.context?.region, isCommand };
  }

  function check() {
    const { ok, issues, isCommand } = judged();
    const actionsOf = isCommand ? () => [] : actionsIn;
    say(`${ok ? "Passes every check" : "Does not pass"}${issues.length ? `: ${counted(issues)}` : ""}.`, ok);
    found.replaceChildren(...issues.map((issue) => issueElement({ ...issue, actions: actionsOf(issue) }, lead(issue))));
    lost.replaceChildren();
    notice.hide();
  }

  const actionsIn = ({ suggestion, pointer }) =>
    suggestion ? [{ label: suggestion.title, about: ` (${pointer})`, act: () => follow(suggestion) }] : [];

  function follow(suggestion) {
    const before = area.value;
    const { input } = judged();
    if (input === undefined) return check();
    put(JSON.stringify(applySuggestion(input, suggestion), null, indentation(before)));
    notice.show(`Changed above: ${suggestion.title}.`, () => {
      put(before);
      announce("Undone.");
    });
    announce(`Changed: ${suggestion.title}. ${said.textContent}`);
  }

  function put(text) {
    area.value = text;
    area.focus();
    check();
  }

  function loadIntoForm() {
    check();
    const { input: value, region } = judged();
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      say("Only a JSON object or a command of the AWS CLI can be loaded into the form.", false);
      return;
    }
    const differing = load(value);
    const items = differing.map((difference) => [difference.pointer || "/", reason(difference)]);
    if (region !== undefined) items.push([region, "is the Region of the call: give it beside the request."]);
    const whole = "Loaded into the form.";
    say(items.length ? `${whole} What the form cannot hold as it stands here:` : whole, items.length ? undefined : true);
    lost.replaceChildren(...items.map(([name, why]) => h("li", {}, h("code", {}, name), " ", why)));
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
    notice.hide();
  }

  return h(
    "details",
    { class: "paste" },
    h("summary", {}, "You have it as JSON or as a command already?"),
    h("label", { for: area.id }, "Input as JSON, or a command of the AWS CLI"),
    area,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", click: check }, "Check this text"),
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
    notice.element,
    said,
    lost,
    found,
  );
}

const lead = (issue) => [h("code", {}, issue.pointer || "/"), issue.on === "key" ? " (the key) " : " ", issue.message];

// JSON begins with one of these signs. Whatever else names the AWS CLI is read as a command of it.
const holdsCommand = (text) => !/^\s*[[{"]/.test(text) && /\baws\b/.test(text);

// Of the first line that has some: JSON is written again as it was laid out.
const indentation = (text) => /\n([ \t]+)/.exec(text)?.[1];

function reason({ given, held }) {
  if (given === undefined) return "is absent here; the form sends an empty text.";
  if (given === "") return "is an empty text; the form leaves it out.";
  if (held === undefined && typeof given === "object")
    return "holds nothing that the form has fields for; it is left out.";
  if (held === undefined) return "has no field, or is not what its field holds; it is left out.";
  if (typeof given === "string" && typeof held === "string") return "has line breaks that its field does not keep.";
  return "is not what its field holds.";
}
