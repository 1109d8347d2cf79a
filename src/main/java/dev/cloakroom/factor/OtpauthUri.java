package dev.cloakroom.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * The address by which authenticator apps take a secret, in the form that they agree on (<a
 * href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI Format</a>).
 */
final class OtpauthUri {
  private static final int LONGEST_ISSUER = 64;
  private static final int LONGEST_ACCOUNT = 255;

  /** Of more an app makes a code that no camera likes. */
  private static final int LONGEST = 1_000;

  private OtpauthUri() {}

  /**
   * Makes one.
   *
   * @throws IllegalArgumentException if a text is empty or too long, or an issuer has a colon
   */
  static String of(TotpSecret secret, String issuer, String account) {
    require("issuer", issuer, LONGEST_ISSUER);
    require("account", account, LONGEST_ACCOUNT);
    if (issuer.contains(":")) {
      throw new IllegalArgumentException("An issuer has no colon, as '" + issuer + "' has.");
    }
    String uri =
        "otpauth://totp/"
            + encoded(issuer)
            + ":"
            + encoded(account)
            + "?secret="
            + secret.base32()
            + "&issuer="
            + encoded(issuer)
            + "&algorithm=SHA1&digits=6&period=30";
    if (uri.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Issuer and account are too long for an app: "
              + uri.length()
              + " characters of a URI, of which there may be "
              + LONGEST
              + ". Give a shorter account.");
    }
    return uri;
  }

  private static void require(String name, String text, int longest) {
    if (text.isBlank() || text.length() > longest || !UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "The " + name + " has 1 to " + longest + " characters, not " + text.length() + ".");
    }
  }

  /** All but letters, digits and {@code -._~} (RFC 3986, section 2.3). */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
