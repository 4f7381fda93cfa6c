// The operations as Standard Schema and Standard JSON Schema, by the types of the specification. It is compiled, not run.
import type { StandardJSONSchemaV1, StandardSchemaV1, StandardTypedV1 } from "@standard-schema/spec";
import { createReplicationConfiguration, createReplicationSet, operations, replicateKey, replicateSecretToRegions } from "xregion";
import type {
  CreateReplicationConfigurationInput,
  CreateReplicationSetInput,
  Issue,
  ReplicateKeyInput,
  ReplicateSecretToRegionsInput,
} from "xregion";

declare function show(...values: unknown[]): void;

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const holds = <_Claim extends true>(): void => {};

// Every operation is both.
interface Both<Input> extends StandardSchemaV1<Input>, StandardJSONSchemaV1<Input> {
  readonly "~standard": StandardSchemaV1.Props<Input> & StandardJSONSchemaV1.Props<Input>;
}
const set: Both<CreateReplicationSetInput> = createReplicationSet;
const secret: Both<ReplicateSecretToRegionsInput> = replicateSecretToRegions;
const fileSystem: Both<CreateReplicationConfigurationInput> = createReplicationConfiguration;
const key: Both<ReplicateKeyInput> = replicateKey;
const schemas: readonly StandardSchemaV1[] = operations;
const jsonSchemas: readonly StandardJSONSchemaV1[] = operations;
const typed: readonly StandardTypedV1[] = operations;
show(set, secret, fileSystem, key, schemas, jsonSchemas, typed);

// What goes in and what comes out is the input.
holds<Same<StandardSchemaV1.InferInput<typeof createReplicationSet>, CreateReplicationSetInput>>();
holds<Same<StandardSchemaV1.InferOutput<typeof createReplicationSet>, CreateReplicationSetInput>>();
holds<Same<StandardSchemaV1.InferInput<typeof replicateSecretToRegions>, ReplicateSecretToRegionsInput>>();
holds<Same<StandardSchemaV1.InferOutput<typeof replicateSecretToRegions>, ReplicateSecretToRegionsInput>>();
holds<Same<StandardSchemaV1.InferInput<typeof createReplicationConfiguration>, CreateReplicationConfigurationInput>>();
holds<Same<StandardSchemaV1.InferOutput<typeof createReplicationConfiguration>, CreateReplicationConfigurationInput>>();
holds<Same<StandardSchemaV1.InferInput<typeof replicateKey>, ReplicateKeyInput>>();
holds<Same<StandardSchemaV1.InferOutput<typeof replicateKey>, ReplicateKeyInput>>();
holds<Same<StandardJSONSchemaV1.InferInput<typeof replicateKey>, ReplicateKeyInput>>();
holds<Same<StandardJSONSchemaV1.InferOutput<typeof replicateKey>, ReplicateKeyInput>>();

// As libraries take them.
declare function parsed<Schema extends StandardSchemaV1>(schema: Schema, value: unknown): StandardSchemaV1.InferOutput<Schema>;
const input: ReplicateKeyInput = parsed(replicateKey, {});
show(input.KeyId);
const { validate, jsonSchema } = replicateKey["~standard"];
const result = validate({});
if (result.issues) {
  const issues: readonly Issue[] = result.issues;
  show(issues);
} else {
  show(result.value.ReplicaRegion);
}
show(jsonSchema.input({ target: "draft-07" }), jsonSchema.output({ target: "draft-2020-12" }));

// What the compiler must refuse.

// @ts-expect-error: a key is no secret
export const another: StandardSchemaV1<ReplicateSecretToRegionsInput> = replicateKey;

// @ts-expect-error: it is told for which version a schema is
jsonSchema.input();

// @ts-expect-error: what was refused has no value
show(result.value.KeyId);
