// xregion/react-hook-form with the types of the library itself. It is compiled, not run.
import { useSyncExternalStore } from "react";
import { useFieldArray, useForm } from "react-hook-form";
import type { Resolver } from "react-hook-form";
import { createReplicationConfiguration, createReplicationSet, loadHouseRules, operations, replicateKey } from "xregion";
import type { Context, CreateReplicationSetInput, CreateReplicationSetRows, Issue, ReplicateKeyInput } from "xregion";
import { issuesOf, xregionResolver } from "xregion/react-hook-form";
import type { RowsResolver } from "xregion/react-hook-form";

declare function show(...values: unknown[]): void;

const resolver: RowsResolver<CreateReplicationSetRows, CreateReplicationSetInput> = xregionResolver(createReplicationSet);
const forTheForm: Resolver<CreateReplicationSetRows, Context, CreateReplicationSetInput> = resolver;
const forAnyContext: Resolver<ReplicateKeyInput, any, ReplicateKeyInput> = xregionResolver(replicateKey, {
  region: "us-east-1",
  rules: { unknown_region: "off" },
  house: loadHouseRules({ name: "Policy" }),
  messageOf: ({ code, message }) => `${code}: ${message}`,
});
show(forTheForm, forAnyContext, operations.map(({ form }) => form));

const defaultValues: CreateReplicationSetRows = { regions: [{ Region: "" }], tags: [] };

export function useReplicationSet() {
  const { control, formState, handleSubmit, register } = useForm({
    resolver,
    context: { region: "us-east-1" },
    defaultValues,
  });
  const { fields } = useFieldArray({ control, name: "tags" });
  register("tags.0.Key");
  register("regions.0.sseKmsKeyId");
  show(fields.map(({ Key, Value }) => [Key, Value]), formState.errors.tags?.[0]?.Key?.message, formState.errors.regions?.root?.type);
  const issues: readonly Issue[] = issuesOf(formState.errors.tags?.[0]?.Key);
  const { subscribe, getSnapshot } = resolver.warnings;
  const warnings: readonly Issue[] = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  show(issues, warnings);
  // @ts-expect-error: there is no such field
  register("tags.0.TagKey");
  return handleSubmit((input) => {
    const regions: CreateReplicationSetInput["regions"] = input.regions;
    show(createReplicationSet.build(input), regions);
  });
}

export const useInput = (input: CreateReplicationSetInput) =>
  useForm({ resolver, defaultValues: createReplicationSet.toRows(input) });

export const useDestination = () => useForm({ resolver: xregionResolver(createReplicationConfiguration) });

// @ts-expect-error: an operation is needed
xregionResolver();

// @ts-expect-error: there is no such level
xregionResolver(replicateKey, { rules: { too_long: "of" } });

// @ts-expect-error: it is for the rows of another operation
useForm<ReplicateKeyInput>({ resolver });
