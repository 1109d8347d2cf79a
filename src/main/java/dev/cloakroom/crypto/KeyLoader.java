package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.crypto.KeyFiles.KeyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the keys of a deployment and proves each pair by signing and verifying once, so that a
 * wrong key stops the start and not the first login.
 *
 * <p>The first key signs; all verify. In a directory the files {@code *.pem}, {@code *.jwk}, {@code
 * *.json}, {@code *.p12} and {@code *.pfx} count in the order of their names, in a JWK set the keys
 * in theirs, in PKCS#12 in that of their aliases. Public keys may follow the first key: what they
 * signed earlier stays good. Where keys are rotated through the store, none of these signs.
 * Thread-safe.
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
    return generate(OwnAlgorithm.ES256);
  }

  /** As {@link #generate()}, of a key of one kind. */
  public static KeyRing generate(OwnAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm);
    return new KeyRing(List.of(key), List.of(key.verificationKey()), List.of(key.secret()));
  }

  /**
   * Loads the ring, or makes a key when the settings name none; the caller warns of that.
   *
   * @throws UnusableKeyException if a key is not found, not readable or not fit
   */
  public KeyRing load(KeySettings settings) {
    return ring(settings, files(settings));
  }

  /** What the settings say where keys are, as it is now; the order is that of the keys. */
  List<KeyFile> files(KeySettings settings) {
    if (settings.value() != null) {
      String written = settings.value().replace("\\n", "\n");
      return List.of(new KeyFile("cloakroom.keys.value", written.getBytes(UTF_8)));
    }
    return settings.location() == null ? List.of() : files.read(settings.location());
  }

  /** The ring of what was read. */
  KeyRing ring(KeySettings settings, List<KeyFile> read) {
    List<KeyMaterial> materials = new ArrayList<>();
    for (KeyFile file : read) {
      materials.addAll(parse(file, settings));
    }
    if (settings.rotateEvery() == null) {
      if (materials.isEmpty()) {
        materials.add(SigningKey.generate(settings.algorithm()).material("memory"));
      }
      requirePrivate(materials.get(0));
    }
    materials.forEach(KeyLoader::prove);
    List<SigningKey> signingKeys =
        materials.stream().flatMap(material -> material.signingKey().stream()).toList();
    return new KeyRing(signingKeys, distinct(materials), macSecrets(settings, signingKeys));
  }

  private static List<byte[]> macSecrets(KeySettings settings, List<SigningKey> signingKeys) {
    return settings.secret() != null
        ? List.of(settings.secret().bytes())
        : signingKeys.stream().map(SigningKey::secret).toList();
  }

  private static List<KeyMaterial> parse(KeyFile file, KeySettings settings) {
    if (Pkcs12Keys.isPkcs12(file.bytes())) {
      return Pkcs12Keys.parse(file.where(), file.bytes(), settings.password());
    }
    String text = file.text();
    if (PemKeys.isPem(text)) {
      return List.of(PemKeys.parse(file.where(), text));
    }
    if (JwkKeys.isJson(text)) {
      return JwkKeys.parse(file.where(), text);
    }
    throw new UnusableKeyException(
        file.where(), "it is neither PEM, JWK nor PKCS#12", UnusableKeyException.MAKE_A_KEY);
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
