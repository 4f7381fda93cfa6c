import type { Form, Issue } from "./index.js";

// Nothing of Cloudscape is imported here; the README of the package says with which version this is tested.

/** An operation, as far as it is looked at. */
type WithForm = { readonly form: Form };

/** How a field is shown. */
export interface FormFieldOptions {
  /** What is said of a field that may stay empty, behind its label. Empty, nothing is said. */
  optional?: string | undefined;
  /** Whether issues of what is inside are told as well, with the way to them: of the tags of a `TagEditor`. */
  below?: boolean | undefined;
}

/** Props of `FormField`. */
export interface FormFieldTexts {
  label: string;
  description: string | undefined;
  constraintText: string | undefined;
  errorText: string | undefined;
  warningText: string | undefined;
}

/**
 * What `FormField` shows around the control of a place in the rows, as `/KeyId` or `/regions/0/Region`, with those of
 * the issues that are about it.
 */
export declare function formFieldProps(
  operation: WithForm,
  pointer: string,
  issues?: readonly Issue[],
  options?: FormFieldOptions,
): FormFieldTexts;

/** A tag of `TagEditor`. */
export interface EditorTag {
  key: string;
  value: string;
  existing: boolean;
  markedForRemoval?: boolean;
}

/** Props of `TagEditor`. */
export interface TagEditorTexts {
  tagLimit?: number;
  allowedCharacterPattern: string;
  /** In English. Leave them out where an `I18nProvider` has the texts of another language. */
  i18nStrings: {
    keyHeader: string;
    valueHeader: string;
    keyPlaceholder: string;
    valuePlaceholder: string;
    addButton: string;
    removeButton: string;
    removeButtonAriaLabel: (tag: EditorTag) => string;
    undoButton: string;
    undoPrompt: string;
    itemRemovedAriaLive: string;
    loading: string;
    optional: string;
    emptyTags: string;
    errorIconAriaLabel: string;
    clearAriaLabel: string;
    emptyKeyError: string;
    duplicateKeyError: string;
    awsPrefixError: string;
    invalidKeyError: string;
    invalidValueError: string;
    maxKeyCharLengthError: string;
    maxValueCharLengthError: string;
    enteredKeyLabel: (text: string) => string;
    enteredValueLabel: (text: string) => string;
    tagLimit: (left: number, limit: number) => string;
    tagLimitReached: (limit: number) => string;
    tagLimitExceeded: (limit: number) => string;
  };
}

/** What `TagEditor` allows of the tags at a place, as `/tags`, and what it says. */
export declare function tagEditorProps(operation: WithForm, pointer: string): TagEditorTexts;

/** The issues without those of tags that `TagEditor` tells at its own controls, to be told beside it. */
export declare function issuesBesideTagEditor(pointer: string, issues: readonly Issue[]): Issue[];

/** The tags of `TagEditor` that rows stand for. */
export declare function tagsOfRows(
  operation: WithForm,
  pointer: string,
  rows: ReadonlyArray<object> | undefined,
): EditorTag[];

/** The rows that the tags of `TagEditor` stand for, without those that are to be removed. */
export declare function rowsOfTags<Row = Record<string, string>>(
  operation: WithForm,
  pointer: string,
  tags: ReadonlyArray<EditorTag>,
): Row[];
