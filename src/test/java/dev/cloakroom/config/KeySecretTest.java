package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("J18")
class KeySecretTest {

  private static final byte[] BYTES = bytes(32);

  @Test
  void decode_eitherAlphabetPaddedOrNot_isTheSameSecret() {
    KeySecret secret = KeySecret.decode(Base64.getEncoder().encodeToString(BYTES)).orElseThrow();

    assertThat(secret.bytes()).isEqualTo(BYTES);
    assertThat(KeySecret.decode(Base64.getEncoder().withoutPadding().encodeToString(BYTES)))
        .contains(secret);
    assertThat(KeySecret.decode(Base64.getUrlEncoder().encodeToString(BYTES))).contains(secret);
    assertThat(KeySecret.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(BYTES)))
        .contains(secret);
  }

  @Test
  void decode_31Bytes_isRefused() {
    assertThat(KeySecret.decode(Base64.getEncoder().encodeToString(bytes(31)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15})
  void decode_theSameFewBytesAgainAndAgain_isRefused(int distinct) {
    byte[] repeated = new byte[64];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = (byte) (i % distinct);
    }

    assertThat(KeySecret.decode(Base64.getEncoder().encodeToString(repeated))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not base64 but long enough to hold thirty-two bytes!", "AAAA=AAAA"})
  void decode_notBase64_isRefused(String text) {
    assertThat(KeySecret.decode(text)).isEmpty();
  }

  @Test
  void bytes_changedByTheCaller_leaveTheSecretAlone() {
    KeySecret secret = KeySecret.decode(Base64.getEncoder().encodeToString(BYTES)).orElseThrow();

    secret.bytes()[0]++;

    assertThat(secret.bytes()).isEqualTo(BYTES);
  }

  @Test
  @Tag("G5")
  void toString_secret_isMasked() {
    String text = Base64.getEncoder().encodeToString(BYTES);
    KeySettings keys = KeySettings.of(null, KeySecret.decode(text).orElseThrow());

    assertThat(keys.toString()).contains("KeySecret[***]").doesNotContain(text);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (251 - i);
    }
    return bytes;
  }
}
