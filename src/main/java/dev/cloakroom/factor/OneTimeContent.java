package dev.cloakroom.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.OneTimeGrant;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.Secret;
import dev.cloakroom.crypto.SecretHash;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a one-time token besides whose it is: {@code <proof>.<browser>.<subject>.
 * <payload>}, each in base64url. Immutable.
 *
 * @param proof the hash of what proves the token
 * @param browser the hash of what names the only browser; null for any
 * @param subject whose the token is
 * @param payload what is kept with it
 */
record OneTimeContent(
    SecretHash proof, @Nullable SecretHash browser, String subject, String payload) {
  private static final int PARTS = 4;
  private static final String ANYBODY = "-";

  static OneTimeContent of(OneTimeGrant grant, Secret secret) {
    SecretHash browser = grant.browser() == null ? null : SecretHash.of(grant.browser().id());
    return new OneTimeContent(secret.hash(), browser, grant.subject(), grant.payload());
  }

  /** Who alone can use it, as the store is told: a hash, or that anybody can. */
  String holder() {
    return browser == null ? ANYBODY : Base64Url.encode(browser.toBytes());
  }

  String text() {
    return String.join(
        ".",
        Base64Url.encode(proof.toBytes()),
        browser == null ? "" : Base64Url.encode(browser.toBytes()),
        Base64Url.encode(subject.getBytes(UTF_8)),
        Base64Url.encode(payload.getBytes(UTF_8)));
  }

  /**
   * Reads what {@link #text} gave.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static OneTimeContent parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("the content of a one-time token has four parts");
    }
    return new OneTimeContent(
        SecretHash.fromBytes(bytes(parts[0])),
        parts[1].isEmpty() ? null : SecretHash.fromBytes(bytes(parts[1])),
        new String(bytes(parts[2]), UTF_8),
        new String(bytes(parts[3]), UTF_8));
  }

  private static byte[] bytes(String part) {
    return Base64Url.decode(part)
        .orElseThrow(() -> new IllegalArgumentException("a part is not base64url"));
  }

  /** Whether this is the secret, and this the browser, by comparisons in constant time. */
  boolean isProvenBy(Secret shown, @Nullable String shownBrowser) {
    boolean known = proof.matches(shown.text());
    return known && (browser == null || (shownBrowser != null && browser.matches(shownBrowser)));
  }
}
