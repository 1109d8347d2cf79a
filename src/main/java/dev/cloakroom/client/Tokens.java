package dev.cloakroom.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a login. Immutable.
 *
 * @param accessToken null if there is only a refresh token yet
 * @param refreshToken null if the access token cannot be renewed
 * @param endsAt when the access token ends, by this machine's clock; null if that is not known
 */
public record Tokens(
    @Nullable String accessToken, @Nullable String refreshToken, @Nullable Instant endsAt) {
  private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  /**
   * Tokens that can be shown.
   *
   * @throws IllegalArgumentException if the access token has a character that RFC 6750 §2.1
   *     excludes, or the refresh token is blank
   */
  public Tokens {
    if (accessToken != null && !isBearer(accessToken)) {
      throw new IllegalArgumentException(
          "The access token has a character that RFC 6750 §2.1 excludes");
    }
    if (refreshToken != null && refreshToken.isBlank()) {
      throw new IllegalArgumentException("The refresh token is blank");
    }
  }

  /** Whether a text can be an access token (RFC 6750 §2.1). */
  static boolean isBearer(String text) {
    return BEARER.matcher(text).matches();
  }

  /** A refresh token alone, such as one from the configuration of a service. */
  public static Tokens refreshable(String refreshToken) {
    return new Tokens(null, refreshToken, null);
  }

  /** Whether the access token is there and goes on for so long. */
  boolean isGoodFor(Duration time, Instant now) {
    return accessToken != null && (endsAt == null || endsAt.isAfter(now.plus(time)));
  }

  /** Whether there is another access token in others. */
  boolean isBefore(@Nullable Tokens others) {
    return others != null && !Objects.equals(others.accessToken, accessToken);
  }

  /** The same without a way to renew them; null if nothing is left then. */
  @Nullable Tokens withoutRefresh() {
    return accessToken == null ? null : new Tokens(accessToken, null, endsAt);
  }

  /** Until when the access token is good; empty if that is not known. */
  public Optional<Instant> end() {
    return Optional.ofNullable(endsAt);
  }

  /** What there is, and nothing of it. */
  @Override
  public String toString() {
    return "Tokens["
        + (accessToken == null ? "no access token" : "access token ***")
        + (endsAt == null ? "" : " until " + endsAt)
        + (refreshToken == null ? ", no refresh token]" : ", refresh token ***]");
  }
}
