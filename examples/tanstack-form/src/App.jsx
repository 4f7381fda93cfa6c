import { useForm, useStore } from "@tanstack/react-form";
import { useState } from "react";
// Commands come of the full module: in browsers "xregion" has verdicts and forms alone.
import { replicateSecretToRegions as operation } from "xregion/full";
import { Checkbox, TextField } from "./fields.jsx";

const schema = operation.rowsSchema();
const [secret, regions, overwrite] = operation.form.fields;
const [region, key] = regions.columns;
const emptyRow = { Region: "", KmsKeyId: "" };

export function App() {
  const [command, setCommand] = useState("");
  const form = useForm({
    defaultValues: { SecretId: "", AddReplicaRegions: [emptyRow], ForceOverwriteReplicaSecret: false },
    validators: { onChange: schema },
    onSubmit({ value }) {
      const { input } = operation.fromRows(value);
      setCommand(operation.build(input).request.toCli().text);
    },
    onSubmitInvalid: () => setCommand(""),
  });
  const { values, submissionAttempts } = useStore(form.store);
  // A schema knows no warnings. They keep nothing from being submitted.
  const warnings = operation.validateRows(values).issues.filter(({ severity }) => severity === "warning");
  const shared = { form, warnings, isJudged: submissionAttempts > 0 };
  return (
    <main>
      <h1>{operation.form.title}</h1>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.handleSubmit();
        }}
      >
        <TextField {...shared} name="SecretId" field={secret} />
        <form.Field name="AddReplicaRegions" mode="array">
          {(rows) => (
            <>
              {rows.state.value.map((_, index) => (
                <fieldset key={index}>
                  <legend>
                    {regions.row} {index + 1}
                  </legend>
                  <TextField {...shared} name={`AddReplicaRegions[${index}].Region`} field={region} />
                  <TextField {...shared} name={`AddReplicaRegions[${index}].KmsKeyId`} field={key} />
                  <button type="button" onClick={() => rows.removeValue(index)}>
                    Remove {regions.row} {index + 1}
                  </button>
                </fieldset>
              ))}
              {shared.isJudged &&
                rows.state.meta.errors.map(({ code, message }) => (
                  <p key={code} className="error">
                    {message}
                  </p>
                ))}
              <button type="button" onClick={() => rows.pushValue(emptyRow)}>
                Add {regions.row}
              </button>
            </>
          )}
        </form.Field>
        <Checkbox {...shared} name="ForceOverwriteReplicaSecret" field={overwrite} />
        <button>Show the request</button>
      </form>
      <output>{command}</output>
    </main>
  );
}
