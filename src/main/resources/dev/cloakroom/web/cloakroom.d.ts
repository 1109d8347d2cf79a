/** Who is logged in, and with what session; times are ISO-8601 in UTC. */
export interface LoggedIn {
  user: { name: string; groups: string[] };
  session: {
    id: string;
    createdAt: string;
    lastSeenAt: string;
    expiresAt: string;
    amr: string[];
    fresh: boolean;
    level: number;
    /** By each level that was proven, when. */
    authenticatedAt: Record<string, string>;
    address: string;
    userAgent: string;
    current: boolean;
  };
}

/** An answer that is not the one that was asked for. */
export class Refusal extends Error {
  readonly status: number;
  /** As in the list of reasons, such as "invalid-credentials"; null if the server named none. */
  readonly reason: string | null;
  /** Of "factor-required": which factors can be proven; null for any other reason. */
  readonly methods: string[] | null;
  /** What those of them ask that ask something, by the method. */
  readonly challenges: Record<string, string> | null;
  /** Seconds to wait; null if the server named none. */
  readonly retryAfter: number | null;
}

/** What there is to prove. */
export interface Factors {
  methods: string[];
  challenges: Record<string, string>;
  /** Seconds. */
  expiresIn: number;
  /** To be given to proveFactor; missing where nothing needs it. */
  factorToken?: string;
}

/** Why somebody is to log in. */
export interface LoginNeeded {
  reason: string | null;
  /** RFC 9470; null where nobody is logged in. */
  stepUp: { acrValues: string | null; maxAge: string | null } | null;
  /** Aborted when nobody needs to be asked any more. */
  signal: AbortSignal;
  /** For what the asking itself sends: asks nobody. */
  fetch(input: RequestInfo | URL, options?: RequestInit): Promise<Response>;
}

/** Hears "login" (detail: LoggedIn) and "logout", of this tab and of all others. */
export const events: EventTarget;

export function login(username: string, password: string, remember?: boolean): Promise<LoggedIn>;
export function proveFactor(proof: { method: string; answer: string; factorToken?: string }): Promise<LoggedIn>;
export function factors(): Promise<Factors>;
export function logout(): Promise<void>;
export function session(): Promise<LoggedIn | null>;
export function onLoginNeeded(ask: ((why: LoginNeeded) => boolean | Promise<boolean>) | null): void;
export function fetch(input: RequestInfo | URL, options?: RequestInit): Promise<Response>;
