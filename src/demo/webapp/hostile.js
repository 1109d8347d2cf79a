"use strict";

/*
 * What any page can try, against the demo by another name of this machine. It has no credential: it
 * asks the browser for what it would get with those of its visitor.
 */

const byId = (id) => document.getElementById(id);

/** Where the demo is: as the address says, or at the other name that this machine has. */
function targetOf(page) {
  const target = new URL("./", page);
  const other = page.hostname === "localhost" ? "127.0.0.1" : "localhost";
  target.hostname = page.searchParams.get("host") ?? other;
  return target;
}

const target = targetOf(new URL(location.href));
const orders = new URL("api/orders", target);

function tell(attempt, message, kind) {
  byId(`${attempt}-outcome`).className = `notice ${kind}`;
  byId(`${attempt}-outcome`).textContent = message;
}

/** Asks with the visitor's cookies, and shows what the browser hands to this page. */
async function ask(attempt, options) {
  try {
    const answer = await fetch(orders, { credentials: "include", ...options });
    tell(attempt, `This page has got: ${answer.status} ${await answer.text()}`, "bad");
  } catch (failure) {
    tell(attempt, `The browser gives this page nothing (${failure.name}).`, "");
  }
}

const attempts = {
  read: () => ask("read", {}),
  write: () =>
    ask("write", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ item: "umbrella", quantity: 1 }),
    }),
  frame: () => {
    byId("frame").hidden = false;
    byId("frame").src = target;
  },
};

byId("own").textContent = location.origin;
byId("target").textContent = target.origin;
byId("login").action = new URL("api/login", target);
for (const button of document.querySelectorAll("[data-attempt]")) {
  button.addEventListener("click", attempts[button.dataset.attempt]);
}
