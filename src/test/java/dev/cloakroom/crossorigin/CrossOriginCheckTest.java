package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crossorigin.CrossOriginCheck.View;
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
    assertThat(CHECK.allows(new View(site, origin, "https", "example.org"))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    ",https,example.org,true",
    "'',https,example.org,true",
    "https://example.org,https,example.org,true",
    "https://example.org:443,https,example.org,true",
    "https://example.org,http,example.org,false",
    "http://example.org,http,example.org,true",
    "http://example.org:80,http,example.org,true",
    "http://example.org,https,example.org,false",
    "HTTP://example.org,https,example.org,false",
    "ftp://example.org,https,example.org,false",
    "https://example.org:8443,https,example.org:8443,true",
    "https://example.org:8443,http,example.org:8443,false",
    "https://example.org:8443,https,example.org,false",
    "https://evil.example,https,example.org,false",
    "https://example.org.evil.example,https,example.org,false",
    "null,https,example.org,false",
    "null,https,,false",
    "nonsense,https,example.org,false",
    "https://example.org,https,,false",
    "https://trusted.example,https,example.org,true",
    "https://trusted.example,http,example.org,true",
    "http://trusted.example,https,example.org,false"
  })
  void allows_noFetchMetadata_originDecides(
      String origin, String scheme, String host, boolean allowed) {
    assertThat(CHECK.allows(new View(null, origin, scheme, host))).isEqualTo(allowed);
    assertThat(CHECK.allows(new View("", origin, scheme, host))).isEqualTo(allowed);
  }
}
