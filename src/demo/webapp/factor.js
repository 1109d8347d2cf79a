import { call } from "./calls.js";
import { byId, element, notify, onClick, onSubmit, showPart } from "./page.js";
import { clear, sendForm } from "./wait.js";

/* The caller's authenticator app: set up, confirmed by a code, and with recovery codes that are shown once. */

const PATH = "api/second-factor";

/** Whether something is shown that must stay until its reader is done with it. */
let isKept = false;

function keep(id) {
  isKept = true;
  showPart("factor", id);
}

/** Shows whether there is an app, unless something is shown that is to stay. */
export async function showSecondFactor() {
  const { enrolled, recoveryCodesLeft } = await call("GET", PATH);
  byId("codes-left").textContent = recoveryCodesLeft;
  if (!isKept) {
    showPart("factor", enrolled ? "factor-on" : "factor-none", document.activeElement);
  }
}

/** Forgets what was shown to whoever was logged in. */
export function clearSecondFactor() {
  isKept = false;
  byId("qr-code").replaceChildren();
  byId("secret").textContent = "";
  byId("recovery-codes").replaceChildren();
  clear(byId("confirm-form"));
}

async function back() {
  clearSecondFactor();
  await showSecondFactor();
  byId("factor-title").focus();
}

async function begin() {
  const { secret, uri, qrCode } = await call("POST", PATH);
  byId("qr-code").innerHTML = qrCode;
  byId("secret").textContent = secret.match(/.{4}/g).join(" ");
  byId("app-link").href = uri;
  keep("factor-setup");
}

async function confirm(form) {
  const { recoveryCodes } = await call("POST", `${PATH}/confirmation`, { code: form["confirm-code"].value });
  clearSecondFactor();
  showCodes(recoveryCodes, "The app is set up: from now on each of your logins asks for a code.");
}

async function otherCodes() {
  const { recoveryCodes } = await call("POST", `${PATH}/recovery-codes`);
  showCodes(recoveryCodes, "Here are other recovery codes. The earlier ones are good no longer.");
}

function showCodes(codes, message) {
  byId("recovery-codes").replaceChildren(...codes.map((code) => element("li", code)));
  keep("factor-codes");
  notify(message, "good");
}

async function copyCodes() {
  const codes = [...byId("recovery-codes").children].map((item) => item.textContent);
  await navigator.clipboard.writeText(codes.join("\n"));
  notify("The recovery codes are copied.", "good");
}

async function remove() {
  await call("DELETE", PATH);
  await back();
  notify("The app is removed: your password alone logs you in.");
}

onClick("begin", begin);
onClick("cancel-setup", back);
onClick("codes-kept", back);
onClick("copy-codes", copyCodes);
onClick("other-codes", otherCodes);
onClick("replace-app", begin);
onClick("remove-app", remove);
onSubmit("confirm-form", (form) => sendForm(form, confirm));
byId("copy-codes").hidden = !navigator.clipboard;
