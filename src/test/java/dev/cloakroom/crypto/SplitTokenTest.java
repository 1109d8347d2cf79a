package dev.cloakroom.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTokenTest {
  private final RandomIds random = new RandomIds();

  @Test
  void parse_itsText_givesBothHalves() {
    SplitToken token = new SplitToken(random.tokenId(), random.secret());

    assertThat(token.text()).hasSize(SplitToken.LENGTH);
    assertThat(Objects.requireNonNull(SplitToken.parse(token.text()))).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "AAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAA .AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAA\n.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void parse_whatCanBeNone_isNull(String text) {
    assertThat(SplitToken.parse(text)).isNull();
  }

  @Test
  @Tag("G5")
  void toString_hasNoSecret() {
    SplitToken token = new SplitToken(random.tokenId(), random.secret());

    assertThat(token.toString()).doesNotContain(token.validator().text());
  }
}
