package dev.cloakroom.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.crypto.MacKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2Sha256PasswordHashTest {
  private static final char[] SECRET = "secret".toCharArray();
  private static final char[] OTHER = "secrets".toCharArray();

  @Test
  @Tag("P4")
  @Tag("P5")
  void generate_nothingSet_has600000IterationsAndASaltOfItsOwn() {
    Pbkdf2Sha256PasswordHash hash = new Pbkdf2Sha256PasswordHash();
    String stored = hash.generate(SECRET);

    assertThat(stored)
        .matches("\\$pbkdf2-sha256\\$i=600000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(hash.verify(SECRET, stored)).isTrue();
    assertThat(hash.verify(OTHER, stored)).isFalse();
  }

  @Test
  void verify_isOfWhateverTheOtherHashMade() {
    String argon2 =
        new Argon2idPasswordHash(Argon2.id(8, 1, 1), Pepper.NONE, new DecoyHash()).generate(SECRET);
    String pbkdf2 = new Pbkdf2Sha256PasswordHash(10, Pepper.NONE, new DecoyHash()).generate(SECRET);

    assertThat(new Pbkdf2Sha256PasswordHash().verify(SECRET, argon2)).isTrue();
    assertThat(new Argon2idPasswordHash().verify(SECRET, pbkdf2)).isTrue();
    assertThat(new Argon2idPasswordHash().verify(OTHER, pbkdf2)).isFalse();
  }

  @Test
  void pepper_isNeededToVerify() {
    Pepper pepper = Pepper.of(List.of(new MacKey(new byte[32])));
    String stored = new Pbkdf2Sha256PasswordHash(10, pepper, new DecoyHash()).generate(SECRET);

    assertThat(stored).startsWith("$pbkdf2-sha256$i=10,keyid=");
    assertThat(new Pbkdf2Sha256PasswordHash(pepper, new DecoyHash()).verify(SECRET, stored))
        .isTrue();
    assertThat(new Pbkdf2Sha256PasswordHash(pepper, new DecoyHash()).verify(OTHER, stored))
        .isFalse();
    assertThat(new Pbkdf2Sha256PasswordHash().verify(SECRET, stored)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"599999", "10000001", "", "-1", "600000.0"})
  @Tag("P4")
  void initialize_outOfRange_isRefused(String iterations) {
    Map<String, String> given = Map.of("Pbkdf2Sha256PasswordHash.Iterations", iterations);

    assertThatThrownBy(() -> new Pbkdf2Sha256PasswordHash().initialize(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("600000 to 10000000");
  }

  @Test
  void initialize_parameterOfAnotherHash_isRefusedWithThoseThatThereAre() {
    Map<String, String> given = Map.of("Pbkdf2PasswordHash.Iterations", "600000");

    assertThatThrownBy(() -> new Pbkdf2Sha256PasswordHash().initialize(given))
        .hasMessageContaining("has Pbkdf2PasswordHash.Iterations")
        .hasMessageContaining("there are Pbkdf2Sha256PasswordHash.Iterations.");
    assertThat(new Pbkdf2Sha256PasswordHash().toString()).contains("iterations=600000");
  }
}
