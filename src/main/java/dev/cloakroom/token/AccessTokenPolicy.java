package dev.cloakroom.token;

import java.time.Duration;

/**
 * What our access tokens say and how long they last.
 *
 * @param issuer who issues them ({@code iss}), compared exactly
 * @param audience for whom they are ({@code aud}): the application itself
 * @param ttl how long one lasts at most: 1 second to 1 hour (<a
 *     href="https://www.rfc-editor.org/rfc/rfc6750#section-5.3">RFC 6750 §5.3</a>); some last up to
 *     5 % less, so that clients which logged in together do not renew together
 * @param clockSkew by how much the clocks of two nodes may differ: 0 to 10 minutes
 */
public record AccessTokenPolicy(String issuer, String audience, Duration ttl, Duration clockSkew) {
  /** The longest time that an access token may last. */
  public static final Duration MAX_TTL = Duration.ofHours(1);

  /** The largest difference between two clocks that is tolerated. */
  public static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(10);

  private static final Duration MIN_TTL = Duration.ofSeconds(1);

  /** Refuses what is out of range. */
  public AccessTokenPolicy {
    requireText("issuer", issuer);
    requireText("audience", audience);
    requireBetween("ttl", ttl, MIN_TTL, MAX_TTL);
    requireBetween("clock skew", clockSkew, Duration.ZERO, MAX_CLOCK_SKEW);
  }

  /** The same for tokens of another life. */
  public AccessTokenPolicy lasting(Duration otherTtl) {
    return new AccessTokenPolicy(issuer, audience, otherTtl, clockSkew);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank() || !Unicode.isWellFormed(value)) {
      throw new IllegalArgumentException(
          "The " + name + " of access tokens must not be blank; name one, such as an https URL.");
    }
  }

  private static void requireBetween(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "The " + name + " of access tokens is " + least + " to " + most + ", not " + value + ".");
    }
  }
}
