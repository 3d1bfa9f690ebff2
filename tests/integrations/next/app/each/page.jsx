// a server component, run for each request
import { job } from "../../job.mjs";

export const dynamic = "force-dynamic";

export default function Page() {
  return <pre>{JSON.stringify(job())}</pre>;
}
