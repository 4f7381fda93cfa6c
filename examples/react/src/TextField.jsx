import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useController } from "react-hook-form";
import { createReplicationSet as operation } from "xregion/full";
import { formFieldProps } from "xregion/cloudscape";

/** A field of one line at a place of the rows. */
export function TextField({ form, pointer, issues }) {
  const name = pointer.slice(1).replaceAll("/", ".");
  const { field } = useController({ control: form.control, name });
  return (
    <FormField {...formFieldProps(operation, pointer, issues)} stretch>
      <Input
        name={name}
        value={field.value}
        ref={field.ref}
        onBlur={field.onBlur}
        onChange={({ detail }) => {
          field.onChange(detail.value);
          // Rules tie fields together: what is typed here can mend what was said there.
          if (form.formState.isSubmitted) form.trigger();
        }}
      />
    </FormField>
  );
}
