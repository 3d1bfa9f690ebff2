import { createRoot } from "react-dom/client";
import { InvoiceForm } from "./invoice-form.js";

const root = document.querySelector("#root");
if (root) createRoot(root).render(<InvoiceForm />);
