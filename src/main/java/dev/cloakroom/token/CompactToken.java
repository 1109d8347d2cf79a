package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cloakroom.crypto.Base64Url;
import java.util.Optional;

/**
 * The three parts of a signed token in compact form (<a
 * href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515 §7.1</a>), in no way trusted.
 *
 * @param signingInput the first two parts and the dot between them, as they are
 * @param header the first part decoded, one character for each byte
 * @param payload the second part as it is
 * @param signature the third part as it is; not longer or shorter than one by ES256
 */
record CompactToken(String signingInput, String header, String payload, String signature) {
  /** The longest token that is looked at, in characters. */
  static final int MAX_LENGTH = 8192;

  /** 64 bytes. */
  static final int SIGNATURE_LENGTH = 86;

  /** The longest key id there can be, each character escaped, needs no more. */
  private static final int MAX_HEADER_LENGTH = 2200;

  /**
   * Returns the parts, or empty when there are not three, or the first is not canonical base64url.
   */
  static Optional<CompactToken> parse(String text) {
    int first = text.indexOf('.');
    int second = text.length() - SIGNATURE_LENGTH - 1;
    if (text.length() > MAX_LENGTH
        || first < 0
        || first > MAX_HEADER_LENGTH
        || text.indexOf('.', first + 1) != second) {
      return Optional.empty();
    }
    // a third dot is refused with all else that is not base64url
    return Base64Url.decode(text.substring(0, first))
        .map(
            header ->
                new CompactToken(
                    text.substring(0, second),
                    new String(header, ISO_8859_1),
                    text.substring(first + 1, second),
                    text.substring(second + 1)));
  }

  @Override
  public String toString() {
    return "CompactToken[***]";
  }
}
