package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is stored, so that who reads the store learns nothing of it, and who writes there can
 * make nothing of their own: AES-256 in Galois/Counter Mode (<a
 * href="https://doi.org/10.6028/NIST.SP.800-38D">NIST SP 800-38D</a>) with 96 random bits for each
 * seal, by a key that is made for one purpose. A seal is bound to whose it is, and opens for nobody
 * else. It names its key, so that others can be put before it.
 *
 * <p>A key is good for four thousand million seals (§8.3). Thread-safe. Its keys are always the
 * same, unless they were derived from keys that change ({@link KeySource}).
 */
public final class Sealing {
  private static final String VERSION = "1";
  private static final int PARTS = 3;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NAME_BYTES = 9;
  private static final byte[] NAME = "name".getBytes(US_ASCII);

  private final Supplier<Keys> keys;
  private final RandomIds random = new RandomIds();

  /**
   * Seals by the first of these keys, and opens what each of them sealed.
   *
   * @param keys 32 bytes each; one at least
   */
  Sealing(List<byte[]> keys) {
    Map<String, SecretKey> named = new LinkedHashMap<>();
    keys.forEach(key -> named.putIfAbsent(nameOf(key), new SecretKeySpec(key, "AES")));
    Keys same = new Keys(named, nameOf(keys.get(0)));
    this.keys = () -> same;
  }

  private Sealing(Supplier<Keys> keys) {
    this.keys = keys;
  }

  /** Seals by the keys that are given at each use. */
  static Sealing following(Supplier<Sealing> current) {
    return new Sealing(() -> current.get().keys.get());
  }

  /** By their names, and the name of the one that seals. */
  private record Keys(Map<String, SecretKey> named, String first) {
    SecretKey sealing() {
      return Objects.requireNonNull(named.get(first));
    }

    @Override
    public String toString() {
      return "first=" + first + ", all=" + named.keySet();
    }
  }

  private static String nameOf(byte[] key) {
    return Base64Url.encode(Hkdf.derive(key, new byte[0], NAME, NAME_BYTES));
  }

  /**
   * Seals.
   *
   * @param owner whose it is
   * @return ASCII without spaces
   */
  public String seal(byte[] content, byte[] owner) {
    Keys now = keys.get();
    byte[] iv = random.salt(IV_BYTES);
    byte[] sealed = Arrays.copyOf(iv, IV_BYTES + content.length + TAG_BITS / Byte.SIZE);
    try {
      cipher(Cipher.ENCRYPT_MODE, now.sealing(), iv, owner)
          .doFinal(content, 0, content.length, sealed, IV_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks AES/GCM.", e);
    }
    return String.join(".", VERSION, now.first(), Base64Url.encode(sealed));
  }

  /**
   * Opens what {@link #seal} gave for the same owner.
   *
   * @throws UnopenedSealException if it is anything else
   */
  public byte[] open(String sealed, byte[] owner) throws UnopenedSealException {
    String[] parts = sealed.split("\\.", -1);
    byte[] bytes = parts.length == PARTS ? Base64Url.decode(parts[2]).orElse(null) : null;
    if (bytes == null || bytes.length < IV_BYTES || !parts[0].equals(VERSION)) {
      throw new UnopenedSealException("It was not sealed by this application.");
    }
    SecretKey key = keys.get().named().get(parts[1]);
    if (key == null) {
      throw new UnopenedSealException(
          "It was sealed by a key that is not there: put that back where cloakroom.keys.location"
              + " or cloakroom.keys.secret has it.");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(bytes, IV_BYTES), owner)
          .doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES);
    } catch (GeneralSecurityException e) {
      throw new UnopenedSealException("It was changed, or belongs to somebody else.");
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] iv, byte[] owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(owner);
    return cipher;
  }

  @Override
  public String toString() {
    return "Sealing[" + keys.get() + "]";
  }
}
