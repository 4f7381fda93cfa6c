// The page: one desk for each operation of the library, whatever operations it has.
import { factsAsOf, operations } from "./pkg/full.js";
import { announce } from "./announce.js";
import { callFields, contextOf } from "./call.js";
import { openDesk } from "./desk.js";
import { h, set, write } from "./dom.js";
import { previewElement } from "./preview.js";
import { forgetAll } from "./store.js";

const at = (id) => document.getElementById(id);
const desks = new Map();
let current;

const call = callFields(() => desks.get(current).refresh());
const preview = previewElement(call);

const links = operations.map(({ name, form }) =>
  h(
    "a",
    { href: `#${name}` },
    h("span", { class: "title" }, form.title),
    " ",
    h("span", { class: "service" }, form.service),
  ),
);

function deskOf(operation) {
  if (!desks.has(operation)) {
    desks.set(
      operation,
      openDesk(operation, {
        callValue: () => call.value,
        judged: (state) => preview.show({ ...state, ...toldOf(operation, state.input) }, call.value),
        kept: (kept) => set(at("unkept"), "hidden", kept),
      }),
    );
  }
  return desks.get(operation);
}

// What the request as it would be sent is told of, at its own places and not those of rows, and what follows from it.
function toldOf(operation, input) {
  const context = contextOf(call.value);
  return { told: operation.build(input, context).issues, follows: operation.notes(input, context) };
}

function open(operation) {
  current = operation;
  const desk = deskOf(operation);
  at("desk").replaceChildren(desk.element);
  desk.refresh();
  for (const link of links) set(link, "aria-current", link.hash === `#${operation.name}` && "page");
  document.title = `${operation.form.title} · xregion`;
  return desk;
}

const named = () => operations.find(({ name }) => location.hash === `#${name}`);

addEventListener("hashchange", () => {
  const operation = named();
  if (operation && operation !== current) open(operation).focus();
});

at("skip").addEventListener("click", (event) => {
  event.preventDefault();
  desks.get(current).focus();
});

at("forget").addEventListener("click", () => {
  for (const desk of desks.values()) desk.close();
  forgetAll();
  desks.clear();
  call.empty();
  open(current);
  announce("Everything is forgotten.");
});

write(at("as-of"), factsAsOf);
at("operations").replaceChildren(...links);
at("preview").replaceChildren(...preview.elements);
open(named() ?? operations[0]);
at("loading").remove();
set(at("columns"), "hidden", false);
