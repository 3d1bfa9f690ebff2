// The request that would be sent, as text, digit for digit as bijak built it.
import { byId, counted, make } from "./dom.js";
import { say } from "./findings.js";

export function makeRequest() {
  copies("copy-body", "body", "Body copied.");
  copies("copy-curl", "curl", "curl command copied.");
}

/** `built` is what `build` gave, or a sentence that says why it was not asked. */
export function showRequest(built) {
  const ready = built.status === "ready";
  byId("ready").hidden = !ready;
  byId("refused").hidden = ready;
  if (ready) showReady(built.request);
  else byId("refused").replaceChildren(...(typeof built === "string" ? [make("p", {}, built)] : reasons(built.report)));
}

function showReady({ method, path, query, body }) {
  const address = addressOf(path, query);
  byId("method").textContent = method;
  byId("request-path").textContent = address;
  byId("body").textContent = body;
  byId("curl").textContent = curlOf(method, address, body);
}

/** The blocking errors; their messages are in the list of findings. */
function reasons({ findings }) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const codes = [...new Set(errors.map(({ code }) => code))];
  return [
    make("p", {}, `Refused because of ${counted(errors.length, "error")}:`),
    make("ul", {}, ...codes.map((code) => make("li", {}, make("code", {}, code)))),
  ];
}

function addressOf(path, query) {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}

/** The host is left to the shell: test and live differ only in it. */
export function curlOf(method, address, body) {
  return [
    `curl --request ${method} "$ENKASH_URL"${quoted(address)}`,
    `--header ${quoted("Content-Type: application/json")}`,
    `--data-raw ${quoted(body)}`,
  ].join(" \\\n  ");
}

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

function copies(button, source, done) {
  byId(button).addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(byId(source).textContent);
      say(done);
    } catch {
      getSelection().selectAllChildren(byId(source));
      say("The browser did not allow copying; the text is selected.");
    }
  });
}
