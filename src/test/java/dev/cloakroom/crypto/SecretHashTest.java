package dev.cloakroom.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretHashTest {
  private static final String SECRET = "0123456789-_abcdefghijklmnopqrstuvwxyzABCDE";
  private final SecretHash hash = SecretHash.of(SECRET);

  @Test
  void matches_theSecret_isTrue() {
    assertThat(hash.matches(SECRET)).isTrue();
  }

  @Test
  void matches_anythingElse_isFalse() {
    assertThat(hash.matches(SECRET.substring(1))).isFalse();
    assertThat(hash.matches(SECRET + "A")).isFalse();
    assertThat(hash.matches(SECRET.toLowerCase(Locale.ROOT))).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  /** FIPS 180-2 appendix B.1. */
  @Test
  void toBytes_knownAnswer_isSha256() {
    assertThat(HexFormat.of().formatHex(SecretHash.of("abc").toBytes()))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void fromBytes_whatToBytesGave_isEqual() {
    assertThat(SecretHash.fromBytes(hash.toBytes())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThat(SecretHash.of("other")).isNotEqualTo(hash);
  }

  @Test
  void fromBytes_anotherLength_isRefused() {
    assertThatThrownBy(() -> SecretHash.fromBytes(new byte[20]))
        .hasMessage("A stored secret hash has 32 bytes, not 20.");
  }

  @Test
  void bytes_changedByTheCaller_leaveTheHashAlone() {
    byte[] stored = hash.toBytes();
    SecretHash restored = SecretHash.fromBytes(stored);
    stored[0] ^= 1;
    hash.toBytes()[0] ^= 1;

    assertThat(restored).isEqualTo(hash);
    assertThat(hash.matches(SECRET)).isTrue();
  }

  @Test
  @Tag("G5")
  void toString_isMasked() {
    assertThat(hash).hasToString("SecretHash[***]");
  }
}
