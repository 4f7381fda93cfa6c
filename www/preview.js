// The request beside the form: whether it passes, as it goes over HTTP, as JSON, and what follows from it.
import { announceVerdict } from "./announce.js";
import { h, set, write } from "./dom.js";
import { followsElement } from "./follows.js";
import { formsPanel } from "./forms.js";
import { counted } from "./issues.js";
import { panel } from "./panel.js";

/** The preview. `call` are the fields of the call, which stand here. */
export function previewElement(call) {
  const verdict = h("p", { class: "verdict" });
  const http = panel("HTTP request");
  const body = http.copy("Copy body");
  const input = panel("Input as JSON");
  const forms = formsPanel();
  const signed = h("p", { class: "help" });
  const follows = followsElement();
  const problem = h("p", { class: "problem", hidden: true });
  const toRegion = h(
    "button",
    { type: "button", class: "small", hidden: true, click: call.focusRegion },
    "Set the Region of the call",
  );
  http.element.append(problem, toRegion, signed);

  const request = h(
    "div",
    { class: "paper" },
    h(
      "div",
      { class: "head" },
      h("h2", { id: "preview-title" }, "The request"),
      h("button", { type: "button", class: "quiet", click: follows.focus }, "What follows"),
    ),
    verdict,
    call.element,
    http.element,
    input.element,
    forms.element,
  );

  function show({ ok, issues, told, request, draft, follows: following, isPristine }, value) {
    const rendering = request ?? draft;
    const found = issues.length ? `: ${counted(issues)}` : "";
    const judged = ok ? `Passes every check${found}.` : `Does not pass${found}. It is shown as a draft.`;
    write(verdict, isPristine ? "Nothing to judge yet. Fill in the form, or load a sample." : judged);
    verdict.className = isPristine ? "verdict" : `verdict ${ok ? "passes" : "fails"}`;
    if (!isPristine) announceVerdict(judged);

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
    forms.show(rendering, ok, value.region, told);
    follows.show(following, ok);
  }

  return { elements: [request, follows.element], show };
}

/** The request over HTTP, or why there is none yet. */
function httpOf(rendering, { region, fips, dualStack, endpoint }) {
  try {
    return { http: rendering.toHttp({ region, fips, dualStack, endpoint }) };
  } catch (problem) {
    return { problem };
  }
}

// As it goes over the wire, the host first.
function message({ method, path, query, headers, body }) {
  const { host, ...others } = headers;
  const search = new URLSearchParams(query).toString();
  const lines = Object.entries({ host, ...others }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path}${search && `?${search}`} HTTP/1.1\n${lines.join("\n")}\n\n${body}`;
}
