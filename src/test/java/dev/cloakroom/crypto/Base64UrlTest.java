package dev.cloakroom.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("J13")
class Base64UrlTest {
  @Test
  void decode_whatEncodeWrote_givesTheBytes() {
    Random random = new Random(1);
    for (int length = 0; length < 70; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);

      assertThat(Base64Url.decode(Base64Url.encode(bytes))).hasValue(bytes);
    }
  }

  @Test
  void encode_bytesOfTheLastCharacters_usesTheUrlAlphabet() {
    assertThat(Base64Url.encode(new byte[] {-1, -17, -66})).isEqualTo("_---");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA", "AAA", "AAAA", "-_-_"})
  void decode_canonicalText_isAccepted(String text) {
    assertThat(Base64Url.decode(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AA==",
        "AAA=",
        "=",
        "A",
        "AAAAA",
        "AA AA",
        "AAAA\n",
        " AAAA",
        "+/AA",
        "AA.A",
        "AAÄA",
        "AA\u0000A",
        "ＡＡＡＡ",
        "AB",
        "AAB",
        "A_",
        "AA\uD800"
      })
  void decode_anythingElse_isRefused(String text) {
    assertThat(Base64Url.decode(text)).isEmpty();
  }
}
