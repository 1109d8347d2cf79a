package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.crypto.Base64Url;
import java.util.Optional;

/**
 * The three parts of a signed token in compact form (<a
 * href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515 §7.1</a>), decoded but in no
 * way trusted.
 */
final class CompactToken {
  /** The longest token that is looked at, in characters. */
  static final int MAX_LENGTH = 8192;

  private final byte[] signingInput;
  private final byte[] header;
  private final byte[] payload;
  private final byte[] signature;

  private CompactToken(String signingInput, byte[] header, byte[] payload, byte[] signature) {
    this.signingInput = signingInput.getBytes(US_ASCII);
    this.header = header;
    this.payload = payload;
    this.signature = signature;
  }

  /** Returns the parts, or empty when there are not three or one is not canonical base64url. */
  static Optional<CompactToken> parse(String text) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (text.length() > MAX_LENGTH || first < 0 || second < 0) {
      return Optional.empty();
    }
    // a third dot is refused with all else that is not base64url
    Optional<byte[]> header = Base64Url.decode(text.substring(0, first));
    Optional<byte[]> payload = Base64Url.decode(text.substring(first + 1, second));
    Optional<byte[]> signature = Base64Url.decode(text.substring(second + 1));
    if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    String signingInput = text.substring(0, second);
    return Optional.of(
        new CompactToken(signingInput, header.get(), payload.get(), signature.get()));
  }

  byte[] signingInput() {
    return signingInput;
  }

  byte[] header() {
    return header;
  }

  byte[] payload() {
    return payload;
  }

  byte[] signature() {
    return signature;
  }

  @Override
  public String toString() {
    return "CompactToken[***]";
  }
}
