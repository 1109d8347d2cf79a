package dev.cloakroom.crypto;

import dev.cloakroom.config.KeySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the keys of a deployment and proves each pair by signing and verifying once, so that a
 * wrong key stops the start and not the first login.
 *
 * <p>The first key signs; all verify. In a directory the files {@code *.pem}, {@code *.jwk} and
 * {@code *.json} count in the order of their names, in a JWK set the keys in theirs. Public keys
 * may follow the first key: what they signed earlier stays good. Thread-safe.
 */
public final class KeyLoader {
  private final KeyFiles files;

  /**
   * Takes the class loader in which {@code classpath:} locations are looked up: the application's.
   */
  public KeyLoader(ClassLoader resources) {
    files = new KeyFiles(resources);
  }

  /** Makes a ring of one new key that no other node and no later start knows. */
  public static KeyRing generate() {
    SigningKey key = SigningKey.generate();
    return new KeyRing(List.of(key), List.of(key.verificationKey()), List.of(key.privateScalar()));
  }

  /**
   * Loads the ring, or makes a key when the settings name no location; the caller warns of that.
   *
   * @throws UnusableKeyException if a key is not found, not readable or not fit
   */
  public KeyRing load(KeySettings settings) {
    List<KeyMaterial> materials = materials(settings);
    requirePrivate(materials.get(0));
    materials.forEach(KeyLoader::prove);
    List<SigningKey> signingKeys =
        materials.stream().flatMap(material -> material.signingKey().stream()).toList();
    return new KeyRing(signingKeys, distinct(materials), macSecrets(settings, signingKeys));
  }

  private static List<byte[]> macSecrets(KeySettings settings, List<SigningKey> signingKeys) {
    return settings.secret() != null
        ? List.of(settings.secret().bytes())
        : signingKeys.stream().map(SigningKey::privateScalar).toList();
  }

  private List<KeyMaterial> materials(KeySettings settings) {
    if (settings.location() == null) {
      return List.of(SigningKey.generate().material("memory"));
    }
    List<KeyMaterial> materials = new ArrayList<>();
    for (KeyFiles.KeyText file : files.read(settings.location())) {
      materials.addAll(parse(file.where(), file.text()));
    }
    return materials;
  }

  private static List<KeyMaterial> parse(String where, String text) {
    if (PemKeys.isPem(text)) {
      return List.of(PemKeys.parse(where, text));
    }
    if (JwkKeys.isJson(text)) {
      return JwkKeys.parse(where, text);
    }
    throw new UnusableKeyException(
        where, "it is neither PEM nor JWK", UnusableKeyException.MAKE_A_KEY);
  }

  private static void requirePrivate(KeyMaterial first) {
    if (first.signingKey().isEmpty()) {
      throw new UnusableKeyException(
          first.where(),
          "it holds no private key, and the first key is the one that signs",
          UnusableKeyException.MAKE_A_KEY);
    }
  }

  private static void prove(KeyMaterial material) {
    if (!material.signingKey().map(SigningKey::isPair).orElse(true)) {
      throw new UnusableKeyException(
          material.where(),
          "its private and public key are not a pair",
          "Write the public key of this private key with: openssl pkey -in key.pem -pubout");
    }
  }

  /** The two halves of a pair may lie in two files; two keys of one id may not. */
  private static List<VerificationKey> distinct(List<KeyMaterial> materials) {
    Map<String, KeyMaterial> byKid = new LinkedHashMap<>();
    for (KeyMaterial material : materials) {
      KeyMaterial earlier = byKid.putIfAbsent(material.verificationKey().kid(), material);
      if (earlier != null && !material.verificationKey().equals(earlier.verificationKey())) {
        throw new UnusableKeyException(
            material.where(),
            "the kid '" + material.verificationKey().kid() + "' is also in " + earlier.where(),
            "Give each key a kid of its own, or none.");
      }
    }
    return byKid.values().stream().map(KeyMaterial::verificationKey).toList();
  }
}
