// a client component: findings while one types
"use client";

import { useState } from "react";
import { check } from "bijak";

export default function Form() {
  const [dueDate, setDueDate] = useState("");
  const { findings } = check("updateInvoice", { dueDate });
  return (
    <form>
      <label>
        Due date <input name="dueDate" value={dueDate} onChange={(event) => setDueDate(event.target.value)} />
      </label>
      <ul>
        {findings.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    </form>
  );
}
