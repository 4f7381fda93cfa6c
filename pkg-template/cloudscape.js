// Props for the components of Cloudscape. Pointers are those of rows, as `validateRows` has them.
import "./form.js";
import { stepsOf } from "./pointer.js";

/** What `FormField` shows around a control. */
export function formFieldProps(operation, pointer, issues = [], { optional = "optional", below = false } = {}) {
  const { label, help, expected, required } = fieldAt(operation.form, pointer);
  const told = (severity) => {
    const found = issues.filter((issue) => issue.severity === severity);
    const texts = found.flatMap((issue) => {
      if (issue.pointer === pointer) return issue.message;
      return below && issue.pointer.startsWith(`${pointer}/`) ? `${wayTo(operation.form, pointer, issue)}: ${issue.message}` : [];
    });
    return texts.join(" ") || undefined;
  };
  return {
    label: required || !optional ? label : `${label} - ${optional}`,
    description: help,
    constraintText: expected && `${expected[0].toUpperCase()}${expected.slice(1)}.`,
    errorText: told("error"),
    warningText: told("warning"),
  };
}

/** What `TagEditor` allows, and what it says in English. */
export function tagEditorProps(operation, pointer) {
  const { row, max, key, value } = tagAt(operation, pointer);
  const tag = row.toLowerCase();
  const atMost = ({ maxLength }) => `At most ${maxLength} characters.`;
  const allowed = ({ allowedCharacters = "all characters" }) => `Allowed are ${allowedCharacters}.`;
  return {
    ...(max !== undefined && { tagLimit: max }),
    // It is for keys and values, and without it the editor has a narrower one of its own.
    allowedCharacterPattern: value.pattern ?? "[^]*",
    i18nStrings: {
      keyHeader: key.label,
      valueHeader: value.label,
      keyPlaceholder: "",
      valuePlaceholder: "",
      addButton: `Add ${tag}`,
      removeButton: "Remove",
      removeButtonAriaLabel: ({ key }) => `Remove ${tag} ${key}`,
      undoButton: "Undo",
      undoPrompt: `This ${tag} will be removed.`,
      itemRemovedAriaLive: `The ${tag} was removed.`,
      loading: "Loading",
      optional: "optional",
      emptyTags: `There are no ${tag}s.`,
      errorIconAriaLabel: "Error",
      clearAriaLabel: "Clear",
      emptyKeyError: "Enter a key.",
      duplicateKeyError: "Each key can be given once.",
      awsPrefixError: "Must not begin with “aws:”.",
      invalidKeyError: allowed(key),
      invalidValueError: allowed(value),
      maxKeyCharLengthError: atMost(key),
      maxValueCharLengthError: atMost(value),
      enteredKeyLabel: (text) => `Use “${text}”`,
      enteredValueLabel: (text) => `Use “${text}”`,
      tagLimit: (left, limit) => `${left} of ${limit} can be added.`,
      tagLimitReached: (limit) => `There are ${limit}, and no more are possible.`,
      tagLimitExceeded: (limit) => `There are more than ${limit}.`,
    },
  };
}

/** The issues that `TagEditor` does not tell at its own controls. */
export const issuesBesideTagEditor = (pointer, issues) =>
  issues.filter((issue) => !(issue.severity === "error" && TOLD.has(issue.code) && issue.pointer.startsWith(`${pointer}/`)));

// Not that a key is empty: that is told only where the key was left.
const TOLD = new Set(["too_long", "pattern_mismatch", "reserved_prefix", "duplicate"]);

/** The tags of `TagEditor` that rows stand for. */
export function tagsOfRows(operation, pointer, rows) {
  const { key, value } = tagAt(operation, pointer);
  const tag = (row) => ({ key: row[nameOf(key)] ?? "", value: row[nameOf(value)] ?? "", existing: false });
  return (rows ?? []).map(tag);
}

/** The rows that the tags of `TagEditor` stand for, without those that are to be removed. */
export function rowsOfTags(operation, pointer, tags) {
  const { key, value } = tagAt(operation, pointer);
  const kept = tags.filter(({ markedForRemoval }) => !markedForRemoval);
  return kept.map((tag) => ({ [nameOf(key)]: tag.key, [nameOf(value)]: tag.value }));
}

// In a row, what has no path is named by its label.
const nameOf = ({ path, label }) => path.at(-1) ?? label;

// The fields on the way to a place, the place's own last. What the form does not have goes by its own name.
function way(form, pointer) {
  let inside = form;
  return stepsOf(pointer).map((step) => {
    const { row, key, columns, fields = [] } = inside;
    const isRow = row !== undefined && /^\d+$/.test(step);
    const found = isRow ? rowField(row, step, [key, ...columns]) : fields.find((field) => nameOf(field) === step);
    return (inside = found ?? { label: step, required: true });
  });
}

const rowField = (row, step, columns) => ({
  label: `${row} ${Number(step) + 1}`,
  required: true,
  fields: columns.filter(Boolean),
});

const fieldAt = (form, pointer) => way(form, pointer).at(-1) ?? { label: form.title, help: form.help, required: true };

const wayTo = (form, pointer, issue) =>
  way(form, issue.pointer)
    .slice(stepsOf(pointer).length)
    .map(({ label }) => label)
    .join(", ");

function tagAt({ form }, pointer) {
  const { row, max, key, columns } = fieldAt(form, pointer);
  const cells = [key, ...columns].filter(Boolean);
  return { row, max, key: cells[0], value: cells[1] };
}
