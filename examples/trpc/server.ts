import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { router } from "./router.js";

createHTTPServer({ router }).listen(3000, () => console.log("http://localhost:3000"));
