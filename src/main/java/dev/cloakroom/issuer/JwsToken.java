package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.token.Claims;
import dev.cloakroom.token.StrictJson;
import java.util.Map;
import java.util.Optional;

/**
 * A signed token in compact form (<a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC
 * 7515 §7.1</a>), read and in no way trusted.
 */
final class JwsToken {
  /** The longest token that is looked at, in characters: no request brings a longer one. */
  static final int MAX_LENGTH = 8192;

  private final String text;
  private final Map<String, Object> header;
  private final Claims claims;

  private JwsToken(String text, Map<String, Object> header, Map<String, Object> claims) {
    this.text = text;
    this.header = header;
    this.claims = new Claims(claims);
  }

  /** The token, if it is three parts of canonical base64url and the first two hold JSON objects. */
  static Optional<JwsToken> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return Optional.empty();
    }
    Optional<Map<String, Object>> header = json(text.substring(0, first));
    return header.isEmpty()
        ? Optional.empty()
        : json(text.substring(first + 1, second))
            .map(claims -> new JwsToken(text, header.get(), claims));
  }

  private static Optional<Map<String, Object>> json(String part) {
    return Base64Url.decode(part).flatMap(StrictJson::parseObject);
  }

  Map<String, Object> header() {
    return header;
  }

  Claims claims() {
    return claims;
  }

  /** Who issued it, as it says; empty where it says nothing of that. */
  Optional<String> issuer() {
    return claims.asMap().get("iss") instanceof String issuer
        ? Optional.of(issuer)
        : Optional.empty();
  }

  /** Whether the third part is a signature of the first two by this key, in canonical base64url. */
  boolean isSignedBy(ForeignKey key) {
    int end = text.lastIndexOf('.');
    byte[] message = text.substring(0, end).getBytes(ISO_8859_1);
    SignatureAlgorithm algorithm = key.algorithm();
    // a third dot is refused with all else that is not base64url
    return Base64Url.decode(text.substring(text.indexOf('.', text.indexOf('.') + 1) + 1))
        .filter(signature -> algorithm.verify(key.publicKey(), message, signature))
        .isPresent();
  }

  @Override
  public String toString() {
    return "JwsToken[***]";
  }
}
