package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.SigningKey;
import java.util.Optional;

/**
 * Writes tokens of one type under the current key: signed by ES256, so that anybody can verify
 * them, and with a MAC in the header, so that we need not verify those of others. Thread-safe.
 */
final class TokenSigner {
  private final SigningKey key;
  private final TokenHeader header;

  /** Signs with the current key of the ring. */
  TokenSigner(KeyRing keys, String type) {
    key = keys.signingKey();
    header = TokenHeader.of(keys, key.verificationKey(), type);
  }

  /**
   * The token of these claims; empty if it would have more characters than there is room for.
   *
   * @param claims in JSON
   */
  Optional<String> sign(String claims, int room) {
    String payload = Base64Url.encode(claims.getBytes(UTF_8));
    String signingInput = header.encodedFor(payload) + "." + payload;
    return signingInput.length() + 1 + CompactToken.SIGNATURE_LENGTH > room
        ? Optional.empty()
        : Optional.of(signingInput + "." + signature(signingInput));
  }

  private String signature(String signingInput) {
    return Base64Url.encode(key.sign(signingInput.getBytes(US_ASCII)));
  }
}
