package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ES256 example, its key and its signature as printed. */
class Rfc7515AppendixA3Test {
  private static final String X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
  private static final String Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
  private static final String D = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
  private static final String SIGNING_INPUT =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxl"
          + "LmNvbS9pc19yb290Ijp0cnVlfQ";
  private static final String SIGNATURE =
      "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

  private final SigningKey key = key();

  @Test
  void signature_asPrinted_verifies() {
    assertThat(verifies(SIGNING_INPUT, decode(SIGNATURE))).isTrue();
  }

  @Test
  @Tag("J1")
  void signature_withAnyByteChanged_doesNotVerify() {
    for (int i = 0; i < 64; i++) {
      byte[] changed = decode(SIGNATURE);
      changed[i] ^= 1;
      assertThat(verifies(SIGNING_INPUT, changed)).isFalse();
    }
  }

  @Test
  @Tag("J1")
  void signature_overAnotherInput_doesNotVerify() {
    assertThat(verifies(SIGNING_INPUT + "A", decode(SIGNATURE))).isFalse();
  }

  /** CVE-2022-21449: r or s of zero, or of the group order, once verified anything. */
  @Test
  @Tag("J1")
  void signature_outOfRange_doesNotVerify() {
    for (byte[] halfOutOfRange : new byte[][] {new byte[32], order(0)}) {
      for (int offset : new int[] {0, 32}) {
        byte[] signature = decode(SIGNATURE);
        System.arraycopy(halfOutOfRange, 0, signature, offset, 32);
        assertThat(verifies(SIGNING_INPUT, signature)).isFalse();
        assertThat(isInRange(signature)).isFalse();
      }
    }
    assertThat(verifies(SIGNING_INPUT, new byte[64])).isFalse();
  }

  @Test
  void range_fromOneToBelowTheOrder_isAccepted() {
    byte[] signature = new byte[64];
    signature[31] = 1;
    System.arraycopy(order(-1), 0, signature, 32, 32);

    assertThat(isInRange(signature)).isTrue();
  }

  @Test
  @Tag("J1")
  void signature_notOf64Bytes_doesNotVerify() {
    byte[] padded = Arrays.copyOf(decode(SIGNATURE), 65);
    assertThat(verifies(SIGNING_INPUT, padded)).isFalse();
    assertThat(verifies(SIGNING_INPUT, Arrays.copyOf(padded, 63))).isFalse();
    assertThat(verifies(SIGNING_INPUT, new byte[0])).isFalse();
  }

  @Test
  void sign_withThePrintedKey_verifies() {
    byte[] signature = key.sign(SIGNING_INPUT.getBytes(US_ASCII));
    assertThat(signature).hasSize(64);
    assertThat(verifies(SIGNING_INPUT, signature)).isTrue();
  }

  /** RFC 7638 §3.2: the required members of an EC key, in the order of their names. */
  @Test
  void thumbprint_ofThePrintedKey_isTheHashOfItsCanonicalForm() throws Exception {
    String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + X + "\",\"y\":\"" + Y + "\"}";
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(US_ASCII));

    assertThat(key.kid()).isEqualTo(Base64Url.encode(hash));
  }

  private static byte[] order(int offset) {
    return Arrays.copyOfRange(P256.order().add(BigInteger.valueOf(offset)).toByteArray(), 1, 33);
  }

  private boolean isInRange(byte[] signature) {
    return SignatureAlgorithm.ES256.isWellFormed(key.verificationKey().publicKey(), signature);
  }

  private boolean verifies(String input, byte[] signature) {
    return key.verificationKey().verify(input.getBytes(US_ASCII), signature);
  }

  private static SigningKey key() {
    try {
      byte[] point = new byte[65];
      point[0] = 4;
      System.arraycopy(decode(X), 0, point, 1, 32);
      System.arraycopy(decode(Y), 0, point, 33, 32);
      var publicKey = P256.publicKey(point);
      return new SigningKey(
          new VerificationKey(OwnKeys.thumbprint(publicKey), publicKey),
          P256.privateKey(new BigInteger(1, decode(D))));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] decode(String text) {
    return Base64Url.decode(text).orElseThrow();
  }
}
