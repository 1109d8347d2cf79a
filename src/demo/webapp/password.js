import { call, CallError } from "./calls.js";
import { byId, notify, onSubmit, showPart } from "./page.js";
import { clear, sendForm } from "./wait.js";

/* A forgotten password: a link, and what it leads to. */

const LINK = "#new-password=";

/** The token of the link that the page was opened by: nowhere but here, and gone from the address. */
let token = "";

/** Takes it from the address; gives whether there was one. */
export function takeToken() {
  if (!location.hash.startsWith(LINK)) {
    return false;
  }
  token = location.hash.substring(LINK.length);
  history.replaceState(null, "", location.pathname);
  return true;
}

/** Asks for the new password. */
export function openLink() {
  notify("");
  showPart("login", "new-password-part", byId("new-password"));
}

/** Forgets what was typed, and the link that was shown. */
export function clearPasswords() {
  clear(byId("forgotten-form"));
  clear(byId("new-password-form"));
  byId("mail-region").replaceChildren();
}

/* Cloakroom sends no mail, nor does the demo: what would be in one is shown. */
async function askForLink(form) {
  const name = form["forgotten-name"].value;
  byId("mail-region").replaceChildren();
  const { link } = await call("POST", "api/password/forgotten", { name });
  if (!link) {
    throw new CallError(404, `Nobody is called ${name} here. A real application would not tell.`);
  }
  const mail = byId("mail-template").content.cloneNode(true);
  mail.querySelector("strong").textContent = name;
  mail.querySelector("a").href = link;
  byId("mail-region").replaceChildren(mail);
}

async function save(form) {
  await call("POST", "api/password/new", { token, password: form["new-password"].value });
  token = "";
  clearPasswords();
  showPart("login", "login-part", byId("username"));
  notify("Your password is changed, and all your logins are ended. Log in by the new one.", "good");
}

byId("forgotten").addEventListener("click", () => {
  showPart("login", "forgotten-part", byId("forgotten-name"));
});
onSubmit("forgotten-form", (form) => sendForm(form, askForLink));
onSubmit("new-password-form", (form) => sendForm(form, save));
