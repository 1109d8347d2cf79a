package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X5")
@Tag("X8")
class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org,https://example.org",
    "HTTPS://Example.ORG:443,https://example.org",
    "http://example.org:80,http://example.org",
    "http://example.org:443,http://example.org:443",
    "https://example.org:8443,https://example.org:8443",
    "http://[::1]:8080,http://[::1]:8080",
    "chrome-extension://abcdef,chrome-extension://abcdef",
    "safari-web-extension://A1-B2,safari-web-extension://A1-B2"
  })
  void parse_origin_isNormalised(String text, String serialized) {
    Origin origin = Origin.parse(text).orElseThrow();

    assertThat(origin.serialized()).isEqualTo(serialized);
    assertThat(Origin.parse(serialized)).contains(origin);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "null",
        "*",
        "example.org",
        "//example.org",
        "https://",
        "https://example.org/",
        "https://example.org/path",
        "https://example.org?x",
        "https://user@example.org",
        "https://example.org:",
        "https://example.org:0",
        "https://example.org:65536",
        "https://example.org:99999999999",
        "https://example.org:-1",
        "https://example.org https://evil.example",
        "https://example.org\r\n",
        "https://exämple.org",
        "https://*.example.org"
      })
  void parse_anythingElse_isEmpty(String text) {
    assertThat(Origin.parse(text)).isEmpty();
  }

  @Test
  void equals_anotherSchemeHostOrPort_isAnotherOrigin() {
    Origin origin = Origin.parse("https://example.org").orElseThrow();

    assertThat(Origin.parse("http://example.org")).isPresent().get().isNotEqualTo(origin);
    assertThat(Origin.parse("https://www.example.org")).isPresent().get().isNotEqualTo(origin);
    assertThat(Origin.parse("https://example.org:444")).isPresent().get().isNotEqualTo(origin);
    assertThat(Origin.parse("https://EXAMPLE.org:443")).contains(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org,example.org,true",
    "https://example.org,EXAMPLE.org:443,true",
    "http://localhost:8080,localhost:8080,true",
    "https://example.org,example.org:8443,false",
    "https://example.org,evil.example,false",
    "https://example.org,example.org@evil.example,false",
    "https://example.org,,false"
  })
  void isAt_hostHeader_comparesHostAndPort(String origin, String host, boolean same) {
    assertThat(Origin.parse(origin).orElseThrow().isAt(host)).isEqualTo(same);
  }
}
