import { UNREACHABLE } from "./calls.js";

/* What all views of the page need. */

export const byId = (id) => document.getElementById(id);

/** Says something, in a region that screen readers read aloud. */
export function notify(message, kind = "") {
  byId("notice").className = `notice ${kind}`;
  byId("notice").textContent = message;
}

/** What went wrong, for people. */
export function messageOf(error) {
  return error.status === undefined || error.status === 0 ? UNREACHABLE : error.message;
}

/** What a 401 of these says is not that nobody is logged in any more. */
const STILL_LOGGED_IN =
  ["step-up-required", "factor-required", "factor-refused", "factor-expired", "invalid-credentials"];

/** Tells who shows the login that a login session is gone. */
export function tellIfGone(error) {
  if (error.status === 401 && !STILL_LOGGED_IN.includes(error.reason)) {
    document.dispatchEvent(new CustomEvent("login-gone", { detail: messageOf(error) }));
  }
}

/** Runs one act and shows what went wrong. */
export async function act(step) {
  try {
    notify("");
    await step();
  } catch (error) {
    notify(messageOf(error), "bad");
    tellIfGone(error);
  }
}

/** Has a click on a button, or what is sent by a form, run an act. */
export function onClick(id, step) {
  byId(id).addEventListener("click", () => act(step));
}

export function onSubmit(id, step) {
  byId(id).addEventListener("submit", (event) => {
    event.preventDefault();
    step(event.target);
  });
}

/** A new element with a text. */
export function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Shows a part of a group of parts, hides the others, and moves the focus to it. */
export function showPart(group, id, focused) {
  for (const part of document.querySelectorAll(`[data-part="${group}"]`)) {
    part.hidden = part.id !== id;
  }
  (focused ?? byId(id).querySelector("h2, h3, input"))?.focus();
}
