package dev.cloakroom.it.crossorigin;

import static dev.cloakroom.it.crossorigin.CorsWars.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.WebPlatformTests;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Origins as no client would write them, byte by byte. */
@OnServerWith(CorsWars.class)
@Tag("X8")
@Tag("X9")
class OriginSpellingsIT {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private final RunningServer server;

  OriginSpellingsIT(ServerProcess process) {
    server = process.server();
  }

  static List<Arguments> origins() throws IOException {
    return WebPlatformTests.of("origin");
  }

  static List<Arguments> preflights() throws IOException {
    return WebPlatformTests.of("preflight");
  }

  private RawExchange get(String... headers) {
    return RawExchange.at(server.http(), "GET", "/shared/page?do=who", "", headers);
  }

  /**
   * Some servers refuse control characters themselves, or close the connection; some leave a tab
   * where it is, so that the origin is no allowed one.
   */
  @ParameterizedTest
  @MethodSource("origins")
  void origin_inThisSpelling(String source, String origin, String allowed) {
    RawExchange answer = get("Origin: " + origin);

    if (allowed.equals("yes") && origin.indexOf('\t') < 0) {
      assertThat(answer.values(ALLOW_ORIGIN)).containsExactly(APP);
    } else if (allowed.equals("yes")) {
      assertThat(answer.values(ALLOW_ORIGIN)).isSubsetOf(APP);
    } else {
      assertThat(answer.text()).doesNotContainIgnoringCase("Access-Control-");
    }
  }

  @ParameterizedTest
  @MethodSource("preflights")
  @Tag("X11")
  void preflight_ofThis(String source, String method, String headers, String allowed) {
    String asked = "Access-Control-Request-Headers: " + headers;
    RawExchange answer =
        RawExchange.at(
            server.http(),
            "OPTIONS",
            "/shared/page",
            "",
            "Origin: " + APP,
            "Access-Control-Request-Method: " + method,
            headers.equals("-") ? "X-Nothing: asked" : asked);

    boolean isAllowed = allowed.equals("yes");
    assertThat(answer.status()).as(answer.text()).isEqualTo(isAllowed ? 204 : 403);
    assertThat(answer.values(ALLOW_ORIGIN).equals(List.of(APP))).isEqualTo(isAllowed);
  }

  @Test
  @Tag("X10")
  @Tag("X19")
  void twoOrigins_areNone_whicheverComesFirst() {
    for (String other : List.of(APP, "https://evil.test", "null", "")) {
      RawExchange first = get("Origin: " + APP, "Origin: " + other);
      RawExchange second = get("Origin: " + other, "Origin: " + APP);

      assertThat(first.text() + second.text()).doesNotContainIgnoringCase("Access-Control-");
      assertThat(first.values("Vary")).contains("Origin");
    }
    assertThat(get("Origin: " + APP).values(ALLOW_ORIGIN)).containsExactly(APP);
  }
}
