// Rows as a Standard Schema, with the types of TanStack Form itself. It is compiled, not run.
import { formOptions } from "@tanstack/form-core";
import type { StandardSchemaV1 } from "@tanstack/form-core";
import { FormApi } from "@tanstack/form-core";
import { createReplicationSet, replicateKey } from "xregion";
import type { CreateReplicationSetInput, CreateReplicationSetRows, ReplicateKeyInput, RowsSchema } from "xregion";

declare function show(...values: unknown[]): void;

const schema: RowsSchema<CreateReplicationSetRows, CreateReplicationSetInput> = createReplicationSet.rowsSchema();
const standard: StandardSchemaV1<CreateReplicationSetRows, CreateReplicationSetInput> = schema;
const defaultValues: CreateReplicationSetRows = { regions: [{ Region: "" }], tags: [] };
const form = new FormApi({ ...formOptions({ defaultValues }), validators: { onChange: schema } });
form.setFieldValue("tags[0].Key", "team.name");
form.setFieldValue("regions[0].sseKmsKeyId", "");
show(standard, form.getFieldMeta("regions[0].Region")?.errors);

const other: ReplicateKeyInput = { KeyId: "", ReplicaRegion: "" };
show(new FormApi({ defaultValues: other, validators: { onChange: replicateKey.rowsSchema({ region: "us-east-1" }) } }));

// @ts-expect-error: it is for the rows of another operation
show(new FormApi({ defaultValues: other, validators: { onChange: schema } }));

// @ts-expect-error: there is no such level
replicateKey.rowsSchema({ rules: { too_long: "of" } });
