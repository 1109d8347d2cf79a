package dev.cloakroom.http;

/**
 * A refusal as a problem document (<a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1">RFC
 * 9457 §3.1</a>). Type, title and status come from the reason, so that they cannot disagree with it
 * or with the answer's status.
 *
 * @param detail a sentence for people about this occurrence; never a secret, nor anything internal
 */
public record Problem(Reason reason, String detail) {

  /** The media type of {@link #json()}. */
  public static final String CONTENT_TYPE = "application/problem+json";

  /** The problem with its usual sentence. */
  public static Problem of(Reason reason) {
    return new Problem(reason, reason.detail());
  }

  /** The problem type's URI. */
  public String type() {
    return reason.type();
  }

  public String title() {
    return reason.title();
  }

  /** The HTTP status, which the answer has too. */
  public int status() {
    return reason.status();
  }

  /** The document: {@code type}, {@code title}, {@code status}, {@code detail}, {@code reason}. */
  public String json() {
    return "{\"type\":%s,\"title\":%s,\"status\":%s,\"detail\":%s,\"reason\":%s}"
        .formatted(
            JsonText.quoted(type()),
            JsonText.quoted(title()),
            status(),
            JsonText.quoted(detail),
            JsonText.quoted(reason.code()));
  }
}
