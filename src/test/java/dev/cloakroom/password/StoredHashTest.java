package dev.cloakroom.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others have stored, and what nobody can be verified by. */
class StoredHashTest {
  private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";
  private static final String HASH = "NwL+xSmigNiAOgl+I2jEaRCGhgM4MrAYuhRj2xV8e+o";

  /**
   * Written by Soteria's {@code Pbkdf2PasswordHashImpl}: the accounts of Open Liberty's own tests
   * of {@code @DatabaseIdentityStoreDefinition}.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PBKDF2WithHmacSHA256:2048:suVayUIJMQMc6wCgckvAIgKRlo1UkxyFXhXbTxX6C7s=:cvdHkBXVUCN2WL3LRAYodeCdNZxEM4RLlNCCYP68Kmg=",
        "PBKDF2WithHmacSHA512:1024:DbjXqT9p8VhJ7OtU6DrqDw==:p/qihG8IZKkz03JzKd6XXA==",
        "PBKDF2WithHmacSHA512:2048:dPTjUfiklfyg2bas/KOQKqEfdtoXK8YvbBscIxA8tNg=:ixBg0wr3ySBI86y8HP7+Yw=="
      })
  void soteria(String stored) throws Exception {
    assertThat(matches("secret1", stored)).isTrue();
    assertThat(matches("secret2", stored)).isFalse();
  }

  /**
   * Written by Spring Security: those of its {@code PasswordEncoderFactoriesTests} and {@code
   * Argon2PasswordEncoderTests}. The one of version 5.8 was made for this test by Python's {@code
   * hashlib}, by what Spring documents.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password|{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
        "password|{argon2}$argon2d$v=19$m=1024,t=1,p=1$c29tZXNhbHQ$Li5eBf5XrCz0cuzQRe9oflYqmA/VAzmzichw4ZYrvEU",
        "sometestpassword|{argon2}$argon2id$v=19$m=4096,t=3,p=1$QUFBQUFBQUFBQUFBQUFBQQ$hmmTNyJlwbb6HAvFoHFWF+u03fdb0F2qA+39oPlcAqo",
        "sometestpassword|{argon2@SpringSecurity_v5_8}$argon2id$v=19$m=512,t=5,p=4$QUFBQUFBQUFBQUFBQUFBQQ$PNv4C3K50bz3rmON+LtFpdisD7ePieLNq+l5iUHgc1k",
        "password|{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc",
        "password|{pbkdf2@SpringSecurity_v5_8}000102030405060708090a0b0c0d0e0fe0f65a4bf6716253d2d10a7a4b18f35cd4baf31ff031a187cd0091674905482d"
      })
  void springSecurity(String password, String stored) throws Exception {
    assertThat(matches(password, stored)).isTrue();
    assertThat(matches(password + "s", stored)).isFalse();
  }

  /** Made by Python's {@code hashlib}. */
  @Test
  @Tag("P4")
  void ours_ofPbkdf2() throws Exception {
    String stored = "$pbkdf2-sha256$i=600000$" + SALT + "$" + HASH;

    assertThat(matches("p\u00e4ssword", stored)).isTrue();
    assertThat(matches("pa\u0308ssword", stored)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$argon2id$v=19$m=4194304,t=1,p=1|4194304 KiB of memory",
        "$argon2id$v=19$m=262145,t=1,p=1|262145 KiB of memory",
        "$argon2id$v=19$m=9999999999,t=1,p=1|9999999999",
        "$argon2id$v=19$m=7,t=1,p=1|7 KiB of memory",
        "$argon2id$v=19$m=0,t=1,p=1|0 KiB of memory",
        "$argon2id$v=19$m=64,t=1,p=9|64 KiB of memory",
        "$argon2id$v=19$m=19456,t=54,p=1|54 passes",
        "$argon2id$v=19$m=19456,t=2147483647,p=1|2147483647 passes",
        "$argon2id$v=19$m=19456,t=0,p=1|0 passes",
        "$argon2id$v=19$m=19456,t=1,p=65|65 lanes",
        "$argon2id$v=19$m=19456,t=1,p=0|0 lanes",
        "$pbkdf2-sha256$i=10000001|10000001 iterations",
        "$pbkdf2-sha256$i=0|0 iterations"
      })
  @Tag("P10")
  void parameters_thatNoLoginMayHave_areRefused(String asked, String why) {
    assertThatThrownBy(() -> StoredHash.read(asked + "$" + SALT + "$" + HASH))
        .isInstanceOf(UnusableHashException.class)
        .hasMessageContaining("It asks for " + why)
        .hasMessageNotContaining(SALT);
  }

