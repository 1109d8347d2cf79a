/*
 * Cloakroom in a page: who is logged in, and a fetch() that stays logged in. The browser holds the
 * session cookie, which no script can read; nothing is kept here but a CSRF token.
 */

const base = new URL(".", import.meta.url);
const tabs = new BroadcastChannel(`cloakroom ${base}`);
const SAFE = ["GET", "HEAD", "OPTIONS"];

/** Hears "login" (detail: { user, session }) and "logout", of this tab and of all others. */
export const events = new EventTarget();

/** An answer that is not the one that was asked for. The message is for people. */
export class Refusal extends Error {
  constructor(answer, problem) {
    super(problem?.detail ?? `The server answered ${answer.status}.`);
    this.name = "Refusal";
    this.status = answer.status;
    this.reason = problem?.reason ?? null;
    this.methods = problem?.methods ?? null;
    this.challenges = problem?.challenges ?? null;
    this.retryAfter = Number(answer.headers.get("Retry-After")) || null;
  }
}

/* Whether the server has asked for CSRF tokens, and one of this login once it is needed. */
let guarded = false;
let token = null;

/* Who was logged in when that was said last; null if nobody, or nobody has said. */
let seen = null;

/* How often somebody has logged in or out, or just in, and the page was asked for it; what it said last, and is asked now. */
let heard = 0;
let logins = 0;
let prompts = 0;
let said = false;
let prompt = null;
let ask = null;

function hear(type, detail) {
  token = null;
  heard++;
  seen = detail?.user.name ?? null;
  if (type === "login") {
    logins++;
    prompt?.loggedIn(true);
  }
  events.dispatchEvent(new CustomEvent(type, { detail }));
}

function tell(type, detail) {
  tabs.postMessage({ type, detail });
  hear(type, detail);
}

tabs.addEventListener("message", ({ data }) => hear(data.type, data.detail));

async function problemOf(answer) {
  const type = answer.headers.get("Content-Type") ?? "";
  return type.startsWith("application/problem+json") ? answer.clone().json().catch(() => null) : null;
}

async function newToken() {
  const answer = await globalThis.fetch(new URL("csrf", base), { credentials: "include", cache: "no-store" });
  return answer.ok ? answer.json() : null;
}

/* The request stays unread, so that it can be sent once more. */
async function send(request) {
  const sent = request.credentials === "omit" ? request.clone() : new Request(request.clone(), { credentials: "include" });
  if (guarded && !SAFE.includes(request.method)) {
    token ??= newToken().catch((unreachable) => {
      token = null;
      throw unreachable;
    });
    const { headerName, token: text } = (await token) ?? {};
    if (headerName) {
      sent.headers.set(headerName, text);
    }
  }
  return globalThis.fetch(sent);
}

async function exchange(request) {
  const answer = await send(request);
  if (answer.status !== 403 || !(await problemOf(answer))?.reason?.startsWith("csrf-token-")) {
    return answer;
  }
  guarded = true;
  token = null;
  return send(request);
}

async function call(method, path, body) {
  const headers = { Accept: "application/json" };
  if (body) {
    headers["Content-Type"] = "application/json";
  }
  return exchange(new Request(new URL(path, base), { method, headers, body: body && JSON.stringify(body), cache: "no-store" }));
}

async function accepted(answer) {
  if (!answer.ok) {
    throw new Refusal(answer, await problemOf(answer));
  }
  return answer;
}

async function proven(path, body) {
  const answer = await accepted(await call("POST", path, body));
  const who = await answer.json();
  tell("login", who);
  return who;
}

/**
 * Logs in; gives { user, session }. A Refusal has reason "invalid-credentials", or retryAfter in seconds;
 * or "factor-required", with the methods and challenges of which one is to be proven.
 */
export function login(username, password, remember = false) {
  return proven("login", { username, password, remember });
}

/** Ends such a login, or proves more, with the factorToken of factors(); gives { user, session }. */
export function proveFactor({ method, answer, factorToken }) {
  return proven("login/factor", { method, answer, factorToken });
}

/** What there is to prove: { methods, challenges, expiresIn, factorToken }. */
export async function factors() {
  return (await accepted(await call("GET", "login/factor"))).json();
}

/** Logs out, in all tabs. */
export async function logout() {
  await accepted(await call("POST", "logout"));
  tell("logout", null);
}

/** Who is logged in: { user, session }, or null. */
export async function session() {
  const before = heard;
  const answer = await call("GET", "session");
  const who = answer.status === 401 ? null : await (await accepted(answer)).json();
  if (heard === before) {
    seen = who?.user.name ?? null;
  }
  return who;
}

/**
 * Has the page ask its visitor to log in when an answer needs it: once, however many wait. It is
 * given { reason, stepUp, signal, fetch }, and resolves to whether somebody has logged in. The
 * signal aborts when somebody does in another tab. What the asking itself sends goes by the fetch
 * that it is given, which asks nobody: by the other one it would wait for itself.
 */
export function onLoginNeeded(asking) {
  ask = asking;
}

function parameter(challenge, name) {
  return new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? null;
}

/* What a 401 of Cloakroom wants; null for any other answer. */
async function wanted(answer) {
  const challenge = answer.headers.get("WWW-Authenticate") ?? "";
  if (answer.status !== 401 || !challenge.startsWith("Bearer")) {
    return null;
  }
  const isStepUp = parameter(challenge, "error") === "insufficient_user_authentication";
  return {
    reason: (await problemOf(answer))?.reason ?? null,
    stepUp: isStepUp ? { acrValues: parameter(challenge, "acr_values"), maxAge: parameter(challenge, "max_age") } : null,
  };
}

function askOnce(why) {
  if (!prompt) {
    const ended = new AbortController();
    let loggedIn;
    const elsewhere = new Promise((resolve) => (loggedIn = resolve));
    const asked = Promise.resolve(ask({ ...why, signal: ended.signal, fetch: unasked }));
    const end = (answer) => {
      prompts++;
      prompt = null;
      ended.abort();
      return (said = Boolean(answer));
    };
    const failed = (cause) => {
      end(false);
      throw cause;
    };
    prompt = { loggedIn, done: Promise.race([asked, elsewhere]).then(end, failed) };
  }
  return prompt.done;
}

const isOurs = ({ url }) => new URL(url).origin === base.origin;

const once = (request) => (isOurs(request) ? exchange(request) : globalThis.fetch(request));

const unasked = async (input, options) => once(new Request(input, options));

/**
 * As fetch() is; brings the CSRF token where one is asked for, and repeats what needed a login once,
 * and once more if that login must then prove more; but not as another visitor than session() or a
 * login has said.
 */
export async function fetch(input, options) {
  const request = new Request(input, options);
  const name = seen;
  let before = { logins, prompts };
  let answer = await once(request);
  for (let last = null; ; ) {
    const why = ask && isOurs(request) && (await wanted(answer));
    if (!why || (last && (last.stepUp || !why.stepUp))) {
      return answer;
    }
    const isAnswered = prompts !== before.prompts;
    const mayRepeat = logins !== before.logins || (isAnswered ? said : await askOnce(why));
    if (!mayRepeat || (name && seen && name !== seen)) {
      return answer;
    }
    last = why;
    before = { logins, prompts };
    answer = await exchange(request);
  }
}
