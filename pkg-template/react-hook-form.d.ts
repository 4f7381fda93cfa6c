import type { Context, Issue, Operation } from "./index.js";

// Nothing of react-hook-form is imported here; the README of the package says with which version this is tested.

/** What is known beside the rows, and how issues are said. */
export interface ResolverOptions extends Context {
  /** The text of an issue; without it, its English message. */
  messageOf?: ((issue: Issue) => string) | undefined;
}

/** What `useForm` of react-hook-form takes as `resolver`. Its own `context` is added to that of the resolver. */
export interface RowsResolver<Rows, Input> {
  (
    rows: Rows,
    context: Context | undefined,
    options: { fields: object; names?: readonly string[]; shouldUseNativeValidation: boolean | undefined },
  ): RowsResult<Rows, Input>;
  /** The warnings of the last judgement, for `useSyncExternalStore`. They do not keep a form from being submitted. */
  readonly warnings: {
    subscribe(listener: () => void): () => void;
    getSnapshot(): readonly Issue[];
  };
}

/** The input of a form that passes, or its errors, nested as the rows are. */
export type RowsResult<Rows, Input> =
  | { values: Input; errors: Record<string, never> }
  | { values: Record<string, never>; errors: { [Name in keyof Rows | "root"]?: any } };

/**
 * A resolver for a form whose values are the rows of an operation; `handleSubmit` gives the input that they stand for.
 * An error has the code of its first issue as `type`, and every issue's message under its code in `types`. Errors of a
 * list as a whole are at its `root`, errors of the request at that of the form. One resolver is for one form.
 */
export declare function xregionResolver<Input, Rows>(
  operation: Operation<Input, unknown, Rows>,
  options?: ResolverOptions,
): RowsResolver<Rows, Input>;

/** The issues that the errors of such a form stand for, or one of its errors: with their places and what they suggest. */
export declare function issuesOf(errors: unknown): Issue[];
