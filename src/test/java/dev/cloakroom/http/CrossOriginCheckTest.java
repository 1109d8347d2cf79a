package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.CrossOriginCheck.View;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of Go's own test of CrossOriginProtection, and those around them. */
@Tag("X5")
class CrossOriginCheckTest {

  private static final CrossOriginCheck CHECK =
      new CrossOriginCheck(Set.of(new Origin("https", "trusted.example", 443)));

  @Tag("X3")
  @ParameterizedTest
  @CsvSource({
    "GET,,true",
    "HEAD,,true",
    "OPTIONS,,true",
    "POST,,false",
    "PUT,,false",
    "PATCH,,false",
    "DELETE,,false",
    "CONNECT,,false",
    "get,,false",
    "BREW,,false",
    "GET,websocket,false",
    "GET,WebSocket,false",
    "GET,'h2c, websocket',false",
    "GET,'',false"
  })
  void isSafe_onlyForASafeMethodWithoutAnUpgrade(
      String method, @Nullable String upgrade, boolean safe) {
    assertThat(CrossOriginCheck.isSafe(method, upgrade)).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin,https://example.org,true",
    "none,,true",
    "same-site,https://app.example.org,false",
    "cross-site,https://evil.example,false",
    "cross-site,https://example.org,false",
    "cross-site,,false",
    "cross-site,null,false",
    "nonsense,https://example.org,false",
    "SAME-ORIGIN,https://example.org,false",
    "cross-site,https://trusted.example,true",
    "same-site,https://TRUSTED.example:443,true",
    "cross-site,http://trusted.example,false",
    "cross-site,https://trusted.example.evil.example,false"
  })
  void allows_fetchMetadata_decides(String site, String origin, boolean allowed) {
    assertThat(CHECK.allows(new View(site, origin, "example.org"))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    ",example.org,true",
    "'',example.org,true",
    "https://example.org,example.org,true",
    "https://example.org:443,example.org,true",
    "http://example.org,example.org,true",
    "https://example.org:8443,example.org:8443,true",
    "https://example.org:8443,example.org,false",
    "https://evil.example,example.org,false",
    "https://example.org.evil.example,example.org,false",
    "null,example.org,false",
    "null,,false",
    "nonsense,example.org,false",
    "https://example.org,,false",
    "https://trusted.example,example.org,true"
  })
  void allows_noFetchMetadata_originDecides(String origin, String host, boolean allowed) {
    assertThat(CHECK.allows(new View(null, origin, host))).isEqualTo(allowed);
    assertThat(CHECK.allows(new View("", origin, host))).isEqualTo(allowed);
  }
}
