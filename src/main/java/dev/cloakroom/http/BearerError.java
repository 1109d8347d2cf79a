package dev.cloakroom.http;

/**
 * The error codes of a bearer challenge (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750 §3.1</a>).
 */
public enum BearerError {
  /** The request is malformed; goes with 400. */
  INVALID_REQUEST("invalid_request"),
  /** The token is expired, revoked, malformed or not ours; goes with 401. */
  INVALID_TOKEN("invalid_token"),
  /** The token is genuine and not enough; goes with 403. */
  INSUFFICIENT_SCOPE("insufficient_scope"),
  /** The caller must first prove more (RFC 9470, section 3); goes with 401. */
  INSUFFICIENT_USER_AUTHENTICATION("insufficient_user_authentication");

  private final String code;

  BearerError(String code) {
    this.code = code;
  }

  /** The code as it is written in the header. */
  public String code() {
    return code;
  }
}
