import { createApp } from "./app.js";

const { UPSTREAM, PORT = 3000 } = process.env;
createApp(UPSTREAM).listen(PORT, () => console.log(`http://localhost:${PORT}/invoices`));
