// a server component, run once while it is built
import { job } from "../job.mjs";

export default function Page() {
  return <pre>{JSON.stringify(job())}</pre>;
}
