package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7239 §4: the grammar of one element. */
@Tag("X15")
class Rfc7239ForwardedElementTest {

  private static Map<String, String> read(String text) {
    return Objects.requireNonNull(ForwardedElement.parse(text)).parameters();
  }

  @Test
  void section4_examples() {
    assertThat(read("for=\"_gazonk\"")).containsOnly(Map.entry("for", "_gazonk"));
    assertThat(read("For=\"[2001:db8:cafe::17]:4711\""))
        .containsOnly(Map.entry("for", "[2001:db8:cafe::17]:4711"));
    assertThat(read("for=192.0.2.60;proto=http;by=203.0.113.43"))
        .isEqualTo(Map.of("for", "192.0.2.60", "proto", "http", "by", "203.0.113.43"));
  }

  @Test
  void parameters_inAnyOrderAndCase_withWhatNobodyKnows() {
    assertThat(read("PROTO=https; secret=\"a;b,c\" ;host=\"shop.test:8443\""))
        .isEqualTo(Map.of("proto", "https", "secret", "a;b,c", "host", "shop.test:8443"));
    assertThat(read("for=unknown;")).containsOnly(Map.entry("for", "unknown"));
  }

  @Test
  void parameter_thatIsNotThere_isNull() {
    ForwardedElement element = Objects.requireNonNull(ForwardedElement.parse("for=unknown"));

    assertThat(element.parameter("for")).isEqualTo("unknown");
    assertThat(element.parameter("host")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for",
        "=x",
        "for =x",
        "for= x",
        "for=",
        "for=[::1]",
        "for=1.2.3.4:80",
        "for=\"x",
        "for=x\"",
        "for=\"x\"y",
        "for=\"a\\\"b\"",
        "for=\"\u00e9\"",
        "for=\"a\tb\"",
        "for=a;for=b",
        "for=a;FOR=a",
        "f(r=a",
        ";",
        ""
      })
  void malformed_isNoElement(String text) {
    assertThat(ForwardedElement.parse(text)).isNull();
  }
}
