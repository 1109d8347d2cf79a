package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text that only its passphrase opens: by AES-256 in GCM, with a key that PBKDF2 with
 * HMAC-SHA-256 makes of that. What was changed in it is noticed.
 */
final class SealedText {

  /** Names the form, and is authenticated with the rest. */
  private static final String BEGIN = "cloakroom-login.1.";

  private static final int SHORTEST = 12;
  private static final int ROUNDS = 600_000;
  private static final int KEY_BITS = 256;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private SealedText() {}

  /**
   * Seals a text.
   *
   * @throws IllegalArgumentException if the passphrase is shorter than 12 characters
   */
  static String seal(String text, String passphrase) {
    if (passphrase.length() < SHORTEST) {
      throw new IllegalArgumentException("The passphrase must have at least 12 characters");
    }
    byte[] beginning = new byte[SALT_BYTES + NONCE_BYTES];
    new SecureRandom().nextBytes(beginning);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, beginning, passphrase).doFinal(text.getBytes(UTF_8));
      byte[] all =
          ByteBuffer.allocate(beginning.length + sealed.length).put(beginning).put(sealed).array();
      return BEGIN + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws IllegalArgumentException if it was not sealed here, or by another passphrase, or has
   *     been changed since
   */
  static String open(String sealed, String passphrase) {
    byte[] all = decoded(sealed.strip());
    int beginning = SALT_BYTES + NONCE_BYTES;
    if (all.length <= beginning) {
      throw new IllegalArgumentException("This is no exported login");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, all, passphrase);
      return new String(cipher.doFinal(all, beginning, all.length - beginning), UTF_8);
    } catch (AEADBadTagException wrong) {
      throw new IllegalArgumentException(
          "The exported login was sealed by another passphrase, or has been changed");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalArgumentException("This is no exported login");
    }
  }

  private static byte[] decoded(String sealed) {
    if (!sealed.startsWith(BEGIN)) {
      throw new IllegalArgumentException(
          "This is no exported login, or one of another version: it does not begin with " + BEGIN);
    }
    try {
      return Base64.getUrlDecoder().decode(sealed.substring(BEGIN.length()));
    } catch (IllegalArgumentException noBase64) {
      throw new IllegalArgumentException("This is no exported login: it is not in base64url");
    }
  }

  private static Cipher cipher(int mode, byte[] beginning, String passphrase)
      throws GeneralSecurityException {
    byte[] salt = Arrays.copyOf(beginning, SALT_BYTES);
    PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, KEY_BITS);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(TAG_BITS, beginning, SALT_BYTES, NONCE_BYTES));
    cipher.updateAAD(BEGIN.getBytes(US_ASCII));
    return cipher;
  }
}
