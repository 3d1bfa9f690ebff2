import { STATUS_CODES } from "node:http";
import { normalize, problem } from "bijak";
import fastify from "fastify";

const maxBytes = 256 * 1024;
const indianTime = 5.5 * 60 * 60 * 1000;
const today = () => new Date(Date.now() + indianTime).toISOString().slice(0, 10);

/** The back end. It sends what is in order on to `upstream`, an address. */
export function createApp(upstream) {
  const app = fastify({ bodyLimit: maxBytes });
  app.decorateRequest("invoice", null);

  // in place of the parsers for JSON and text: the body stays the bytes that came
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_request, bytes) => bytes);

  app.post("/invoices", { preHandler: invoice("createInvoice") }, async (request, reply) => {
    const { text, report } = request.invoice;
    const headers = { "content-type": "application/json" };
    const answer = await fetch(upstream, { method: "POST", headers, body: text }); // the text, which has every digit
    return reply.code(answer.status).send({ answer: await answer.json(), warnings: report.findings });
  });

  app.setErrorHandler((error, _request, reply) => {
    const { statusCode: status = 500 } = error;
    if (status >= 500) console.error(error);
    return sendProblem(reply, { type: "about:blank", title: STATUS_CODES[status], status });
  });
  return app;
}

/** Checks the bytes of the body. The handler finds the result in `request.invoice`. */
function invoice(endpoint) {
  return async (request, reply) => {
    request.invoice = normalize(endpoint, request.body ?? "", { today: today(), maxBytes });
    const { report } = request.invoice;
    if (!report.valid) return sendProblem(reply, problem(report, { instance: request.url }));
  };
}

function sendProblem(reply, details) {
  return reply.code(details.status).type("application/problem+json").send(details);
}
