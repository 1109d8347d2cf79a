import { factors, login } from "./api/cloakroom.js";
import { askForCode } from "./code.js";
import { byId, onSubmit, showPart } from "./page.js";
import { clearPasswords } from "./password.js";
import { clear, refuse, sendForm } from "./wait.js";

/* The login: name and password, and then the second factor of whoever has one. */

/** Shows the form, empty. */
export function showLogin() {
  clearLogin();
  showPart("login", "login-part", byId("username"));
}

/** Forgets what was typed. */
export function clearLogin() {
  clear(byId("login-form"));
  clear(byId("code-form"));
  clearPasswords();
}

async function logIn(form) {
  try {
    await login(form.username.value, form.password.value, form.remember.checked);
  } catch (error) {
    if (error.reason !== "factor-required") {
      throw error;
    }
    await showCode();
  }
  clear(form);
}

async function showCode() {
  const { methods } = await factors();
  showPart("login", "code-part");
  askForCode(byId("code-place"), methods, { late: showLate });
}

function showLate(error) {
  showLogin();
  refuse(byId("login-form"), error);
}

function fillIn({ username, password }) {
  byId("username").value = username;
  byId("password").value = password;
  byId("login-form").querySelector("[type=submit]").focus();
}

onSubmit("login-form", (form) => sendForm(form, logIn));
for (const back of document.querySelectorAll("[data-back]")) {
  back.addEventListener("click", showLogin);
}
byId("accounts").addEventListener("click", (event) => {
  const account = event.target.closest("button");
  if (account) {
    fillIn(account.dataset);
  }
});
