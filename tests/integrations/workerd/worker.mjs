import { job } from "./job.mjs";

export default {
  async fetch() {
    return Response.json(job());
  },
};
