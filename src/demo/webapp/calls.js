import { events, fetch as ask } from "./api/cloakroom.js";

/* What the page asks of its server. */

export const UNREACHABLE = "The server cannot be reached. Is it still running?";

/** An answer that is not 2xx, or none at all (status 0). The message is for people. */
export class CallError extends Error {
  constructor(status, message, reason, retryAfter) {
    super(message);
    this.status = status;
    this.reason = reason ?? null;
    this.retryAfter = retryAfter ?? null;
  }
}

/** Sends a request, with a text of JSON, or with fields as a form, if there is something to send. */
export async function send(method, path, sent, by = ask) {
  const isJson = typeof sent === "string";
  const headers = { Accept: "application/json", ...(isJson && { "Content-Type": "application/json" }) };
  const body = isJson ? sent : sent && new URLSearchParams(sent);
  try {
    return await by(path, { method, body, headers, cache: "no-store" });
  } catch {
    throw new CallError(0, UNREACHABLE);
  }
}

/** The body of an answer of 2xx. */
export async function call(method, path, sent, by = ask) {
  const response = await send(method, path, sent, by);
  const answer = await bodyOf(response);
  if (!response.ok) {
    throw errorOf(response, answer);
  }
  return answer;
}

export async function bodyOf(response) {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function errorOf(response, problem) {
  const said = problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`;
  return new CallError(response.status, said, problem?.reason, Number(response.headers.get("Retry-After")));
}

/** Which second factors whoever waits, or is logged in, can prove. */
export async function factors() {
  return call("GET", "api/login/factor", undefined, globalThis.fetch);
}

/*
 * Proves a second factor. It asks by the browser's own fetch(): that of the module would ask for
 * the proof that is being given.
 */
export async function proveFactor(method, answer) {
  const who = await call("POST", "api/login/factor", { method, answer }, globalThis.fetch);
  events.dispatchEvent(new CustomEvent("login", { detail: who }));
  return who;
}
