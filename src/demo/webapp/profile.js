import { byId, element } from "./page.js";
import { deviceName, proofs, showExactTime, showTime } from "./words.js";

/* The login session: the ticket, and what each part of it means. */

/** How long a proof is fresh, unless cloakroom.session.fresh-duration says otherwise: ten minutes. */
const FRESH = 600_000;

/** Shows the ticket. */
export function showTicket({ user, session }) {
  byId("caller-name").textContent = user.name;
  byId("caller-groups").replaceChildren(...user.groups.map((group) => element("li", group)));
  byId("session-id").textContent = session.id;
  showTime(byId("authenticated-at"), session.createdAt);
  showTime(byId("last-seen-at"), session.lastSeenAt);
  showTime(byId("expires-at"), session.expiresAt);
  byId("amr").textContent = proofs(session.amr);
  byId("level").textContent = session.level;
  byId("fresh").textContent = session.fresh ? "yes" : "no, prove who you are once more";
  byId("fresh").className = session.fresh ? "badge good" : "badge";
}

/** Shows what each part of it means. */
export function showProfile({ user, session }) {
  const proven = Object.values(session.authenticatedAt ?? {}).map(Date.parse);
  const text = (id, value) => (byId(id).textContent = value);
  text("profile-name", user.name);
  text("profile-groups", user.groups.join(", ") || "none");
  text("profile-proofs", proofs(session.amr));
  text("profile-level", session.level);
  text("profile-id", session.id);
  text("profile-from", [deviceName(session.userAgent ?? ""), session.address].filter(Boolean).join(", "));
  showExactTime(byId("profile-level-2"), session.authenticatedAt?.[2]);
  showExactTime(byId("profile-fresh"), session.fresh && Date.parse(session.authenticatedAt?.[1]) + FRESH);
  byId("profile-stale").hidden = session.fresh;
  showExactTime(byId("profile-ticket"), Math.max(Date.parse(session.createdAt), ...proven));
  showExactTime(byId("profile-seen"), session.lastSeenAt);
  showExactTime(byId("profile-ends"), session.expiresAt);
}
