package dev.cloakroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Enumeration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The client id and secret in an {@code Authorization: Basic} header, which are encoded as in a
 * form before they are joined (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC
 * 6749 §2.3.1</a>).
 *
 * @param clientId as it was before
 * @param secret the same
 */
public record BasicCredentials(String clientId, String secret) {
  private static final String SCHEME = "Basic ";
  private static final int MAX_LENGTH = 2048;

  /** Those of a request; empty where there are none, or more than one header. */
  public static Optional<BasicCredentials> of(@Nullable Enumeration<String> headers) {
    if (headers == null || !headers.hasMoreElements()) {
      return Optional.empty();
    }
    String header = Grammar.trim(headers.nextElement());
    return headers.hasMoreElements() || !isBasic(header)
        ? Optional.empty()
        : decoded(header.substring(SCHEME.length()).strip()).flatMap(BasicCredentials::read);
  }

  private static boolean isBasic(String header) {
    return header.length() <= MAX_LENGTH
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64.getBytes(UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<BasicCredentials> read(byte[] both) {
    int colon = PercentCoding.indexOrEnd(both, ':', 0, both.length);
    if (colon == both.length) {
      return Optional.empty();
    }
    return PercentCoding.decode(both, 0, colon)
        .flatMap(
            id ->
                PercentCoding.decode(both, colon + 1, both.length)
                    .map(secret -> new BasicCredentials(id, secret)));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "BasicCredentials[***]";
  }
}
