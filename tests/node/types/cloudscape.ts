// xregion/cloudscape with the types of the components themselves. It is compiled, not run.
import type { FormFieldProps } from "@cloudscape-design/components/form-field";
import type { TagEditorProps } from "@cloudscape-design/components/tag-editor";
import { createReplicationSet, operations, replicateKey } from "xregion";
import type { CreateReplicationSetRows, Issue } from "xregion";
import { formFieldProps, issuesBesideTagEditor, rowsOfTags, tagEditorProps, tagsOfRows } from "xregion/cloudscape";

declare function show(...values: unknown[]): void;
declare const issues: readonly Issue[];
declare const rows: CreateReplicationSetRows;
declare const detail: TagEditorProps.ChangeDetail;

const field: FormFieldProps = formFieldProps(replicateKey, "/KeyId", issues);
const fields: FormFieldProps[] = operations.map((operation) => formFieldProps(operation, "", issues, { optional: "", below: true }));
const editor: TagEditorProps = { ...tagEditorProps(createReplicationSet, "/tags"), tags: tagsOfRows(createReplicationSet, "/tags", rows.tags) };
const tags: CreateReplicationSetRows["tags"] = rowsOfTags(createReplicationSet, "/tags", detail.tags);
const texts: Array<Record<string, string>> = rowsOfTags(createReplicationSet, "/tags", detail.tags);
const others: Issue[] = issuesBesideTagEditor("/tags", issues);
show(field, fields, editor, tags, texts, others);

// @ts-expect-error: a place is a JSON Pointer
formFieldProps(replicateKey, ["KeyId"]);

// @ts-expect-error: there is no such option
formFieldProps(replicateKey, "/KeyId", issues, { under: true });
