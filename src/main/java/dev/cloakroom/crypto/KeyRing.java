package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of this deployment: the one that signs now, and all that verify, so that what an earlier
 * key signed stays good while keys are rotated.
 *
 * <p>Immutable and thread-safe. All nodes need the same ring. Where keys change, there is another
 * ring then ({@link KeySource}).
 */
public final class KeyRing implements KeySource {
  /** The longest key id there can be, in characters; a longer one names no key. */
  public static final int MAX_KID_LENGTH = 256;

  private static final byte[] DERIVATION_SALT = "dev.cloakroom".getBytes(UTF_8);
  private static final int DERIVED_LENGTH = 32;

  private final List<SigningKey> signingKeys;
  private final Map<String, VerificationKey> verificationKeys;
  private final List<byte[]> macSecrets;
  private final String jwks;

  /** A ring; of the private keys the first signs, and of the secrets the first makes; all prove. */
  KeyRing(
      List<SigningKey> signingKeys,
      List<VerificationKey> verificationKeys,
      List<byte[]> macSecrets) {
    this.signingKeys = List.copyOf(signingKeys);
    this.verificationKeys = new LinkedHashMap<>();
    verificationKeys.forEach(key -> this.verificationKeys.putIfAbsent(key.kid(), key));
    this.macSecrets = macSecrets.stream().map(byte[]::clone).toList();
    this.jwks =
        new JWKSet(this.verificationKeys.values().stream().map(OwnKeys::jwk).toList()).toString();
  }

  /** This ring, always. */
  @Override
  public KeyRing now() {
    return this;
  }

  /** Returns the key that signs now. */
  public SigningKey signingKey() {
    return signingKeys.get(0);
  }

  /** These keys, the first of which signs, and then those of this ring. */
  public KeyRing behind(List<SigningKey> others) {
    return new KeyRing(
        Stream.concat(others.stream(), signingKeys.stream()).toList(),
        Stream.concat(
                others.stream().map(SigningKey::verificationKey),
                verificationKeys.values().stream())
            .toList(),
        macSecrets);
  }

  /** These keys, none of which signs, after those of this ring. */
  public KeyRing ahead(List<SigningKey> others) {
    return new KeyRing(
        Stream.concat(signingKeys.stream(), others.stream()).toList(),
        Stream.concat(
                verificationKeys.values().stream(),
                others.stream().map(SigningKey::verificationKey))
            .toList(),
        macSecrets);
  }

  /** Whether there is a key that signs. */
  public boolean signs() {
    return !signingKeys.isEmpty();
  }

  /** Returns all keys that verify. */
  public Collection<VerificationKey> verificationKeys() {
    return Collections.unmodifiableCollection(verificationKeys.values());
  }

  /** The ids of all keys, that of the signing one among them. */
  public List<String> kids() {
    return List.copyOf(verificationKeys.keySet());
  }

  /**
   * Looks up the key of this id, which may come from anybody: it is compared and nothing else.
   *
   * @return empty for an unknown key
   */
  public Optional<VerificationKey> verificationKey(String kid) {
    return Optional.ofNullable(verificationKeys.get(kid));
  }

  /** Whether this very key is one of the ring: what was found genuine by it is so still. */
  public boolean has(VerificationKey key) {
    return key.equals(verificationKeys.get(key.kid()));
  }

  /**
   * Derives a symmetric key by HKDF, from the configured secret when there is one, else from the
   * signing key; what other private keys of the ring made when they signed is then genuine, too.
   *
   * @param purpose what the key is for, such as {@code refresh}; another purpose gives an unrelated
   *     key, the same purpose always the same one
   */
  @Override
  public MacKey deriveMacKey(String purpose) {
    byte[] info = macInfo(purpose);
    List<MacKey> keys = macSecrets.stream().map(secret -> derived(secret, info)).toList();
    return keys.get(0).after(keys.subList(1, keys.size()));
  }

  /**
   * Derives keys of the same kind, each by itself: for what names the key that it was made with,
   * and cannot be made anew. What was made by a private key of the ring before there was a secret
   * has its key, too.
   *
   * @return the one in force, and then those of earlier keys
   */
  public List<MacKey> deriveMacKeys(String purpose) {
    byte[] info = macInfo(purpose);
    return secretsOfAnyTime().map(secret -> derived(secret, info)).toList();
  }

  private static byte[] macInfo(String purpose) {
    return ("mac " + purpose).getBytes(UTF_8);
  }

  private Stream<byte[]> secretsOfAnyTime() {
    return Stream.concat(macSecrets.stream(), signingKeys.stream().map(SigningKey::secret))
        .map(ByteBuffer::wrap)
        .distinct()
        .map(ByteBuffer::array);
  }

  /**
   * Derives a symmetric key by HKDF from the private key of this id, whatever secret is configured,
   * so that it lives as long as what that key signs.
   *
   * @param purpose what the key is for, as of {@link #deriveMacKey(String)}; unrelated to those
   * @return empty where no more than the public half is there
   */
  public Optional<MacKey> deriveMacKey(String purpose, String kid) {
    byte[] info = ("key mac " + purpose).getBytes(UTF_8);
    return signingKeys.stream()
        .filter(key -> key.kid().equals(kid))
        .map(key -> derived(key.secret(), info))
        .findFirst();
  }

  /**
   * Derives what seals by HKDF, from what {@link #deriveMacKey(String)} derives its key of. What a
   * private key of the ring sealed before there was a secret is opened, too.
   *
   * @param purpose what is sealed, as of {@link #deriveMacKey(String)}; unrelated to those
   */
  @Override
  public Sealing deriveSealing(String purpose) {
    return sealing(secretsOfAnyTime(), purpose);
  }

  /**
   * As {@link #deriveSealing(String)}, from the configured secret alone where there is one: what a
   * private key sealed is not opened.
   */
  public Sealing deriveSealingOfSecret(String purpose) {
    return sealing(macSecrets.stream(), purpose);
  }

  private static Sealing sealing(Stream<byte[]> secrets, String purpose) {
    byte[] info = ("seal " + purpose).getBytes(UTF_8);
    return new Sealing(
        secrets.map(secret -> Hkdf.derive(secret, DERIVATION_SALT, info, DERIVED_LENGTH)).toList());
  }

  private static MacKey derived(byte[] secret, byte[] info) {
    return new MacKey(Hkdf.derive(secret, DERIVATION_SALT, info, DERIVED_LENGTH));
  }

  /**
   * Returns the public keys as a JWK set (<a
   * href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>) for those who verify
   * our tokens.
   */
  public String jwksJson() {
    return jwks;
  }

  @Override
  public String toString() {
    String signing = signingKeys.isEmpty() ? "none" : signingKey().kid();
    return "KeyRing[signing=" + signing + ", all=" + verificationKeys.keySet() + "]";
  }
}
