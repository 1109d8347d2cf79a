package dev.cloakroom.http;

/**
 * Why an endpoint of OAuth refuses a request, in its own words (<a
 * href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 §5.2</a>, <a
 * href="https://www.rfc-editor.org/rfc/rfc7009#section-2.2.1">RFC 7009 §2.2.1</a>).
 */
public enum OAuthError {
  /** A parameter is missing, or comes twice. */
  INVALID_REQUEST(400, "invalid_request"),
  /** Who asks has not proven who they are. */
  INVALID_CLIENT(401, "invalid_client"),
  /** A token that cannot be ended alone. */
  UNSUPPORTED_TOKEN_TYPE(400, "unsupported_token_type");

  private final int status;
  private final String code;

  OAuthError(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /**
   * The answer; a 401 asks for a client id and its secret.
   *
   * @param description a sentence for people; never a secret
   */
  public Answer answer(String description) {
    Answer answer =
        Answer.json(
            status,
            "{\"error\":%s,\"error_description\":%s}"
                .formatted(JsonText.quoted(code), JsonText.quoted(description)));
    return this == INVALID_CLIENT
        ? answer.with("WWW-Authenticate", "Basic realm=" + Grammar.quoted(Challenge.REALM))
        : answer;
  }
}
