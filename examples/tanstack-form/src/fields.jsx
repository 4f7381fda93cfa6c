import { useId } from "react";

/** A field of one line, with what is said of it. */
export function TextField(props) {
  return (
    <Shown {...props}>
      {(field, attributes) => (
        <input
          {...attributes}
          type="text"
          value={field.state.value}
          onBlur={field.handleBlur}
          onChange={(event) => field.handleChange(event.target.value)}
        />
      )}
    </Shown>
  );
}

/** A field that is on or off. */
export function Checkbox(props) {
  return (
    <Shown {...props}>
      {(field, attributes) => (
        <input
          {...attributes}
          type="checkbox"
          checked={field.state.value}
          onBlur={field.handleBlur}
          onChange={(event) => field.handleChange(event.target.checked)}
        />
      )}
    </Shown>
  );
}

function Shown({ form, name, field: { label, help, required }, warnings, isJudged, children }) {
  const id = useId();
  const pointer = `/${name.replaceAll(/\[(\d+)\]\./g, "/$1/")}`;
  return (
    <form.Field name={name}>
      {(field) => {
        const errors = isJudged ? field.state.meta.errors : [];
        const shown = [...errors, ...warnings.filter((warning) => warning.pointer === pointer)];
        const attributes = { id, "aria-describedby": `${id}-help ${id}-said`, "aria-invalid": errors.length > 0 };
        return (
          <div className="field">
            <label htmlFor={id}>{required ? label : `${label} (optional)`}</label>
            <p id={`${id}-help`}>{help}</p>
            {children(field, attributes)}
            <div id={`${id}-said`}>
              {shown.map(({ code, severity, message }) => (
                <p key={code} className={severity}>
                  {message}
                </p>
              ))}
            </div>
          </div>
        );
      }}
    </form.Field>
  );
}
