// a server component of the edge runtime
import { job } from "../../job.mjs";

export const runtime = "edge";

export default function Page() {
  return <pre>{JSON.stringify(job())}</pre>;
}
