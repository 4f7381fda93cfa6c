// xregion/dom as it is meant to be used, and uses that the compiler must refuse. It is compiled, not run.
import { createReplicationSet, replicateKey } from "xregion";
import type { Issue, ReplicateKeyInput, Request } from "xregion";
import { bindForm } from "xregion/dom";
import type { Binding, FormState, Place } from "xregion/dom";

declare const form: HTMLFormElement;

const binding: Binding<ReplicateKeyInput> = bindForm(form, replicateKey, {
  context: () => ({ region: "us-east-1", clientToken: "t" }),
  onSubmit: (request, { issues, submitter }) => send(request, issues, submitter),
  onRefused: ({ ok, draft }) => ok === false && draft?.input === undefined,
  onChange(state) {
    if (state.ok) send(state.request, state.issues, null);
  },
  onRow: ({ kind, name, pointer }) => [kind === "added", name, pointer],
  messageOf: ({ code }) => code,
  counterOf: ({ count, max, unit, field }) => `${count} of ${max} ${unit} in ${field.label}`,
  render: (element, issues, control) => element.replaceChildren(...issues.map(({ message }) => message), control.id),
  signal: new AbortController().signal,
});

declare function send(request: Request<ReplicateKeyInput>, issues: Issue[], button: HTMLElement | null): void;

export const state: FormState<ReplicateKeyInput> = binding.validate();
export const place: Place = binding.placeAt("/KeyId");
export const { rows, input } = binding;
const [issue] = state.issues;
if (issue?.suggestion) binding.apply(issue.suggestion);
binding.setInput({ KeyId: "x" });
binding.focus("/KeyId");
bindForm(form, createReplicationSet).unbind();

// @ts-expect-error: a form, and no other element
bindForm(document.body, replicateKey);

// @ts-expect-error: the operation decides what passes
bindForm(form);

// @ts-expect-error: what did not pass is no request
if (!state.ok) send(state.draft, [], null);
