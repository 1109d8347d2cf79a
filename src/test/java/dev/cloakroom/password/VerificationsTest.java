package dev.cloakroom.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.MacKey;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerificationsTest {
  private static final char[] SECRET = "secret1".toCharArray();
  private static final String SOTERIA =
      "PBKDF2WithHmacSHA512:1024:DbjXqT9p8VhJ7OtU6DrqDw==:p/qihG8IZKkz03JzKd6XXA==";
  private static final Pepper PEPPER = Pepper.of(List.of(new MacKey(new byte[32])));

  private static Argon2idPasswordHash argon2(int memory, int passes, Pepper pepper) {
    return new Argon2idPasswordHash(Argon2.id(memory, passes, 1), pepper, new DecoyHash());
  }

  private static Collection<OutdatedHash> found(Argon2idPasswordHash hash, String stored) {
    try (Verifications heard = Verifications.listen()) {
      assertThat(hash.verify(SECRET, stored)).isTrue();
      return heard.outdated();
    }
  }

  @Test
  @Tag("P5")
  void hashOfAnotherForm_isToldAndRenewed() {
    Argon2idPasswordHash hash = argon2(8, 1, Pepper.NONE);
    try (Verifications heard = Verifications.listen()) {
      assertThat(hash.verify(SECRET, SOTERIA)).isTrue();

      OutdatedHash found = heard.outdated().iterator().next();
      assertThat(heard.outdated()).hasSize(1);
      assertThat(found.stored()).isEqualTo(SOTERIA);
      assertThat(found.renewed()).startsWith("$argon2id$");
      assertThat(hash.verify(SECRET, found.renewed())).isTrue();
    }
  }

  @Test
  @Tag("P5")
  void weakerParameters_areOutdated_strongerOnesAreNot() {
    String stored = argon2(16, 2, Pepper.NONE).generate(SECRET);

    assertThat(found(argon2(16, 2, Pepper.NONE), stored)).isEmpty();
    assertThat(found(argon2(8, 1, Pepper.NONE), stored)).isEmpty();
    assertThat(found(argon2(16, 3, Pepper.NONE), stored)).hasSize(1);
    assertThat(found(argon2(32, 1, Pepper.NONE), stored)).hasSize(1);
  }

  @Test
  void pepper_whereThereIsOne_isWanted_andNeverTakenAway() {
    String plain = argon2(8, 1, Pepper.NONE).generate(SECRET);
    String peppered = argon2(8, 1, PEPPER).generate(SECRET);
    MacKey key = new MacKey(new byte[32]);

    assertThat(found(argon2(8, 1, PEPPER), plain)).hasSize(1);
    assertThat(found(argon2(8, 1, PEPPER), peppered)).isEmpty();
    assertThat(found(argon2(8, 1, Pepper.formerly(List.of(key))), peppered)).isEmpty();
  }

  @Test
  @Tag("P2")
  void hash_thatIsAsked_isHeard_whateverItSays() {
    try (Verifications heard = Verifications.listen()) {
      assertThat(heard.isEmpty()).isTrue();
      argon2(8, 1, Pepper.NONE).verify(SECRET, "no hash");
      assertThat(heard.isEmpty()).isFalse();
    }
  }

  @Test
  void wrongPassword_isNotOutdated() {
    try (Verifications heard = Verifications.listen()) {
      new Argon2idPasswordHash().verify("secret2".toCharArray(), SOTERIA);

      assertThat(heard.outdated()).isEmpty();
    }
  }

  @Test
  void nobodyListening_verifiesAsEver() {
    assertThat(new Argon2idPasswordHash().verify(SECRET, SOTERIA)).isTrue();
    try (Verifications heard = Verifications.listen()) {
      assertThat(heard.outdated()).isEmpty();
    }
  }

  @Test
  void listenerWithin_hearsInThePlaceOfTheOuter() {
    Argon2idPasswordHash hash = argon2(8, 1, Pepper.NONE);
    try (Verifications outer = Verifications.listen()) {
      assertThat(found(hash, SOTERIA)).hasSize(1);
      assertThat(outer.outdated()).isEmpty();

      hash.verify(SECRET, SOTERIA);
      hash.verify(SECRET, SOTERIA);

      assertThat(outer.outdated()).hasSize(1);
    }
  }

  @Test
  void close_wipesThePassword_andLeavesTheCallersAlone() {
    OutdatedHash found = found(argon2(8, 1, Pepper.NONE), SOTERIA).iterator().next();

    assertThat(SECRET).isEqualTo("secret1".toCharArray());
    assertThat(found).hasToString("OutdatedHash[***]");
    assertThat(found).extracting("password").isEqualTo(new char[SECRET.length]);
  }
}
