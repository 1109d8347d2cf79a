package dev.cloakroom.config;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What MicroProfile JWT says of the tokens of its issuer that is said of no other.
 *
 * @param cookie the cookie that they come in; null where they come in the {@code Authorization}
 *     header
 * @param decryptionKey by what they are decrypted before they are verified; null where they are not
 *     encrypted
 * @param decryptionAlgorithms how the keys may be wrapped that they are encrypted by ({@code alg})
 * @param ageSkew by how much the issuer's clock may differ where it is asked how old they are
 */
public record MpJwtSettings(
    @Nullable String cookie,
    @Nullable GivenKey decryptionKey,
    Set<String> decryptionAlgorithms,
    Duration ageSkew) {

  static final Set<String> DECRYPTION_ALGORITHMS = Set.of("RSA-OAEP", "RSA-OAEP-256");

  public MpJwtSettings {
    decryptionAlgorithms = Set.copyOf(decryptionAlgorithms);
  }
}
