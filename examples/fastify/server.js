import { createApp } from "./app.js";

const { UPSTREAM, PORT = 3000 } = process.env;
await createApp(UPSTREAM).listen({ port: Number(PORT) });
console.log(`http://localhost:${PORT}/invoices`);
