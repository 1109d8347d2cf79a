import { events, logout } from "./api/cloakroom.js";
import { call } from "./calls.js";
import { showDevices } from "./devices.js";
import { clearSecondFactor, showSecondFactor } from "./factor.js";
import { clearLogin, showLogin } from "./login.js";
import { act, byId, notify, onClick } from "./page.js";
import { openLink, takeToken } from "./password.js";
import { showProfile, showTicket } from "./profile.js";
import { clearAnswer } from "./resources.js";
import "./stepup.js";

/*
 * The page keeps no credential: the browser holds the session cookie, which scripts cannot read.
 * What the page shows is always what the server last said. What is done in one tab, all tabs hear.
 */

/** Who is shown as logged in: { user, session }; null for nobody. */
let shown = null;

const VIEWS = { "#profile": "profile-view", "#second-factor": "factor-view" };

function viewOfAddress() {
  return VIEWS[location.hash] ?? "start-view";
}

function showLoggedIn(who) {
  shown = who;
  document.querySelector("main").className = who ? "logged-in" : "logged-out";
  byId("login-card").hidden = Boolean(who);
  byId("resources-card").hidden = false;
  for (const id of ["session-card", "devices-card", "logout", "views", "sensitive"]) {
    byId(id).hidden = !who;
  }
}

/** Shows one view; its heading gets the focus if somebody has asked for it. */
function showView(focused) {
  const id = shown ? viewOfAddress() : "start-view";
  for (const view of document.querySelectorAll("[data-view]")) {
    view.hidden = view.id !== id;
  }
  for (const link of byId("views").querySelectorAll("a")) {
    link.toggleAttribute("aria-current", false);
    if ((VIEWS[link.hash] ?? "start-view") === id) {
      link.setAttribute("aria-current", "page");
    }
  }
  if (focused) {
    byId(id).querySelector("h2[tabindex]").focus();
  }
}

async function refresh() {
  const who = await call("GET", "api/session");
  showTicket(who);
  showProfile(who);
  showDevices(await call("GET", "api/sessions"), { ended: refresh, gone: showNobody });
  await showSecondFactor();
  showLoggedIn(who);
  showView();
}

function showNobody(message = "", kind = "") {
  clearAnswer();
  clearLogin();
  clearSecondFactor();
  showLoggedIn(null);
  showView();
  showLogin();
  notify(message, kind);
}

/** Shows who is logged in; or, to whoever comes by a link for a new password, that. */
async function start() {
  const hasLink = takeToken();
  try {
    await refresh();
  } catch (error) {
    showNobody(error.status === 401 ? "" : error.message, "bad");
  }
  if (hasLink) {
    showLoggedIn(null);
    showView();
    openLink();
  }
}

/** Somebody has logged in, or has proven more of who they are. */
async function hearLogin({ user }) {
  const isSame = shown?.user.name === user.name;
  if (!isSame) {
    clearAnswer();
    clearLogin();
    clearSecondFactor();
    history.replaceState(null, "", location.pathname);
  }
  await refresh();
  if (!isSame) {
    byId("caller-name").focus();
  }
}

events.addEventListener("login", ({ detail }) => act(() => hearLogin(detail)));
events.addEventListener("logout", () => showNobody("You are logged out."));
document.addEventListener("login-gone", ({ detail }) => showNobody(detail, "bad"));
window.addEventListener("hashchange", () => {
  if (location.hash.startsWith("#new-password=")) {
    act(start);
  } else if (shown) {
    act(refresh);
    showView(true);
  }
});
onClick("logout", logout);
start();
