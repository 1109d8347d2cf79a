package dev.cloakroom.testkit.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting that opens the door, and the secret that it may ask for. */
@Tag("G7")
class DoorKeyTest {
  private static final String SECRET = "0123456789abcdef";

  private final FakeRequest request = FakeRequest.post(DoorServlet.PATH);

  @Test
  void on_asksForNothing() {
    DoorKey key = DoorKey.of("on").orElseThrow();

    assertThat(key.isNeeded()).isFalse();
    assertThat(key.isShownBy(request)).isTrue();
  }

  @Test
  void secret_isToBeShown() {
    DoorKey key = DoorKey.of(SECRET).orElseThrow();

    assertThat(key.isNeeded()).isTrue();
    assertThat(key.isShownBy(request)).isFalse();
    assertThat(key.isShownBy(request.header(DoorKey.HEADER, SECRET))).isTrue();
    assertThat(key.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "on", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF"})
  void anotherSecret_opensNothing(String shown) {
    DoorKey key = DoorKey.of(SECRET).orElseThrow();

    assertThat(key.isShownBy(request.header(DoorKey.HEADER, shown))).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "off",
        "ON",
        "true",
        "0123456789abcde",
        "0123456789 abcdef",
        "ääääääääääääääää"
      })
  void anyOtherSetting_isNoDoor(String setting) {
    assertThat(DoorKey.of(setting)).isEmpty();
  }
}
