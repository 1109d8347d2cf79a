package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerTokenSettings;
import dev.cloakroom.crypto.SignatureAlgorithm;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a token must say. Keys, and addresses of keys, that are in it are not used:
 * {@code jwk}, {@code jku}, {@code x5u}, {@code x5c} (RFC 8725 §3.10); but a header in which they
 * are of another type than they must be is none.
 */
final class HeaderRules {
  private static final int LONGEST_ID = 256;

  private static final Set<String> OF_OTHER_FORMS = Set.of("crit", "b64", "enc");

  /** The rest of what RFC 7515 §4.1 registers, and the type that each has. */
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "jku", String.class,
          "x5u", String.class,
          "x5t", String.class,
          "x5t#S256", String.class,
          "cty", String.class,
          "jwk", Map.class,
          "x5c", List.class);

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
    return isPlain(header) && isTypeAllowed(header, settings) && isIdPossible(header)
        ? algorithm(header).map(algorithm -> new NamedKey(algorithm, (String) header.get("kid")))
        : Optional.empty();
  }

  /**
   * Whether it is one of a token that holds claims and nothing else. We understand no extension, so
   * whatever must be understood is not (RFC 7515 §4.1.11); {@code enc} is of encrypted tokens (RFC
   * 7516 §9), {@code cty} of those that hold another token (RFC 7519 §5.2).
   */
  private static boolean isPlain(Map<String, Object> header) {
    return Collections.disjoint(header.keySet(), OF_OTHER_FORMS)
        && !(header.get("cty") instanceof String content && content.equalsIgnoreCase("JWT"))
        && TYPES.entrySet().stream()
            .allMatch(
                type ->
                    !header.containsKey(type.getKey())
                        || type.getValue().isInstance(header.get(type.getKey())));
  }

  /** Exactly, and case-sensitively, one of the names that are allowed (RFC 8725 §3.1). */
  private Optional<SignatureAlgorithm> algorithm(Map<String, Object> header) {
    return header.get("alg") instanceof String name && settings.algorithms().contains(name)
        ? SignatureAlgorithm.named(name)
        : Optional.empty();
  }

  static boolean isTypeAllowed(Map<String, Object> header, IssuerTokenSettings settings) {
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
