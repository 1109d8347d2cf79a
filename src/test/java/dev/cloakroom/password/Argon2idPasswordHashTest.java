package dev.cloakroom.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.crypto.MacKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idPasswordHashTest {
  private static final Argon2 CHEAP = Argon2.id(8, 1, 1);
  private static final MacKey KEY = new MacKey(new byte[32]);
  private static final MacKey NEW_KEY = new MacKey(filled((byte) 1));

  private final Argon2idPasswordHash hash =
      new Argon2idPasswordHash(CHEAP, Pepper.NONE, new DecoyHash());

  private static byte[] filled(byte value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, value);
    return bytes;
  }

  private static char[] chars(String text) {
    return text.toCharArray();
  }

  @Test
  @Tag("P4")
  @Tag("P5")
  void generate_nothingSet_isArgon2idWith19MebibytesAndASaltOfItsOwn() {
    Argon2idPasswordHash standard = new Argon2idPasswordHash();
    String stored = standard.generate(chars("correct horse"));

    assertThat(stored)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
        .hasSize(97);
    assertThat(standard.generate(chars("correct horse"))).isNotEqualTo(stored);
    assertThat(standard.verify(chars("correct horse"), stored)).isTrue();
    assertThat(standard.verify(chars("Correct horse"), stored)).isFalse();
  }

  @Test
  @Tag("P4")
  void initialize_parameters_areThoseOfNewHashes() {
    hash.initialize(
        Map.of(
            "Argon2idPasswordHash.MemoryKib", "7168",
            "Argon2idPasswordHash.Iterations", "5",
            "Argon2idPasswordHash.Parallelism", "2"));

    assertThat(hash.generate(chars("secret"))).startsWith("$argon2id$v=19$m=7168,t=5,p=2$");
  }

  @ParameterizedTest
  @CsvSource({
    "MemoryKib, 7167, 7168 to 262144",
    "MemoryKib, 4194304, 7168 to 262144",
    "MemoryKib, -1, 7168 to 262144",
    "MemoryKib, lots, 7168 to 262144",
    "Iterations, 0, 1 to 100",
    "Iterations, 1, MemoryKib times Iterations",
    "Iterations, 100, MemoryKib times Iterations",
    "Parallelism, 65, 1 to 64",
    "Memory, 19456, Argon2idPasswordHash.MemoryKib",
  })
  @Tag("P4")
  void initialize_wrongOrWeak_isRefusedAndNamed(String name, String value, String expected) {
    assertThatThrownBy(() -> hash.initialize(Map.of("Argon2idPasswordHash." + name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(expected);
    assertThat(hash.generate(chars("secret"))).contains("$m=8,t=1,p=1$");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "secret", "$argon2id$"})
  @Tag("P6")
  void verify_nothingStoredThatIsAHash_isFalse(@Nullable String stored) {
    assertThat(hash.verify(chars("secret"), stored)).isFalse();
    assertThat(hash.verify(chars(""), stored)).isFalse();
  }

  @Test
  @Tag("P3")
  void verify_isOfThePasswordExactlyAsReceived() {
    String composed = "\u00e9\u212b \ud83d\udd11 ";
    String stored = hash.generate(chars(composed));

    assertThat(hash.verify(chars(composed), stored)).isTrue();
    for (String other :
        List.of(
            "e\u0301\u212b \ud83d\udd11 ",
            "\u00e9\u00c5 \ud83d\udd11 ",
            composed.strip(),
            composed.toUpperCase(Locale.ROOT),
            composed + " ")) {
      assertThat(hash.verify(chars(other), stored)).as(other).isFalse();
    }
  }

  @Test
  @Tag("P3")
  void password_of1024Bytes_isHashedWhole() {
    String longest = "\u20ac".repeat(341) + "x";
    String stored = hash.generate(chars(longest));

    assertThat(hash.verify(chars(longest), stored)).isTrue();
    assertThat(hash.verify(chars(longest.substring(0, 341) + "y"), stored)).isFalse();
    assertThat(hash.verify(chars(longest + "x"), stored)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1025, 100_000})
  @Tag("P3")
  @Tag("P10")
  void password_over1024Bytes_isRefusedInASentence(int length) {
    assertThatThrownBy(() -> hash.generate(chars("x".repeat(length))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1,024 bytes");
    assertThatThrownBy(() -> hash.generate(chars("\u20ac".repeat(342))))
        .hasMessageContaining("this one has 1026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\u0000"})
  @Tag("P3")
  void password_withANul_isRefused(String password) {
    String stored = hash.generate(chars("a"));

    assertThatThrownBy(() -> hash.generate(chars(password))).hasMessageContaining("NUL");
    assertThat(hash.verify(chars(password), stored)).isFalse();
  }

  /** Not a text in a Java file, nor for JUnit to print. */
  @Test
  @Tag("P3")
  void password_withHalfOfACharacter_isRefused_notReplaced() {
    char[] half = {'a', '\ud83d'};
    String stored = hash.generate(chars("a?"));

    assertThatThrownBy(() -> hash.generate(half)).hasMessageContaining("lone surrogate");
    assertThat(hash.verify(half, stored)).isFalse();
    assertThat(hash.verify(half, hash.generate(chars("a\ufffd")))).isFalse();
    assertThat(hash.verify(chars("a?"), stored)).isTrue();
  }

  @Test
  void password_isItsOwnersToWipe() {
    char[] password = chars("secret");

    String stored = hash.generate(password);
    hash.verify(password, stored);

    assertThat(password).isEqualTo(chars("secret"));
  }

  @Test
  void pepper_isNamedInTheHash_andNeededToVerify() {
    Argon2idPasswordHash peppered =
        new Argon2idPasswordHash(CHEAP, Pepper.of(List.of(KEY)), new DecoyHash());
    String stored = peppered.generate(chars("secret"));

    assertThat(stored).matches("\\$argon2id\\$v=19\\$m=8,t=1,p=1,keyid=[A-Za-z0-9+/]{12}\\$.*");
    assertThat(peppered.verify(chars("secret"), stored)).isTrue();
    assertThat(peppered.verify(chars("secreT"), stored)).isFalse();
    assertThat(hash.verify(chars("secret"), stored)).isFalse();
    assertThat(hash.verify(chars("secret"), stored.replaceFirst(",keyid=[^$]+", ""))).isFalse();
  }

  @Test
  @Tag("G1")
  void pepper_keyReplaced_verifiesByTheEarlierOne_untilThatIsGone() {
    String before =
        new Argon2idPasswordHash(CHEAP, Pepper.of(List.of(KEY)), new DecoyHash())
            .generate(chars("secret"));

    Pepper both = Pepper.of(List.of(NEW_KEY, KEY));
    assertThat(
            new Argon2idPasswordHash(CHEAP, both, new DecoyHash()).verify(chars("secret"), before))
        .isTrue();
    Pepper off = Pepper.formerly(List.of(NEW_KEY, KEY));
    assertThat(
            new Argon2idPasswordHash(CHEAP, off, new DecoyHash()).verify(chars("secret"), before))
        .isTrue();
    assertThat(new Argon2idPasswordHash(CHEAP, off, new DecoyHash()).generate(chars("a")))
        .doesNotContain("keyid");
    Pepper alone = Pepper.of(List.of(NEW_KEY));
    assertThat(
            new Argon2idPasswordHash(CHEAP, alone, new DecoyHash()).verify(chars("secret"), before))
        .isFalse();
  }

  @Test
  @Tag("G5")
  void toString_saysHowAndNotWhat() {
    assertThat(hash.toString()).contains("memory=8").doesNotContain("secret");
  }
}
