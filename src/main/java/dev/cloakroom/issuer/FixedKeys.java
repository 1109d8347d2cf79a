package dev.cloakroom.issuer;

import dev.cloakroom.config.GivenKey;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.crypto.KeyPlace;
import dev.cloakroom.crypto.PublicKeyText;
import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.crypto.UnusableKeyException;
import org.jspecify.annotations.Nullable;

/** Keys that the configuration gives. They change with the next deployment only. */
final class FixedKeys implements IssuerKeys {
  private static final String MP_JWT_REMEDY =
      "Write the issuer's public key, or where it is, or name its algorithm by"
          + " mp.jwt.verify.publickey.algorithm; a key of 1024 bits is taken with"
          + " cloakroom.issuers.mp-jwt.short-rsa-keys=allow-forgery.";

  private final KeySet keys;

  private FixedKeys(KeySet keys) {
    this.keys = keys;
  }

  /**
   * Reads them.
   *
   * @param given the text, or where it is
   * @throws UnusableIssuerException if they are not found, or there is none that its tokens may be
   *     signed by, or one for signatures that may not sign them, or that no token could name
   */
  static FixedKeys read(IssuerSettings issuer, GivenKey given, ClassLoader resources) {
    String text = text(issuer, given, resources);
    KeyReader reader = new KeyReader(issuer);
    KeySet keys = KeyDocument.keys(text, reader);
    if (keys.keys().isEmpty()) {
      throw unusable(issuer, given, "there is no key in it, or one that may not sign its tokens");
    }
    FetchLog log = new FetchLog(issuer.name());
    if (!KeyDocument.isTakenWhole(text, reader)) {
      // MicroProfile JWT has sets with keys for others, and is configured as elsewhere
      if (issuer.mpJwt() == null) {
        throw unusable(
            issuer, given, "a key in it may not sign its tokens, and does not say use=enc");
      }
      log.warnOfUnused(given.setting());
    }
    if (!keys.isEachReachable()) {
      throw unusable(
          issuer, given, "two keys in it are for one algorithm and have one kid, or none");
    }
    return of(keys, log);
  }

  private static FixedKeys of(KeySet keys, FetchLog log) {
    log.warnOfShortKeys(keys, KeySet.EMPTY);
    return new FixedKeys(keys);
  }

  private static String text(IssuerSettings issuer, GivenKey given, ClassLoader resources) {
    try {
      return switch (given.form()) {
        case TEXT_OR_PLACE -> PublicKeyText.find(given.value(), resources);
        case TEXT -> KeyPlace.decoded(given.value());
        case PLACE -> KeyPlace.decoded(KeyPlace.read(given.value(), resources));
      };
    } catch (UnusableKeyException e) {
      throw unusable(issuer, given, e.problem());
    }
  }

  private static UnusableIssuerException unusable(
      IssuerSettings issuer, GivenKey given, String problem) {
    return new UnusableIssuerException(
        ("%1$s cannot be used: %2$s. Allowed: public keys for %3$s,"
                + " as PEM (BEGIN PUBLIC KEY), JWK or JWK set, RSA of 2048 to 8192 bits. %4$s")
            .formatted(
                given.setting(),
                problem,
                String.join(", ", issuer.tokens().algorithms()),
                issuer.mpJwt() == null ? remedy(issuer.name()) : MP_JWT_REMEDY));
  }

  private static String remedy(String name) {
    return ("Write the issuer's public key, or the file or classpath: resource that holds it, or"
            + " name its algorithm in cloakroom.issuers.%s.algorithms.")
        .formatted(name);
  }

  @Override
  public Found find(@Nullable String kid, SignatureAlgorithm algorithm) {
    return keys.find(kid, algorithm).<Found>map(Key::new).orElse(Missing.UNKNOWN);
  }

  @Override
  public boolean has(ForeignKey key) {
    return keys.has(key);
  }
}
