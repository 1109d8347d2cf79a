package dev.cloakroom.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login, a logout, or a refresh without which there is no token to show, that the server has
 * refused. Its message has no secret.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String reason;
  private final @Nullable Duration retryAfter;

  private RefusedException(String message, ClientResponse answer) {
    super(message);
    this.status = answer.status();
    this.reason = answer.reason().orElse(null);
    this.retryAfter = answer.retryAfter().orElse(null);
  }

  static RefusedException by(ClientResponse answer) {
    String why = answer.detail().or(answer::reason).orElse("The answer does not say why.");
    return new RefusedException(
        "Status " + answer.status() + " for " + where(answer) + ": " + Masked.line(why), answer);
  }

  /** For a refresh that has brought no access token, whatever its status. */
  static RefusedException ofRefresh(ClientResponse answer) {
    return answer.isOk() ? because("the answer has no accessToken", answer) : by(answer);
  }

  /** For an answer that looks like a success and is none. */
  static RefusedException because(String why, ClientResponse answer) {
    return new RefusedException(where(answer) + ": " + why, answer);
  }

  private static String where(ClientResponse answer) {
    return answer.request().method() + " " + answer.request().address();
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** Why, such as {@code invalid-credentials}, if the server says so. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** How long the server asks to wait before the next try, if it does. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
