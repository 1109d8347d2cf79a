import { bodyOf, errorOf, send } from "./calls.js";
import { act, byId } from "./page.js";

/* Resources to be tried, and what they answer. */

async function tryResource({ method = "GET", path, sent }) {
  const response = await send(method, path, sent);
  const body = await bodyOf(response);
  showAnswer(`${method} /${path}`, response, body);
  if (response.status === 401 && body?.reason === "step-up-required") {
    throw errorOf(response, { detail: "Nothing was done: more has to be proven first.", reason: body.reason });
  }
  if (response.status === 401 && byId("login-card").hidden) {
    throw errorOf(response, body);
  }
}

function showAnswer(request, response, body) {
  byId("answer").hidden = false;
  byId("answer-status").textContent = `${response.status} ${response.statusText}`.trim();
  byId("answer-status").className = response.ok ? "badge good" : "badge bad";
  byId("answer-path").textContent = request;
  byId("answer-body").textContent = body === null ? "(no JSON)" : JSON.stringify(body, null, 2);
  byId("answer").scrollIntoView({ block: "nearest" });
}

export function clearAnswer() {
  byId("answer").hidden = true;
}

/** The demo's server by another name of this machine: for the browser another site. */
function atAnotherSite(path) {
  const page = new URL(path, location);
  page.hostname = location.hostname === "localhost" ? "127.0.0.1" : "localhost";
  page.hash = "";
  return page;
}

function hostilePage() {
  const page = atAnotherSite("hostile");
  page.searchParams.set("host", location.hostname);
  return page;
}

/** By another port, where the demo has one: another origin of the same site; else of another site. */
function pageOfAnotherOrigin(port) {
  const other = atAnotherSite("another");
  const page = new URL(port && location.protocol === "http:" ? "another" : other, location);
  if (page.hostname === location.hostname) {
    page.port = port;
    page.searchParams.set("same", page.origin);
  }
  page.searchParams.set("other", other.origin);
  page.searchParams.set("target", location.origin);
  return page;
}

byId("hostile").href = hostilePage();
byId("another").href = pageOfAnotherOrigin(byId("another").dataset.port);
byId("start-view").addEventListener("click", (event) => {
  const resource = event.target.closest("button[data-path]");
  if (resource) {
    act(() => tryResource(resource.dataset));
  }
});
