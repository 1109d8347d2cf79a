package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.crypto.PublicKeyText;
import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.crypto.UnusableKeyException;
import dev.cloakroom.token.StrictJson;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys that the configuration gives. They change with the next deployment only. */
final class FixedKeys implements IssuerKeys {
  private final KeySet keys;

  private FixedKeys(KeySet keys) {
    this.keys = keys;
  }

  /**
   * Reads them.
   *
   * @param configured the text, or where it is
   * @throws UnusableIssuerException if they are not found, or there is none that its tokens may be
   *     signed by, or one that no token could name
   */
  static FixedKeys read(IssuerSettings issuer, String configured, ClassLoader resources) {
    KeySet keys = keys(text(issuer, configured, resources), new KeyReader(issuer));
    if (keys.keys().isEmpty()) {
      throw unusable(issuer, "there is no key in it, or one that may not sign its tokens");
    }
    if (!keys.isEachReachable()) {
      throw unusable(issuer, "two keys in it are for one algorithm and have one kid, or none");
    }
    return of(keys, new FetchLog(issuer.name()));
  }

  private static FixedKeys of(KeySet keys, FetchLog log) {
    log.warnOfShortKeys(keys, KeySet.EMPTY);
    return new FixedKeys(keys);
  }

  private static String text(IssuerSettings issuer, String configured, ClassLoader resources) {
    try {
      return PublicKeyText.find(configured, resources);
    } catch (UnusableKeyException e) {
      throw unusable(issuer, e.problem());
    }
  }

  private static KeySet keys(String text, KeyReader reader) {
    return PublicKeyText.isPem(text)
        ? keys(PublicKeyText.pem(text), reader)
        : StrictJson.parseObject(text.strip().getBytes(UTF_8))
            .flatMap(reader::read)
            .orElse(KeySet.EMPTY);
  }

  /** All of them, or none: who writes a key down means it to be taken. */
  private static KeySet keys(List<PublicKey> written, KeyReader reader) {
    List<ForeignKey> keys =
        written.stream().flatMap(key -> reader.key(null, null, key).stream()).toList();
    return keys.size() == written.size() ? new KeySet(keys) : KeySet.EMPTY;
  }

  private static UnusableIssuerException unusable(IssuerSettings issuer, String problem) {
    return new UnusableIssuerException(
        ("cloakroom.issuers.%1$s.public-key cannot be used: %2$s. Allowed: public keys for %3$s,"
                + " as PEM (BEGIN PUBLIC KEY), JWK or JWK set, RSA of 2048 to 8192 bits. Write the"
                + " issuer's public key, or the file or classpath: resource that holds it, or name"
                + " its algorithm in cloakroom.issuers.%1$s.algorithms.")
            .formatted(issuer.name(), problem, String.join(", ", issuer.tokens().algorithms())));
  }

  @Override
  public Found find(@Nullable String kid, SignatureAlgorithm algorithm) {
    return keys.find(kid, algorithm).<Found>map(Key::new).orElse(Missing.UNKNOWN);
  }

  @Override
  public boolean has(ForeignKey key) {
    return keys.has(key);
  }

  @Override
  public void doubt() {}

  @Override
  public void start() {}

  @Override
  public void require() {}
}
