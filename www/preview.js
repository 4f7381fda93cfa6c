// The request beside the form: whether it passes, as it goes over HTTP, and as JSON.
import { announceVerdict } from "./announce.js";
import { copyButton } from "./copy.js";
import { h, set, write } from "./dom.js";
import { counted, httpOf } from "./judge.js";

/** The preview. `call` are the fields of the call, which stand here. */
export function previewElement(call) {
  const verdict = h("p", { class: "verdict" });
  const http = panel("HTTP request");
  const body = http.copy("Copy body");
  const input = panel("Input as JSON");
  const signed = h("p", { class: "help" });
  const problem = h("p", { class: "problem", hidden: true });
  const toRegion = h(
    "button",
    { type: "button", class: "small", hidden: true, click: call.focusRegion },
    "Set the Region of the call",
  );
  http.element.append(problem, toRegion, signed);

  const element = h(
    "div",
    { class: "paper" },
    h("h2", { id: "preview-title" }, "The request"),
    verdict,
    call.element,
    http.element,
    input.element,
  );

  function show({ ok, issues, rendering, untouched }, value) {
    const found = issues.length ? `: ${counted(issues)}` : "";
    const judged = ok ? `Passes every check${found}.` : `Does not pass${found}. What follows is a draft.`;
    write(verdict, untouched ? "Nothing to judge yet. Fill in the form, or load a sample." : judged);
    verdict.className = untouched ? "verdict" : `verdict ${ok ? "passes" : "fails"}`;
    if (!untouched) announceVerdict(judged);

    const sent = rendering ? httpOf(rendering, value) : { problem: new Error("what was typed cannot be sent as JSON") };
    http.show(sent.http && message(sent.http), ok);
    body.text = sent.http?.body;
    write(
      signed,
      sent.http ? `Unsigned. Sign it for ${sent.http.signing.service} in ${sent.http.signing.region}.` : "",
    );
    write(problem, sent.problem ? `No HTTP request yet: ${sent.problem.message}.` : "");
    set(problem, "hidden", !sent.problem);
    set(toRegion, "hidden", !/_region$/.test(sent.problem?.code));
    input.show(rendering && JSON.stringify(rendering.input, null, 2), ok);
  }

  return { element, show };
}

// A text with a button that copies it, marked where it is of a draft.
function panel(title) {
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

// As it goes over the wire, the host first.
function message({ method, path, query, headers, body }) {
  const { host, ...others } = headers;
  const search = new URLSearchParams(query).toString();
  const lines = Object.entries({ host, ...others }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path}${search && `?${search}`} HTTP/1.1\n${lines.join("\n")}\n\n${body}`;
}
