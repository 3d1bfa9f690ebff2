import { revalidateLogic, useForm } from "@tanstack/react-form";
import { normalize, type Payloads, schema, type Written } from "bijak";
import { useState } from "react";
import { fields } from "./fields.js";

const nothing: Written<Payloads["createInvoice"]> = {};

export function InvoiceForm() {
  const [invoice, setInvoice] = useState<string>();
  const form = useForm({
    defaultValues: nothing,
    validationLogic: revalidateLogic(), // at the first submit, then at each change
    validators: { onDynamic: schema("createInvoice") },
    onSubmit: ({ value }) => setInvoice(normalize("createInvoice", value).text), // `value` is still as it was typed
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      {fields.map(({ name, label }) => (
        <form.Field key={name} name={name}>
          {({ state: { value, meta }, handleChange, handleBlur }) => {
            const message = meta.errors[0]?.message;
            return (
              <div>
                <label htmlFor={name}>{label}</label>
                <input
                  id={name}
                  value={value ?? ""}
                  onChange={({ target }) => handleChange(target.value || undefined)} // left empty is left out
                  onBlur={handleBlur}
                  aria-invalid={message !== undefined}
                  aria-describedby={`${name}-error`}
                />
                <p id={`${name}-error`} role="alert">
                  {message}
                </p>
              </div>
            );
          }}
        </form.Field>
      ))}
      <button type="submit">Create</button>
      {invoice && (
        <output>
          <pre>{invoice}</pre>
        </output>
      )}
    </form>
  );
}
