import { fetch } from "./api/cloakroom.js";

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
export async function send(method, path, sent) {
  const isJson = typeof sent === "string";
  const headers = { Accept: "application/json", ...(isJson && { "Content-Type": "application/json" }) };
  const body = isJson ? sent : sent && new URLSearchParams(sent);
  try {
    return await fetch(path, { method, body, headers, cache: "no-store" });
  } catch {
    throw new CallError(0, UNREACHABLE);
  }
}

/** The body of an answer of 2xx. */
export async function call(method, path, sent) {
  const response = await send(method, path, sent);
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
