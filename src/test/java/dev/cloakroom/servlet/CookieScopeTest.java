package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieScopeTest {

  private static Set<CookieScope> visibleTo(
      String host, String path, Map<String, String> settings) {
    CookieSettings cookie = new TestApplication(settings).settings.cookie();
    return CookieScope.visibleTo(host, path, cookie);
  }

  @Test
  void visibleTo_hostAndDomains_atEachPathAbove() {
    assertThat(visibleTo("www.shop.test", "/app/auth/login", Map.of()))
        .containsExactlyInAnyOrder(
            new CookieScope(null, "/"),
            new CookieScope("www.shop.test", "/"),
            new CookieScope("shop.test", "/"),
            new CookieScope(null, "/app"),
            new CookieScope("www.shop.test", "/app"),
            new CookieScope("shop.test", "/app"),
            new CookieScope(null, "/app/auth"),
            new CookieScope("www.shop.test", "/app/auth"),
            new CookieScope("shop.test", "/app/auth"));
  }

  /** No cookie has an address for its domain, and none is taken for a whole top level. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "a_b", "", "shop.test;x", "über.test"})
  void visibleTo_hostWithoutDomains_isTheHostAlone(String host) {
    assertThat(visibleTo(host, "/app/login", Map.of()))
        .containsExactlyInAnyOrder(new CookieScope(null, "/"), new CookieScope(null, "/app"));
  }

  /** Behind a proxy that tells another host. */
  @Test
  void visibleTo_configuredDomain_isAmongThem() {
    assertThat(visibleTo("backend", "/app/login", Map.of("cloakroom.cookie.domain", "shop.test")))
        .contains(new CookieScope("shop.test", "/"), new CookieScope("shop.test", "/app"));
  }

  @Test
  void visibleTo_longHostAndPath_isBounded() {
    assertThat(visibleTo("a.".repeat(100) + "test", "/x".repeat(500), Map.of()))
        .hasSizeLessThan(50);
  }
}
