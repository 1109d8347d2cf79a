import { byId, messageOf, notify, tellIfGone } from "./page.js";

/* What a form says when it is refused, and the time that has to pass until it can be sent again. */

const timers = new Map();

function written(seconds) {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Says why a form was refused; if it has to wait, its button says how long, and does nothing until then. */
export function refuse(form, error) {
  const seconds = error.retryAfter;
  const said = byId(`${form.id}-error`);
  const why = error.status === 429 ? "Too many attempts have failed." : messageOf(error);
  said.textContent = seconds ? `${why} You can try again in ${written(seconds)}.` : why;
  if (seconds) {
    countDown(form, said, Date.now() + seconds * 1000);
  }
}

/* The button stays where the focus may be: it is not disabled, but says that it is. */
function countDown(form, said, end) {
  const button = form.querySelector("[type=submit]");
  release(form);
  const label = button.textContent;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left > 0) {
      button.textContent = `Wait ${written(left)}`;
    } else {
      release(form);
      said.textContent = "You can try again now.";
    }
  };
  button.setAttribute("aria-disabled", "true");
  timers.set(form, { button, label, timer: setInterval(tick, 250) });
  tick();
}

function release(form) {
  const waiting = timers.get(form);
  if (waiting) {
    clearInterval(waiting.timer);
    waiting.button.textContent = waiting.label;
    waiting.button.removeAttribute("aria-disabled");
    timers.delete(form);
  }
}

/** Empties a form, and forgets why it was refused; it waits on, if it has to. */
export function clear(form) {
  form.reset();
  if (!timers.has(form)) {
    byId(`${form.id}-error`).textContent = "";
  }
}

/** Sends a form, unless it has to wait, or is under way; and says why if it is refused. */
export async function sendForm(form, step) {
  const button = form.querySelector("[type=submit]");
  if (timers.has(form) || button.disabled) {
    return;
  }
  notify("");
  byId(`${form.id}-error`).textContent = "";
  button.disabled = true;
  try {
    await step(form);
  } catch (error) {
    refuse(form, error);
    [...form.querySelectorAll("input:not([type=checkbox])")].at(-1).select();
    tellIfGone(error);
  } finally {
    button.disabled = false;
  }
}
