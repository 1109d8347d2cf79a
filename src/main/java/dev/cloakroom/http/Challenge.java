package dev.cloakroom.http;

import org.jspecify.annotations.Nullable;

/**
 * What a {@code WWW-Authenticate} header asks for: a bearer token (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3</a>). Without an error it is
 * the bare challenge for a request that carried no credential.
 *
 * @param realm printable ASCII
 * @param description printable ASCII without quotes and backslashes, for developers
 * @param stepUp what must be proven first; null if nothing
 */
public record Challenge(
    String realm,
    @Nullable BearerError error,
    @Nullable String description,
    @Nullable StepUp stepUp) {

  /** The realm of our challenges. */
  public static final String REALM = "cloakroom";

  public Challenge {
    require(Grammar.isPrintableAscii(realm), "A realm must be printable ASCII: " + realm);
    require(
        description == null || isDescription(description),
        "An error_description must be printable ASCII without quotes: " + description);
  }

  /**
   * The challenge for a request that carried no credential.
   *
   * @throws IllegalArgumentException if the realm is not printable ASCII
   */
  public static Challenge bare(String realm) {
    return new Challenge(realm, null, null, null);
  }

  /** This challenge with the reason why the credential that was sent is refused. */
  public Challenge error(BearerError error) {
    return new Challenge(realm, error, description, stepUp);
  }

  /**
   * This challenge with a sentence for developers.
   *
   * @throws IllegalArgumentException if RFC 6750 §3 does not allow one of its characters
   */
  public Challenge description(String description) {
    return new Challenge(realm, error, description, stepUp);
  }

  /** This challenge with what must be proven first. */
  public Challenge stepUp(StepUp asked) {
    return new Challenge(realm, BearerError.INSUFFICIENT_USER_AUTHENTICATION, description, asked);
  }

  /** The header's value. */
  public String headerValue() {
    StringBuilder text = new StringBuilder("Bearer realm=").append(Grammar.quoted(realm));
    if (error != null) {
      text.append(", error=").append(Grammar.quoted(error.code()));
    }
    if (description != null) {
      text.append(", error_description=").append(Grammar.quoted(description));
    }
    return stepUp == null ? text.toString() : text.append(stepUp.parameters()).toString();
  }

  private static boolean isDescription(String text) {
    return Grammar.isPrintableAscii(text) && text.indexOf('"') < 0 && text.indexOf('\\') < 0;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
