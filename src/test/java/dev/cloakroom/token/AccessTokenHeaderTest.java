package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenHeaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"key-1", "a\"b\\c", "ü"})
  void kid_ofAHeaderThatWeWrote_isRead(String kid) {
    assertThat(kid(kid)).hasValue(kid);
  }

  @Test
  @Tag("J5")
  void kid_longerThanAnyKeyHas_isRefused() {
    assertThat(kid("k".repeat(256))).isPresent();
    assertThat(kid("k".repeat(257))).isEmpty();
  }

  private static Optional<String> kid(String kid) {
    return AccessTokenHeader.kid(AccessTokenHeader.json(kid).getBytes(UTF_8));
  }
}
