package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.ShortRsaKeys;
import dev.cloakroom.crypto.PublicJwk;
import dev.cloakroom.crypto.SignatureAlgorithm;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes from what an issuer publishes the keys that its tokens may be signed by (<a
 * href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>): those for signatures,
 * of a kind that the settings allow, and long enough. Others are passed over.
 */
final class KeyReader {
  /** More keys than this nobody publishes. */
  static final int MOST_KEYS = 100;

  private static final int LONGEST_ID = 256;
  private static final int LONGEST_RSA = 8192;
  private static final int SHORTEST_RSA = 2048;
  private static final int SHORTEST_FORGEABLE_RSA = 1024;
  private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(3);

  private final List<SignatureAlgorithm> allowed;
  private final int shortestRsa;
  private final FetchLog log;
  private volatile boolean hasToldOfReuse;

  KeyReader(IssuerSettings settings) {
    this.log = new FetchLog(settings.name());
    this.allowed =
        settings.tokens().algorithms().stream()
            .flatMap(name -> SignatureAlgorithm.named(name).stream())
            .distinct()
            .toList();
    this.shortestRsa =
        settings.keys().shortRsaKeys() == ShortRsaKeys.REFUSE
            ? SHORTEST_RSA
            : SHORTEST_FORGEABLE_RSA;
  }

  /** The keys of a JWK set, or of what is one JWK; empty if it is neither. */
  Optional<KeySet> read(Map<String, Object> json) {
    return json.containsKey("keys") ? readSet(json) : read(List.of(json));
  }

  /** The keys of a JWK set; empty if it is none. */
  Optional<KeySet> readSet(Map<String, Object> json) {
    return json.get("keys") instanceof List<?> jwks && jwks.size() <= MOST_KEYS
        ? read(jwks)
        : Optional.empty();
  }

  /** Whether one is in a JWK set, or is what is one JWK, for whatever: each says what it is. */
  static boolean hasKeys(Map<String, Object> json) {
    Object jwks = json.containsKey("keys") ? json.get("keys") : List.of(json);
    return jwks instanceof List<?> several
        && several.size() <= MOST_KEYS
        && several.stream().anyMatch(KeyReader::isKey);
  }

  private static boolean isKey(@Nullable Object jwk) {
    return jwk instanceof Map<?, ?> members && members.get("kty") instanceof String;
  }

  private Optional<KeySet> read(List<?> jwks) {
    List<ForeignKey> read = new ArrayList<>();
    for (Object jwk : jwks) {
      if (jwk instanceof Map<?, ?> members) {
        key(members(members)).filter(key -> isForOneAlgorithm(key, read)).ifPresent(read::add);
      }
    }
    return Optional.of(new KeySet(read));
  }

  @SuppressWarnings("unchecked") // StrictJson makes no other
  private static Map<String, Object> members(Object jwk) {
    return (Map<String, Object>) jwk;
  }

  /** A key that is there already, for another algorithm, is not also for this one. */
  private boolean isForOneAlgorithm(ForeignKey key, List<ForeignKey> before) {
    boolean isOne =
        before.stream()
            .filter(one -> one.publicKey().equals(key.publicKey()))
            .allMatch(one -> one.algorithm() == key.algorithm());
    if (!isOne && !hasToldOfReuse) {
      hasToldOfReuse = true;
      log.warnOfReuse(key.algorithm());
    }
    return isOne;
  }

  /**
   * The key of a JWK, if it may be used. One whose private half is published is nobody's secret.
   */
  private Optional<ForeignKey> key(Map<String, Object> jwk) {
    boolean isPublic = !jwk.containsKey("d") && !jwk.containsKey("k");
    return isPublic && isForSignatures(jwk) && isIdPossible(jwk.get("kid"))
        ? PublicJwk.read(jwk).flatMap(key -> key((String) jwk.get("kid"), jwk.get("alg"), key))
        : Optional.empty();
  }

  /** Whether each key of a JWK set, or the one JWK, is taken that is not for something else. */
  boolean takesAll(Map<String, Object> json) {
    return (json.get("keys") instanceof List<?> jwks ? jwks : List.of(json))
        .stream().allMatch(jwk -> jwk instanceof Map<?, ?> && isTaken(members(jwk)));
  }

  private boolean isTaken(Map<String, Object> jwk) {
    return isForEncryption(jwk) || key(jwk).isPresent();
  }

  private static boolean isForEncryption(Map<String, Object> jwk) {
    return "enc".equals(jwk.get("use"))
        || (jwk.get("key_ops") instanceof List<?> operations
            && !operations.contains("verify")
            && !operations.contains("sign"));
  }

  private static boolean isForSignatures(Map<String, Object> jwk) {
    boolean isUse = !jwk.containsKey("use") || "sig".equals(jwk.get("use"));
    boolean isOperation =
        !jwk.containsKey("key_ops")
            || (jwk.get("key_ops") instanceof List<?> operations && operations.contains("verify"));
    return isUse && isOperation;
  }

  private static boolean isIdPossible(@Nullable Object kid) {
    return kid == null || (kid instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID);
  }

  /** A key that says no algorithm is for the first one that is allowed and fits. */
  Optional<ForeignKey> key(@Nullable String kid, @Nullable Object named, PublicKey key) {
    return allowed.stream()
        .filter(one -> one.fits(key))
        .filter(one -> named == null || isNamed(one, named))
        .findFirst()
        .filter(one -> isStrong(key) && one.isUsable(key))
        .map(one -> new ForeignKey(kid, one, key));
  }

  private static boolean isNamed(SignatureAlgorithm algorithm, Object named) {
    return named instanceof String name
        && SignatureAlgorithm.named(name).filter(algorithm::equals).isPresent();
  }

  private boolean isStrong(PublicKey key) {
    if (!(key instanceof RSAPublicKey rsa)) {
      return true;
    }
    int bits = rsa.getModulus().bitLength();
    BigInteger exponent = rsa.getPublicExponent();
    return bits >= shortestRsa
        && bits <= LONGEST_RSA
        && exponent.testBit(0)
        && exponent.compareTo(LEAST_EXPONENT) >= 0;
  }
}
