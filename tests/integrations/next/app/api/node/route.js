// a route handler: checks what is posted
import { check } from "bijak";

export async function POST(request) {
  const report = check("updateInvoice", await request.text());
  return Response.json(report, { status: report.valid ? 200 : 422 });
}
