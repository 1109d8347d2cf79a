"use strict";

/*
 * A page of another origin than the demo's, which is to read and write for the demo's visitor. Where
 * the demo is, and by which other origins this page can be had, its address says.
 */

const byId = (id) => document.getElementById(id);
const address = new URL(location.href);
const target = address.searchParams.get("target");
const switches = byId("rules").elements;

/** The demo has the same orders at three paths, for which it has different rules. */
function path() {
  if (!switches.named.checked) {
    return "api/orders";
  }
  return switches.allowed.checked ? "api/shared/orders" : "api/listed/orders";
}

function options(method) {
  const credentials = switches.include.checked ? "include" : "omit";
  return method === "GET"
    ? { credentials }
    : {
        method,
        credentials,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ item: "umbrella", quantity: 1 }),
      };
}

const BROKEN = {
  include: "The page has not asked with cookies, so nobody is logged in.",
  allowed: "The server does not let pages ask with cookies, and this one has.",
  named: "The server names no other origin: no other page gets its answers.",
  same: "The page is of another site, so that the browser has left the cookie at home.",
};

/** Of several rules that are broken the ones that hide an answer count first. */
function why() {
  const asks = switches.include.checked;
  const broken = ["named", asks ? "allowed" : "include", "same"].find((rule) => !switches[rule].checked);
  return broken ? BROKEN[broken] : "All four rules are kept.";
}

/** Asks, and shows what the browser hands to this page. */
async function ask(method) {
  const url = new URL(path(), target);
  byId("asked").textContent = `${method} ${url}`;
  byId("outcome").textContent = "";
  let told;
  try {
    const answer = await fetch(url, options(method));
    told = `This page has got: ${answer.status} ${await answer.text()}`;
    byId("outcome").className = answer.ok ? "notice good" : "notice bad";
  } catch (failure) {
    told = `The browser gives this page nothing (${failure.name}).`;
    byId("outcome").className = "notice bad";
  }
  byId("outcome").textContent = told;
  byId("why").textContent = why();
}

/** The same page by its other origin, with the switches as they are. */
function elsewhere(origin) {
  const page = new URL(address.pathname + address.search, origin);
  const off = ["include", "allowed", "named"].filter((rule) => !switches[rule].checked);
  page.searchParams.set("off", off.join(","));
  return page;
}

/** An origin that the address names; null if it names none. */
function named(parameter) {
  const text = address.searchParams.get(parameter) ?? "";
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(text) ? text : null;
}

function showSite() {
  const isSame = named("same") === location.origin;
  const other = named(isSame ? "other" : "same");
  switches.same.checked = isSame;
  switches.same.disabled = !other;
  byId("same-note").textContent = other
    ? `This switch opens the page at ${other}, which is of ${isSame ? "another" : "the same"} site.`
    : "This demo has no second port by which the page would be of the same site.";
  switches.same.addEventListener("change", () => location.replace(elsewhere(other)));
}

byId("own").textContent = location.origin;
byId("target").textContent = target;
for (const rule of (address.searchParams.get("off") ?? "").split(",")) {
  if (switches[rule]) {
    switches[rule].checked = false;
  }
}
showSite();
for (const button of document.querySelectorAll("[data-method]")) {
  button.addEventListener("click", () => ask(button.dataset.method));
}
