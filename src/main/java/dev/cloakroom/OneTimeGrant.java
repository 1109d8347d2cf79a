package dev.cloakroom;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a one-time token is to be good for. Immutable.
 *
 * @param purpose what it may be redeemed for, in a word of the application's own, such as {@code
 *     password-reset}; 1 to 100 characters
 * @param subject whose it is: the name of a caller, or whatever it is redeemed for; 1 to 255
 *     characters, told apart to the last one
 * @param lifetime how long it is good, from a second to 30 days
 * @param payload what else to keep with it; 1,024 characters at most, empty for nothing. It is
 *     stored as it is: no secrets
 * @param browser the only one that can redeem it; null for whoever has the token
 */
public record OneTimeGrant(
    String purpose,
    String subject,
    Duration lifetime,
    String payload,
    @Nullable AskingBrowser browser) {
  private static final int LONGEST_PURPOSE = 100;
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_PAYLOAD = 1_024;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if something is too short, too long, or no Unicode text
   */
  public OneTimeGrant {
    check("purpose", purpose, 1, LONGEST_PURPOSE);
    check("subject", subject, 1, LONGEST_SUBJECT);
    check("payload", payload, 0, LONGEST_PAYLOAD);
    if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The lifetime of a one-time token is from PT1S to P30D, not " + lifetime + ".");
    }
  }

  private static void check(String what, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      throw new IllegalArgumentException(
          "The %s of a one-time token has %s to %s characters, not %s."
              .formatted(what, least, most, text.length()));
    }
    if (text.codePoints().anyMatch(OneTimeGrant::isHalf)) {
      throw new IllegalArgumentException(
          "The " + what + " of a one-time token has half of a surrogate pair in it.");
    }
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** A token for whoever has it, with nothing kept beside the subject. */
  public static OneTimeGrant of(String purpose, String subject, Duration lifetime) {
    return new OneTimeGrant(purpose, subject, lifetime, "", null);
  }

  /** The same with something to keep, which whoever redeems it is given. */
  public OneTimeGrant carrying(String text) {
    return new OneTimeGrant(purpose, subject, lifetime, text, browser);
  }

  /** The same for one browser alone: elsewhere the token is good for nothing. */
  public OneTimeGrant boundTo(AskingBrowser only) {
    return new OneTimeGrant(purpose, subject, lifetime, payload, only);
  }
}
