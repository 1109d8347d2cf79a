import { factors, login, onLoginNeeded } from "./api/cloakroom.js";
import { askForCode } from "./code.js";
import { byId, onSubmit, showPart } from "./page.js";
import { clear, sendForm } from "./wait.js";

/*
 * What is asked when an answer says that more must be proven (401 step-up-required). The request
 * is repeated by the module once it was; else its answer is shown.
 */

const dialog = byId("step-up");

function whyOf({ acrValues, maxAge }) {
  const level = acrValues ? `a second factor (level ${acrValues})` : "";
  const fresh = maxAge ? `a proof that is no older than ${maxAge} seconds` : "";
  return `This takes ${[level, fresh].filter(Boolean).join(", and ")}.`;
}

function showPartFor({ acrValues }, methods) {
  if (methods.length > 0) {
    showPart("step-up", "step-up-code");
    askForCode(byId("step-up-code"), methods, {
      proven: () => dialog.close("proven"),
      late: () => dialog.close(),
    });
  } else if (acrValues) {
    showPart("step-up", "step-up-none", byId("step-up-set-up"));
  } else {
    showPart("step-up", "step-up-form", byId("step-up-password"));
  }
}

/** Resolves to whether the caller has proven it. */
function ask(stepUp, methods, signal) {
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "proven"), { once: true });
    signal.addEventListener("abort", () => dialog.close("proven"));
    dialog.returnValue = "";
    byId("step-up-why").textContent = whyOf(stepUp);
    clear(byId("step-up-form"));
    byId("step-up-form")["step-up-name"].value = byId("caller-name").textContent;
    dialog.showModal();
    showPartFor(stepUp, methods);
  });
}

async function proveMore(stepUp, signal) {
  try {
    const { methods } = await factors();
    return await ask(stepUp, methods, signal);
  } catch {
    return false;
  }
}

/** To log in once more is a fresh proof, too. */
async function logInOnceMore(form) {
  await login(form["step-up-name"].value, form["step-up-password"].value);
  dialog.close("proven");
}

onLoginNeeded(({ stepUp, signal }) => (stepUp ? proveMore(stepUp, signal) : false));
onSubmit("step-up-form", (form) => sendForm(form, logInOnceMore));
byId("step-up-cancel").addEventListener("click", () => dialog.close());
byId("step-up-set-up").addEventListener("click", () => {
  dialog.close();
  location.hash = "#second-factor";
});
