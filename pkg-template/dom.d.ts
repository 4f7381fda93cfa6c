import type { BuildOptions, Draft, Issue, Operation, Request, Suggestion } from "./index.js";

/** A place of a form: a control, a group of controls, a list of rows, a row, or the form itself. */
export interface Place {
  /** Its field, as a JSON Pointer among the rows. */
  pointer: string;
  /** What it is called: `Region 1, SSE KMS key ID`. */
  name: string;
  /** The control, or the element of the group. */
  element: HTMLElement;
}

/** What was found of a form as it stood. */
export type FormState<Input> = {
  /** Everything that was found, at the fields of {@link FormState.rows}; what is not shown yet as well. */
  issues: Issue[];
  /** The same by the places where it belongs, in the order of the form. */
  places: Array<Place & { issues: Issue[] }>;
  /** What the form holds, with maps as lists of rows: what `fromRows` of the operation takes. */
  rows: Record<string, unknown>;
  /** The input that the rows stand for. */
  input: unknown;
  /** Whether nobody has typed, chosen or left anything yet. */
  isPristine: boolean;
} & (
  | { ok: true; request: Request<Input>; draft?: undefined }
  | { ok: false; draft: Draft | undefined; request?: undefined }
);

/** What is counted. */
export interface Counting {
  /** How many there are: characters, as Unicode scalar values, or rows. */
  count: number;
  /** The most that are allowed, where that is documented. */
  max: number | undefined;
  /** `characters`, where a text is counted. */
  unit: string | undefined;
  /** The field, of the form's metadata. */
  field: Operation<unknown>["form"]["fields"][number];
}

/** A row that was added or is gone, by a button. */
export interface RowChange {
  kind: "added" | "removed";
  /** What it is or was called: `Tag 2`. */
  name: string;
  pointer: string;
}

export interface BindOptions<Input> {
  /** What is known beside the request, or what tells it, asked before each judgement. */
  context?: BuildOptions | (() => BuildOptions | undefined) | undefined;
  /**
   * Takes a request that passed, when the form is submitted. The browser then sends nothing itself; without this
   * function it sends what passed as any form.
   */
  onSubmit?:
    ((request: Request<Input>, about: { issues: Issue[]; submitter: HTMLElement | null }) => unknown) | undefined;
  /** Hears when the form was submitted and did not pass. The focus goes to the first error, unless this returns `false`. */
  onRefused?: ((state: FormState<Input> & { ok: false }) => unknown) | undefined;
  /** Hears of each judgement after that of `bindForm` itself, which is in {@link Binding.state}. */
  onChange?: ((state: FormState<Input>) => unknown) | undefined;
  /** Hears when a row was added or removed by its button. */
  onRow?: ((change: RowChange) => unknown) | undefined;
  /** The text of an issue; without it, its English message. */
  messageOf?: ((issue: Issue) => string) | undefined;
  /** The text of a count; without it, `3 of 128 characters`. */
  counterOf?: ((counting: Counting) => string) | undefined;
  /** Shows issues in a message element, or nothing where there are none; without it, their texts as paragraphs. */
  render?: ((element: HTMLElement, issues: Issue[], control: HTMLElement) => unknown) | undefined;
  /** Unbinds the form when it is aborted. */
  signal?: AbortSignal | undefined;
}

/** A form that is validated. */
export interface Binding<Input> {
  /** What was found last. */
  readonly state: FormState<Input>;
  /** The input that the form stands for. */
  readonly input: unknown;
  /** What the form holds. */
  readonly rows: Record<string, unknown>;
  /** Fills the form with an input, as far as it has places for it. What is filled in speaks at once. */
  setInput(input: unknown): void;
  /** The same with rows, as {@link Binding.rows} gave them. */
  setRows(rows: unknown): void;
  /** Judges the form and lets every field speak. */
  validate(): FormState<Input>;
  /** Judges the form, as after the context or the value of a control was changed by a program. */
  refresh(): void;
  /** Does to a control what an issue suggests. Whether there was one. */
  apply(suggestion: Suggestion): boolean;
  /** The place of a field, or the nearest around it. */
  placeAt(pointer: string): Place;
  /** Puts the focus there. */
  focus(pointer: string): void;
  /** Ends it, and puts the form back as its author wrote it. Rows and what was typed stay. */
  unbind(): void;
}

/**
 * Makes a form a validated one. Its controls are found by `data-field` or `name`: the name of a member, or a way to it as
 * a JSON Pointer; rows by `data-rows`, `data-row` and a `<template>`. Throws a TypeError where these name what is no field.
 */
export declare function bindForm<Input>(
  form: HTMLFormElement,
  operation: Operation<Input>,
  options?: BindOptions<Input>,
): Binding<Input>;
