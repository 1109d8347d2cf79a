package dev.cloakroom.http;

import java.util.Locale;

/**
 * Why a request is refused, as the wire says it: the documented list of {@code reason} values. Each
 * has the HTTP status that goes with it, a title and a sentence for people.
 */
public enum Reason {
  /** The name or the password is wrong; never which of them. */
  INVALID_CREDENTIALS(401, "Invalid credentials", "The name or the password is wrong."),
  /** The right password of a caller who has to prove more before they are logged in. */
  FACTOR_REQUIRED(
      401, "Second factor required", "Prove a second factor: one of methods, to finish the login."),
  /** The answer to a second factor is wrong; or there is no such factor of the caller. */
  FACTOR_REFUSED(401, "Second factor refused", "The second factor is not proven by this answer."),
  /** Whoever answers has no login that waits for it, or none any more. */
  FACTOR_EXPIRED(
      401, "Second factor expired", "No login waits for this second factor. Log in again."),
  /** No credential came, and one is needed. */
  NOT_AUTHENTICATED(401, "Not authenticated", "Log in, or send a bearer token."),
  /** A genuine ticket whose login session ran out. */
  SESSION_EXPIRED(401, "Session expired", "The login session has expired. Log in again."),
  /** A genuine ticket whose login session was ended by logout, by an administrator or for theft. */
  SESSION_ENDED(401, "Session ended", "The login session has been ended. Log in again."),
  /** A genuine access token that ran out. */
  TOKEN_EXPIRED(401, "Token expired", "The token has expired. Refresh it, or log in again."),
  /** Any ticket or token that is not genuine: one answer for all of them. */
  INVALID_TOKEN(401, "Invalid token", "The session cookie or token is not valid."),
  /** A refresh token that was already exchanged; its login session has been ended. */
  REFRESH_TOKEN_REUSED(
      401, "Refresh token reused", "This refresh token was used before. Log in again."),
  /** Logged in, but not at the level that is asked for, or too long ago. */
  STEP_UP_REQUIRED(
      401,
      "Step-up required",
      "Prove once more who you are: by the level and within the seconds of the challenge."),
  /** Logged in, without the role. */
  FORBIDDEN(403, "Forbidden", "The caller is not allowed to do this."),
  /** A right password, but the caller has as many login sessions as are allowed. */
  TOO_MANY_SESSIONS(
      403, "Too many sessions", "The caller is logged in too many times. Log out elsewhere first."),
  /** A right password, but the store has no form for the caller's name; the log says so. */
  UNSUPPORTED_CALLER_NAME(
      403, "Unsupported caller name", "Logins of a caller of this name cannot be kept here."),
  /** An unsafe request that another site caused. */
  CROSS_ORIGIN_REFUSED(
      403, "Cross-origin request refused", "A page of another origin must not send this request."),
  /** An unsafe request by cookie, or a login, without a CSRF token. */
  CSRF_TOKEN_MISSING(
      403,
      "CSRF token missing",
      "Send a CSRF token in the header X-CSRF-Token or in the form field _csrf."),
  /** The same with a token that is none, or of another login, or with several. */
  CSRF_TOKEN_INVALID(
      403,
      "CSRF token invalid",
      "The CSRF token is not one of this login. Send a new one, once, in the header X-CSRF-Token"
          + " or in the form field _csrf."),
  /** Said to developers: nothing allows pages of the origin that a request names. */
  ORIGIN_NOT_ALLOWED(
      403,
      "Origin not allowed",
      "cloakroom.cors.allowed-origins does not name the origin of this page."),
  /** Said to developers: the page is allowed, but not to act for who is logged in by cookie. */
  CREDENTIALS_NOT_ALLOWED(
      403, "Credentials not allowed", "cloakroom.cors.allow-credentials is false for this page."),
  /** Said to developers: a page asks for a method that none of another origin may use. */
  REQUESTED_METHOD_NOT_ALLOWED(
      403,
      "Requested method not allowed",
      "Pages of other origins may ask for GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS."),
  /** Said to developers: a page asks for a header that none of another origin may set. */
  REQUESTED_HEADER_NOT_ALLOWED(
      403,
      "Requested header not allowed",
      "cloakroom.cors.allowed-headers does not name each header that the page sets."),
  /** Said to developers: an allowed page has sent a request without the cookie. */
  COOKIE_NOT_SENT(
      401,
      "Cookie not sent",
      "The page is allowed, but its request has no session cookie; the log says what to look at."),
  /** Grammar, duplicate keys or parameters, invalid UTF-8. */
  MALFORMED_REQUEST(400, "Malformed request", "The request could not be understood."),
  /** Two credentials where one is allowed. */
  AMBIGUOUS_CREDENTIALS(
      400, "Ambiguous credentials", "The request carries more than one credential of a kind."),
  /** What is to be ended is a genuine token of another issuer, and cannot be told from others. */
  TOKEN_WITHOUT_ID(
      400,
      "Token without id",
      "The token is of another issuer and has no jti: it is good until it runs out, or its issuer"
          + " ends it."),
  /** A header that decides, more than once, even if equal each time. */
  REPEATED_HEADER(
      400,
      "Repeated header",
      "Send Host, Origin, Sec-Fetch-Site and Content-Type once each, or not at all."),
  /** Nothing there, or nothing that the caller may know of. */
  NOT_FOUND(404, "Not found", "There is nothing here."),
  /** The resource does not know the method. */
  METHOD_NOT_ALLOWED(405, "Method not allowed", "The Allow header names the allowed methods."),
  /** Another request of the same login has changed what this one wanted to change. */
  CONFLICTING_CHANGE(
      409, "Conflicting change", "Another request changed the same at the same time. Try again."),
  /** The body is longer than is read. */
  BODY_TOO_LARGE(413, "Body too large", "The body of the request is too large."),
  /** The body's type or its charset is not one that is read. */
  UNSUPPORTED_MEDIA_TYPE(
      415, "Unsupported media type", "Send application/json or a form, in UTF-8."),
  /** Throttled. */
  TOO_MANY_REQUESTS(429, "Too many requests", "Too many attempts. Try again later."),
  /** The application has failed; the log says how. */
  INTERNAL_ERROR(500, "Internal error", "The request has failed; see the log of the server."),
  /** The server is set up wrongly; its log says how. */
  MISCONFIGURED_SERVER(500, "Misconfigured server", "The server is misconfigured; see its log."),
  /** What the application keeps with a login takes more room than there is for it. */
  STATE_TOO_LARGE(
      507, "State too large", "No more can be kept with this login; nothing was changed."),
  /** Something that this needs cannot be reached now; nothing is said about the credential. */
  UNAVAILABLE(503, "Unavailable", "Login is not available at the moment. Try again later.");

  private final int status;
  private final String title;
  private final String detail;
  private final String code;

  Reason(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value on the wire, such as {@code session-expired}. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A short summary, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** A sentence for people; printable ASCII without quotes, so that a challenge can carry it. */
  public String detail() {
    return detail;
  }

  /** The problem type: a URN, because it names the problem and leads nowhere. */
  public String type() {
    return "urn:cloakroom:problem:" + code;
  }
}
