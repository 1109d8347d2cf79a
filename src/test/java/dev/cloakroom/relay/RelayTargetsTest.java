package dev.cloakroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.LogLines;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTargetsTest {
  private final RelayTargets targets =
      new RelayTargets(Set.of("https://orders.example.org", "http://127.0.0.1:8080"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://orders.example.org",
        "https://orders.example.org:443/list?of=alice#first",
        "HTTPS://Orders.Example.Org/list",
        "http://127.0.0.1:8080/"
      })
  void isOne_namedOrigin_isOne(String target) {
    assertThat(targets.isOne(URI.create(target))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://orders.example.org/",
        "https://orders.example.org:8443/",
        "https://orders.example.org.evil.test/",
        "https://evil.test/https://orders.example.org",
        "https://orders.example.org@evil.test/",
        "https://evil.test@orders.example.org/",
        "https://evil.test#orders.example.org",
        "https://orders.example.org./",
        "https://a.orders.example.org/",
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "/list",
        "//orders.example.org/list",
        "mailto:alice@orders.example.org"
      })
  void isOne_another_isNone(String target) {
    assertThat(targets.isOne(URI.create(target))).isFalse();
  }

  @Test
  void isOne_another_isToldOnce_withWhatWouldNameIt() {
    try (LogLines log = LogLines.of("dev.cloakroom.relay")) {
      targets.isOne(URI.create("https://stock.example.org/a"));
      targets.isOne(URI.create("https://stock.example.org/b"));
      targets.isOne(URI.create("https://orders.example.org/"));

      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0))
          .contains("https://stock.example.org ", "cloakroom.relay.origins");
    }
  }

  /** Whoever has a say in addresses fills neither the log nor the memory. */
  @Test
  void isOne_manyOthers_areToldOfAHundredTimes() {
    try (LogLines log = LogLines.of("dev.cloakroom.relay")) {
      for (int i = 0; i < 1000; i++) {
        targets.isOne(URI.create("https://a" + i + ".example.org/"));
      }

      assertThat(log.lines()).hasSize(100);
    }
  }
}
