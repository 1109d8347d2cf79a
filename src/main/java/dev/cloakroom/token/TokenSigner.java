package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.SigningKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes tokens of one type under the current key: signed, so that anybody can verify them, and
 * with a MAC in the header, so that we need not verify those of others. Thread-safe.
 */
final class TokenSigner {
  private final KeySource keys;
  private final Supplier<Pen> pen;

  /** Signs with the key that is current when it does. */
  TokenSigner(KeySource keys, String type) {
    this.keys = keys;
    this.pen =
        keys.following(
            ring ->
                new Pen(
                    ring.signingKey(),
                    TokenHeader.of(ring, ring.signingKey().verificationKey(), type)));
  }

  private record Pen(SigningKey key, TokenHeader header) {}

  /**
   * The token of these claims; empty if it would have more characters than there is room for.
   *
   * @param claims in JSON
   */
  Optional<String> sign(String claims, int room) {
    requireKey();
    Pen now = pen.get();
    String payload = Base64Url.encode(claims.getBytes(UTF_8));
    String signingInput = now.header.encodedFor(payload) + "." + payload;
    return signingInput.length() + 1 + CompactToken.SIGNATURE_LENGTH > room
        ? Optional.empty()
        : Optional.of(signingInput + "." + signature(now.key, signingInput));
  }

  /** Fails where keys come from a store and that could not be read yet. */
  void requireKey() {
    keys.complete();
  }

  private static String signature(SigningKey key, String signingInput) {
    return Base64Url.encode(key.sign(signingInput.getBytes(US_ASCII)));
  }
}
