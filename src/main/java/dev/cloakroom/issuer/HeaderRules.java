package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerTokenSettings;
import dev.cloakroom.crypto.SignatureAlgorithm;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a token must say. Keys, and addresses of keys, that are in it are not looked
 * at: {@code jwk}, {@code jku}, {@code x5u}, {@code x5c} (RFC 8725 §3.10).
 */
final class HeaderRules {
  private static final int LONGEST_ID = 256;

  private final IssuerTokenSettings settings;

  HeaderRules(IssuerTokenSettings settings) {
    this.settings = settings;
  }

  /**
   * What a token says it was signed by.
   *
   * @param kid null where it names no key
   */
  record NamedKey(SignatureAlgorithm algorithm, @Nullable String kid) {}

  /** What the token was signed by; empty if its header is not as it must be. */
  Optional<NamedKey> check(Map<String, Object> header) {
    // we understand no extension, so whatever must be understood is not (RFC 7515 §4.1.11)
    boolean isPlain = !header.containsKey("crit") && !header.containsKey("b64");
    return isPlain && isTypeAllowed(header) && isIdPossible(header)
        ? algorithm(header).map(algorithm -> new NamedKey(algorithm, (String) header.get("kid")))
        : Optional.empty();
  }

  /** Exactly, and case-sensitively, one of the names that are allowed (RFC 8725 §3.1). */
  private Optional<SignatureAlgorithm> algorithm(Map<String, Object> header) {
    return header.get("alg") instanceof String name && settings.algorithms().contains(name)
        ? SignatureAlgorithm.named(name)
        : Optional.empty();
  }

  private boolean isTypeAllowed(Map<String, Object> header) {
    Object type = header.get("typ");
    if (type == null) {
      return settings.types().contains(IssuerTokenSettings.NO_TYPE);
    }
    return type instanceof String name
        && !name.equals(IssuerTokenSettings.NO_TYPE)
        && settings.types().contains(IssuerTokenSettings.shortType(name));
  }

  private static boolean isIdPossible(Map<String, Object> header) {
    return !header.containsKey("kid")
        || (header.get("kid") instanceof String kid
            && !kid.isEmpty()
            && kid.length() <= LONGEST_ID);
  }
}
