package dev.cloakroom.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of Argon2, and those of its reference implementation for what they lack. */
class Rfc9106Section5Test {

  /** With a secret and associated data, which no form of ours has: of the library alone. */
  @ParameterizedTest
  @CsvSource({
    "0, 512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb",
    "1, c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8",
    "2, 0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
  })
  @Tag("P4")
  void section5_vectors(int type, String tag) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(type)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(repeated(2, 16))
            .withSecret(repeated(3, 8))
            .withAdditional(repeated(4, 12))
            .build());
    byte[] made = new byte[32];
    generator.generateBytes(repeated(1, 32), made);

    assertThat(HexFormat.of().formatHex(made)).isEqualTo(tag);
  }

  private static byte[] repeated(int value, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /**
   * From {@code src/test.c} of the <a href="https://github.com/P-H-C/phc-winner-argon2">reference
   * implementation</a>: of the current version, and of the one before, which is not written.
   */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\"",
        "\"$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA\"",
        "\"$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ\""
      })
  @Tag("P4")
  void referenceImplementation_vectors(String stored) throws Exception {
    StoredHash hash = StoredHash.read(stored);

    assertThat(hash.matches("password".getBytes(UTF_8), Pepper.NONE)).isTrue();
    assertThat(hash.matches("passwore".getBytes(UTF_8), Pepper.NONE)).isFalse();
  }

  @Test
  void derive_leavesThePasswordAsItWas() {
    byte[] password = "password".getBytes(UTF_8);

    byte[] once = Argon2.id(64, 1, 1).derive(password, repeated(2, 16), 32);

    assertThat(password).isEqualTo("password".getBytes(UTF_8));
    assertThat(Argon2.id(64, 1, 1).derive(password, repeated(2, 16), 32)).isEqualTo(once);
    assertThat(Argon2.id(64, 2, 1).derive(password, repeated(2, 16), 32)).isNotEqualTo(once);
  }
}
