import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { type Payloads, schema } from "bijak";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { fields } from "./fields.js";

const resolver = standardSchemaResolver(schema("createInvoice"));
const names = fields.map(({ name }) => name);

export function InvoiceForm() {
  const [invoice, setInvoice] = useState<Payloads["createInvoice"]>();
  const { register, handleSubmit, formState } = useForm({ resolver });
  const { errors } = formState;
  const rules = {
    setValueAs: (text: string) => text || undefined, // omit empty fields
    deps: names, // an error may be between two fields: after the first submit, each change validates all
  };
  return (
    <form noValidate onSubmit={handleSubmit(setInvoice)}>
      {fields.map(({ name, label }) => (
        <div key={name}>
          <label htmlFor={name}>{label}</label>
          <input id={name} {...register(name, rules)} aria-invalid={name in errors} aria-describedby={`${name}-error`} />
          <p id={`${name}-error`} role="alert">{errors[name]?.message}</p>
        </div>
      ))}
      <button type="submit">Create</button>
      {invoice && <output><pre>{JSON.stringify(invoice, null, 2)}</pre></output>}
    </form>
  );
}