  /** Each block of a long hash costs as many iterations as a short hash. */
  @Test
  @Tag("P10")
  void iterations_areBoundedByWhatTheyCostTogether() throws Exception {
    String hashOf66Bytes = HASH.substring(0, 40) + "A".repeat(48);

    assertThat(StoredHash.read("$pbkdf2-sha256$i=3333333$" + SALT + "$" + hashOf66Bytes))
        .isNotNull();
    assertThatThrownBy(
            () -> StoredHash.read("$pbkdf2-sha256$i=3333334$" + SALT + "$" + hashOf66Bytes))
        .hasMessageContaining("3333334 iterations");
    assertThatThrownBy(
            () -> StoredHash.read("PBKDF2WithHmacSHA512:5000001:" + SALT + "==:" + hashOf66Bytes))
        .hasMessageContaining("5000001 iterations");
  }

  @Test
  @Tag("P10")
  void parameters_atTheirLimits_areRead() throws Exception {
    assertThat(StoredHash.read("$argon2id$v=19$m=262144,t=4,p=64$" + SALT + "$" + HASH))
        .isNotNull();
    assertThat(StoredHash.read("$pbkdf2-sha256$i=10000000$" + SALT + "$" + HASH)).isNotNull();
    assertThat(StoredHash.read("PBKDF2WithHmacSHA384:1:" + SALT + "==:" + HASH + "=")).isNotNull();
  }

  @Test
  @Tag("P10")
  void parameters_ofOthers_areBoundedAlike() {
    assertThatThrownBy(
            () -> StoredHash.read("PBKDF2WithHmacSHA256:99999999:" + SALT + "==:" + HASH + "="))
        .hasMessageContaining("99999999 iterations");
    assertThatThrownBy(
            () -> StoredHash.read("{argon2}$argon2id$v=19$m=4194304,t=1,p=1$" + SALT + "$" + HASH))
        .hasMessageContaining("4194304 KiB");
    assertThatThrownBy(
            () ->
                StoredHash.read(
                    "{bcrypt}$2a$31$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG"))
        .hasMessageContaining("31 as its cost");
  }

  /** A hash of few bytes would match many passwords; a short salt is shared by many callers. */
  @Test
  void saltOrHash_tooShortToProveAnything_isRefused() {
    assertThatThrownBy(() -> StoredHash.read("$argon2id$v=19$m=64,t=1,p=1$AAECAwQFBg$" + HASH))
        .hasMessageContaining("7 bytes of salt");
    assertThatThrownBy(() -> StoredHash.read("$argon2id$v=19$m=64,t=1,p=1$" + SALT + "$AAAA"))
        .hasMessageContaining("3 bytes of hash");
    assertThatThrownBy(() -> StoredHash.read("{pbkdf2}5d923b44a6d129f3dd"))
        .hasMessageContaining("1 bytes of hash");
  }

  /** What is stored may be a password that nobody hashed: nothing of it is told. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2-hunter2",
        "{noop}hunter2-hunter2",
        "{MD5}hunter2-hunter2",
        "{bcrypt}hunter2-hunter2",
        "{bcrypt}{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
        "{pbkdf2}hunter2-hunter2",
        "{}",
        "$argon2id$v=18$m=64,t=1,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=64,t=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=-64,t=1,p=1$" + SALT + "$" + HASH,
        "$argon2id$v=19$m=64,t=1,p=1$" + SALT + "$" + HASH + "\n",
        "$pbkdf2-sha1$i=600000$" + SALT + "$" + HASH,
        "PBKDF2WithHmacMD5:2048:" + SALT + ":" + HASH,
        "PBKDF2WithHmacSHA256:2048:" + SALT,
        "$2a$10$short"
      })
  @Tag("G5")
  void anythingElse_isNotRead_andNotTold(String stored) {
    assertThatThrownBy(() -> StoredHash.read(stored))
        .isInstanceOf(UnusableHashException.class)
        .hasMessageContaining(stored.length() + " characters")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining(SALT);
  }

  @Test
  void text_ofAnyLength_isNotLookedThrough() {
    assertThatThrownBy(() -> StoredHash.read("{pbkdf2}" + "ab".repeat(1_000_000)))
        .hasMessageContaining("2000008 characters");
  }

  private static boolean matches(String password, String stored) throws UnusableHashException {
    return StoredHash.read(stored).matches(password.getBytes(UTF_8), Pepper.NONE);
  }
}
