import { proveFactor } from "./api/cloakroom.js";
import { byId, onSubmit } from "./page.js";
import { clear, sendForm } from "./wait.js";

/* The one form that asks for a code of an app, or a recovery code: at the login, and for more than a login. */

const ASKED = {
  "otp": {
    label: "Code of your authenticator app",
    mode: "numeric",
    refused: "This is no code that is good now. Each is good once: wait for the next one.",
    instead: "Use a recovery code instead",
  },
  "recovery-code": {
    label: "Recovery code",
    mode: "text",
    refused: "This is none of your recovery codes, or was used before.",
    instead: "Use the authenticator app instead",
  },
};

let asking = null;

function turnTo(method) {
  const { label, mode } = ASKED[method];
  const other = asking.methods.find((name) => name !== method);
  asking.method = method;
  clear(byId("code-form"));
  byId("code-label").textContent = label;
  byId("code").inputMode = mode;
  byId("code").autocomplete = method === "otp" ? "one-time-code" : "off";
  byId("code-instead").hidden = !other;
  byId("code-instead").textContent = ASKED[method].instead;
  byId("code").focus();
}

/**
 * Asks, in a place of the page, for one of the methods. What is told is that it is proven, or that
 * it is too late for it.
 */
export function askForCode(place, methods, { proven = () => {}, late = () => {} }) {
  const known = Object.keys(ASKED).filter((method) => methods.includes(method));
  place.append(byId("code-form"));
  asking = { methods: known, proven, late };
  turnTo(known[0]);
}

async function prove(form) {
  try {
    await proveFactor({ method: asking.method, answer: form.code.value });
  } catch (error) {
    if (error.reason === "factor-expired") {
      asking.late(error);
      return;
    }
    if (error.reason === "factor-refused") {
      error.message = ASKED[asking.method].refused;
    }
    throw error;
  }
  clear(form);
  asking.proven();
}

onSubmit("code-form", (form) => sendForm(form, prove));
byId("code-instead").addEventListener("click", () =>
  turnTo(asking.methods.find((name) => name !== asking.method)));
