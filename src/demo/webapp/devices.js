import { call } from "./calls.js";
import { act, byId, notify, onClick } from "./page.js";
import { ago, deviceName } from "./words.js";

/* The caller's login sessions, each with a button that ends it. */

let heard = { ended: async () => {}, gone: () => {} };

/** Shows them; what is heard is that some have ended, and that this one has. */
export function showDevices({ sessions }, hearing) {
  heard = hearing;
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

async function endDevice(session) {
  await call("DELETE", `api/sessions/${encodeURIComponent(session.id)}`);
  if (session.current) {
    heard.gone("That login session is ended.");
  } else {
    await tellEnded("That login session is ended.");
  }
}

async function endOthers() {
  await call("DELETE", "api/sessions");
  await tellEnded("All other login sessions are ended.");
}

async function tellEnded(message) {
  await heard.ended();
  byId("devices-title").focus();
  notify(message);
}

onClick("end-others", endOthers);
