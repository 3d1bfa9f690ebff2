import { STATUS_CODES } from "node:http";
import { normalize, problem } from "bijak";
import express from "express";

const maxBytes = 256 * 1024;
const indianTime = 5.5 * 60 * 60 * 1000;
const today = () => new Date(Date.now() + indianTime).toISOString().slice(0, 10);

/** The back end. It sends what is in order on to `upstream`, an address. */
export function createApp(upstream) {
  const app = express();

  app.post("/invoices", invoice("createInvoice"), async (request, response) => {
    const { text, report } = request.invoice;
    const headers = { "content-type": "application/json" };
    const answer = await fetch(upstream, { method: "POST", headers, body: text }); // the text, which has every digit
    response.status(answer.status).json({ answer: await answer.json(), warnings: report.findings });
  });

  app.use((error, _request, response, _next) => {
    const { status = 500 } = error;
    if (status >= 500) console.error(error);
    sendProblem(response, { type: "about:blank", title: STATUS_CODES[status], status });
  });
  return app;
}

/** Checks the bytes of the body, which nothing else has parsed. The next handler finds the result in `request.invoice`. */
function invoice(endpoint) {
  const check = (request, response, next) => {
    if (request.is("application/json") === false) return next({ status: 415 });
    const invoice = normalize(endpoint, request.body ?? "", { today: today(), maxBytes });
    if (!invoice.report.valid) return sendProblem(response, problem(invoice.report, { instance: request.originalUrl }));
    request.invoice = invoice;
    next();
  };
  return [express.raw({ type: "application/json", limit: maxBytes }), check];
}

function sendProblem(response, details) {
  response.status(details.status).type("application/problem+json").json(details);
}
