import { events, fetch as ask, login, logout } from "./api/cloakroom.js";

/*
 * The page keeps no credential: the browser holds the session cookie, which scripts cannot read.
 * What the page shows is always what the server last said. What is done in one tab, all tabs hear.
 */

const byId = (id) => document.getElementById(id);

const UNREACHABLE = "The server cannot be reached. Is it still running?";

/* Calls -------------------------------------------------------------- */

/** An answer that is not 2xx, or none at all (status 0). The message is for people. */
class CallError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function send(method, path) {
  try {
    return await ask(path, { method, headers: { Accept: "application/json" }, cache: "no-store" });
  } catch {
    throw new CallError(0, UNREACHABLE);
  }
}

async function call(method, path) {
  const response = await send(method, path);
  const answer = await bodyOf(response);
  if (!response.ok) {
    throw new CallError(response.status, problemText(response, answer));
  }
  return answer;
}

async function bodyOf(response) {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function problemText(response, problem) {
  const said = problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`;
  return withWait(said, response.headers.get("Retry-After"));
}

function withWait(said, seconds) {
  return seconds && /^\d+$/.test(seconds) ? `${said} Try again in ${seconds} s.` : said;
}

/* Words for people --------------------------------------------------- */

const moment = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

function ago(iso) {
  const seconds = (new Date(iso) - Date.now()) / 1000;
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : "just now";
}

function showTime(element, iso) {
  element.closest("div").hidden = !iso;
  if (iso) {
    element.dateTime = iso;
    element.title = moment.format(new Date(iso));
    element.textContent = ago(iso);
  }
}

const BROWSERS = [[/Edg\//, "Edge"], [/Firefox\//, "Firefox"], [/Chrom(e|ium)\//, "Chrome"], [/Safari\//, "Safari"]];
const SYSTEMS = [[/Android/, "Android"], [/iPhone|iPad/, "iOS"], [/Windows/, "Windows"], [/Mac OS X/, "macOS"], [/Linux/, "Linux"]];

function deviceName(userAgent) {
  const named = (list) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = named(BROWSERS);
  const system = named(SYSTEMS);
  return browser && system ? `${browser} on ${system}` : userAgent || "Unknown device";
}

const PROOFS = { pwd: "Password", otp: "One-time code", hwk: "Security key", mfa: "Several factors" };

/* What is shown ------------------------------------------------------ */

function notify(message, kind = "") {
  byId("notice").className = `notice ${kind}`;
  byId("notice").textContent = message;
}

function showLoggedIn(loggedIn) {
  document.querySelector("main").className = loggedIn ? "logged-in" : "logged-out";
  byId("login-card").hidden = loggedIn;
  for (const id of ["session-card", "devices-card", "logout"]) {
    byId(id).hidden = !loggedIn;
  }
}

function showLogin() {
  showLoggedIn(false);
  byId("login-error").textContent = "";
  byId("username").focus();
}

function showSession({ user, session }) {
  byId("caller-name").textContent = user.name;
  byId("caller-groups").replaceChildren(...user.groups.map(groupItem));
  byId("session-id").textContent = session.id;
  showTime(byId("authenticated-at"), session.createdAt);
  showTime(byId("last-seen-at"), session.lastSeenAt);
  showTime(byId("expires-at"), session.expiresAt);
  byId("amr").textContent = (session.amr ?? []).map((proof) => PROOFS[proof] ?? proof).join(", ") || "–";
  byId("fresh").textContent = session.fresh ? "yes" : "no, log in again to change";
  byId("fresh").className = session.fresh ? "badge good" : "badge";
}

function groupItem(group) {
  const item = document.createElement("li");
  item.textContent = group;
  return item;
}

function showDevices({ sessions }) {
  byId("devices").replaceChildren(...sessions.map(deviceItem));
  byId("end-others").hidden = sessions.length < 2;
}

function deviceItem(session) {
  const item = byId("device-template").content.cloneNode(true);
  const name = deviceName(session.userAgent ?? "");
  item.querySelector("strong").textContent = name;
  item.querySelector("strong").title = session.userAgent ?? "";
  item.querySelector(".badge").hidden = !session.current;
  item.querySelector(".device-facts").textContent =
    [session.address, `logged in ${ago(session.createdAt)}`, `seen ${ago(session.lastSeenAt)}`]
      .filter(Boolean).join(" · ");
  item.querySelector(".number").textContent = session.id;
  const end = item.querySelector("button");
  end.setAttribute("aria-label", `End the login session of ${name}, ${session.id}`);
  end.addEventListener("click", () => act(() => endDevice(session)));
  return item;
}

/* What people do ----------------------------------------------------- */

/** Runs one act and shows what went wrong; a login session that is gone leads to the form. */
async function act(step) {
  try {
    notify("");
    await step();
  } catch (error) {
    notify(error.status === undefined ? UNREACHABLE : error.message, "bad");
    if (error.status === 401) {
      showLogin();
    }
  }
}

async function refresh() {
  showSession(await call("GET", "api/session"));
  showDevices(await call("GET", "api/sessions"));
  showLoggedIn(true);
}

async function start() {
  try {
    await refresh();
  } catch (error) {
    showLogin();
    notify(error.status === 401 ? "" : error.message, "bad");
  }
}

async function logIn(event) {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("[type=submit]");
  byId("login-error").textContent = "";
  button.disabled = true;
  try {
    await login(form.username.value, form.password.value, form.remember.checked);
    form.reset();
  } catch (error) {
    byId("login-error").textContent = error.status ? withWait(error.message, error.retryAfter) : UNREACHABLE;
    byId("password").select();
  } finally {
    button.disabled = false;
  }
}

async function showLogIn() {
  clearAnswer();
  await refresh();
  byId("caller-name").focus();
}

function showLogOut() {
  clearAnswer();
  showLogin();
  notify("You are logged out.");
}

async function endDevice(session) {
  await call("DELETE", `api/sessions/${encodeURIComponent(session.id)}`);
  if (session.current) {
    clearAnswer();
    showLogin();
  } else {
    await refresh();
    byId("devices-title").focus();
  }
  notify("That login session is ended.");
}

async function endOthers() {
  await call("DELETE", "api/sessions");
  await refresh();
  byId("devices-title").focus();
  notify("All other login sessions are ended.");
}

async function tryResource(path) {
  const response = await send("GET", path);
  const body = await bodyOf(response);
  byId("answer").hidden = false;
  byId("answer-status").textContent = `${response.status} ${response.statusText}`.trim();
  byId("answer-status").className = response.ok ? "badge good" : "badge bad";
  byId("answer-path").textContent = `GET /${path}`;
  byId("answer-body").textContent = body === null ? "(no JSON)" : JSON.stringify(body, null, 2);
  if (response.status === 401 && byId("login-card").hidden) {
    throw new CallError(401, problemText(response, body));
  }
}

function clearAnswer() {
  byId("answer").hidden = true;
}

function fillIn({ username, password }) {
  byId("username").value = username;
  byId("password").value = password;
  byId("login-form").querySelector("[type=submit]").focus();
}

/** The demo's server by another name of this machine: for the browser another site. */
function atAnotherSite(path) {
  const page = new URL(path, location);
  page.hostname = location.hostname === "localhost" ? "127.0.0.1" : "localhost";
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
byId("login-form").addEventListener("submit", logIn);
byId("logout").addEventListener("click", () => act(logout));
events.addEventListener("login", () => act(showLogIn));
events.addEventListener("logout", showLogOut);
byId("end-others").addEventListener("click", () => act(endOthers));
byId("accounts").addEventListener("click", (event) => {
  const account = event.target.closest("button");
  if (account) {
    fillIn(account.dataset);
  }
});
byId("resources").addEventListener("click", (event) => {
  const resource = event.target.closest("button");
  if (resource) {
    act(() => tryResource(resource.dataset.path));
  }
});
start();
