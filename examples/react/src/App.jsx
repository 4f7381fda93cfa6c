import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TagEditor from "@cloudscape-design/components/tag-editor";
import { useState, useSyncExternalStore } from "react";
import { useController, useFieldArray, useForm } from "react-hook-form";
// Commands come of the full module: in browsers "xregion" has verdicts and forms alone.
import { createReplicationSet as operation } from "xregion/full";
import { formFieldProps, issuesBesideTagEditor, rowsOfTags, tagEditorProps, tagsOfRows } from "xregion/cloudscape";
import { issuesOf, xregionResolver } from "xregion/react-hook-form";
import { TextField } from "./TextField.jsx";

const resolver = xregionResolver(operation);
const emptyRow = { Region: "", sseKmsKeyId: "" };
const tagEditor = tagEditorProps(operation, "/tags");

export function App() {
  const [command, setCommand] = useState();
  const form = useForm({ resolver, defaultValues: { regions: [emptyRow], tags: [] } });
  const { subscribe, getSnapshot } = resolver.warnings;
  const issues = [...issuesOf(form.formState.errors), ...useSyncExternalStore(subscribe, getSnapshot)];
  const submit = form.handleSubmit(
    (input) => setCommand(operation.build(input).request.toCli().text),
    () => setCommand(undefined),
  );
  return (
    <Box padding="l">
      <main>
        <ContentLayout header={<Header variant="h1">{operation.form.title}</Header>}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <Form actions={<Button variant="primary">Show the request</Button>}>
              <SpaceBetween size="l">
                <Regions form={form} issues={issues} />
                <Tags form={form} issues={issues} />
              </SpaceBetween>
            </Form>
          </form>
          <div role="status">{command && <Box variant="code">{command}</Box>}</div>
        </ContentLayout>
      </main>
    </Box>
  );
}

function Regions({ form, issues }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "regions" });
  const { label, description, errorText } = formFieldProps(operation, "/regions", issues);
  return (
    <Container header={<Header description={description}>{label}</Header>}>
      <SpaceBetween size="m">
        {fields.map(({ id }, index) => (
          <SpaceBetween key={id} size="s">
            <TextField form={form} pointer={`/regions/${index}/Region`} issues={issues} />
            <TextField form={form} pointer={`/regions/${index}/sseKmsKeyId`} issues={issues} />
            <Button formAction="none" onClick={() => remove(index)} ariaLabel={`Remove Region ${index + 1}`}>
              Remove
            </Button>
          </SpaceBetween>
        ))}
        {errorText && <Box color="text-status-error">{errorText}</Box>}
        <Button formAction="none" onClick={() => append(emptyRow)}>
          Add Region
        </Button>
      </SpaceBetween>
    </Container>
  );
}

function Tags({ form, issues }) {
  const { field } = useController({ control: form.control, name: "tags" });
  const others = issuesBesideTagEditor("/tags", issues);
  return (
    <Container>
      <FormField {...formFieldProps(operation, "/tags", others, { below: true })} stretch>
        <TagEditor
          {...tagEditor}
          ref={field.ref}
          tags={tagsOfRows(operation, "/tags", field.value)}
          onChange={({ detail }) => field.onChange(rowsOfTags(operation, "/tags", detail.tags))}
        />
      </FormField>
    </Container>
  );
}
