package dev.cloakroom.password;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 with HMAC (<a href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018
 * §5.2</a>). The platform's own takes characters only, which a password with a pepper is not.
 */
record Pbkdf2(Digest digest, int iterations) implements Derivation {
  static final int MOST_ITERATIONS = 10_000_000;

  /**
   * HMAC pads a short key with zeros, so that this is the empty one, which the platform refuses.
   */
  private static final byte[] EMPTY_KEY = {0};

  /** The hash function under the HMAC. */
  enum Digest {
    SHA1("HmacSHA1", 20),
    SHA224("HmacSHA224", 28),
    SHA256("HmacSHA256", 32),
    SHA384("HmacSHA384", 48),
    SHA512("HmacSHA512", 64);

    private final String mac;
    private final int bytes;

    Digest(String mac, int bytes) {
      this.mac = mac;
      this.bytes = bytes;
    }
  }

  /**
   * This, if a login may cost as much.
   *
   * @param length how many bytes are to be made: each block of them costs all iterations
   * @throws UnusableHashException if not
   */
  Pbkdf2 affordable(int length) throws UnusableHashException {
    int blocks = 1 + (length - 1) / digest.bytes;
    UnusableHashException.requireWithin("iterations", iterations, 1, MOST_ITERATIONS / blocks);
    return this;
  }

  @Override
  public byte[] derive(byte[] password, byte[] salt, int length) {
    try {
      Mac mac = Mac.getInstance(digest.mac);
      mac.init(new SecretKeySpec(password.length == 0 ? EMPTY_KEY : password, digest.mac));
      byte[] output = new byte[length];
      for (int done = 0, block = 1; done < length; done += mac.getMacLength(), block++) {
        byte[] made = block(mac, salt, block);
        System.arraycopy(made, 0, output, done, Math.min(made.length, length - done));
      }
      return output;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks " + digest.mac + ".", e);
    }
  }

  /** What the RFC calls F: the first link of a chain, and all that follow, by XOR. */
  private byte[] block(Mac mac, byte[] salt, int index) throws GeneralSecurityException {
    mac.update(salt);
    mac.update(new byte[] {(byte) (index >>> 24), (byte) (index >>> 16), (byte) (index >>> 8)});
    byte[] link = mac.doFinal(new byte[] {(byte) index});
    byte[] sum = link.clone();
    for (int i = 1; i < iterations; i++) {
      mac.update(link);
      mac.doFinal(link, 0);
      for (int j = 0; j < sum.length; j++) {
        sum[j] ^= link[j];
      }
    }
    Arrays.fill(link, (byte) 0);
    return sum;
  }

  @Override
  public boolean isAtLeast(Derivation other) {
    return other instanceof Pbkdf2 that && digest == that.digest && iterations >= that.iterations;
  }
}
