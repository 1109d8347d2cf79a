package dev.cloakroom.it.crossorigin;

import static dev.cloakroom.it.crossorigin.CorsWars.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of CORS that are for some paths alone; and a path that is for nobody. */
@OnServerWith(CorsWars.class)
class NamedRulesIT {
  private static final Set<String> ASK_US = Set.of("wildfly");
  private static final String METHOD = "Access-Control-Request-Method: PUT";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

  private final RunningServer server;

  NamedRulesIT(ServerProcess process) {
    server = process.server();
  }

  private RawExchange send(String method, String path, String... headers) {
    return RawExchange.at(server.http(), method, "/shared/" + path, "", headers);
  }

  /** The one with the longest path counts, however the path is written. */
  @ParameterizedTest
  @CsvSource({
    "partner/page,               https://partner.test, https://partner.test, true",
    "partner/page,               https://app.test,     ,",
    "partner/page,               https://evil.test,    ,",
    "partner/../partner/page,    https://partner.test, https://partner.test, true",
    "%70artner/page,             https://partner.test, https://partner.test, true",
    "partner/nothing-here,       https://partner.test, https://partner.test, true",
    "partner/open/page,          https://evil.test,    *,",
    "partner/open/page,          https://partner.test, *,",
    "partnership/page,           https://partner.test, ,",
    "partnership/page,           https://app.test,     https://app.test,     true",
    "page?do=who,                https://partner.test, ,"
  })
  @Tag("X8")
  @Tag("X9")
  void path_hasTheRuleOfItsName(
      String path, String origin, @Nullable String allowed, @Nullable String credentials) {
    for (RawExchange answer :
        List.of(
            send("GET", path, "Origin: " + origin),
            send("OPTIONS", path, "Origin: " + origin, METHOD))) {
      assertThat(answer.values(ALLOW_ORIGIN)).as(answer.text()).isEqualTo(listed(allowed));
      assertThat(answer.values(ALLOW_CREDENTIALS)).isEqualTo(listed(credentials));
    }
  }

  private static List<String> listed(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  @Test
  @Tag("X10")
  void answer_dependsOnTheOrigin_unlessTheRuleIsForAll() {
    assertThat(send("GET", "partner/page", "Origin: https://evil.test").values("Vary"))
        .contains("Origin");
    assertThat(send("GET", "partner/open/page", "Origin: https://evil.test").values("Vary"))
        .doesNotContain("Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "partner/page,  https://partner.test, 204",
    "partner/page,  https://app.test,     403",
    "declared/page, https://partner.test, 403",
    "declared/page, https://app.test,     204"
  })
  @Tag("X11")
  void preflight_isAnsweredByTheRuleOfThePath(String path, String origin, int status) {
    assertThat(send("OPTIONS", path, "Origin: " + origin, METHOD).status()).isEqualTo(status);
  }

  /**
   * A constraint without a role closes a path for everybody, before anybody of ours is asked;
   * WildFly asks the mechanism about the request itself, and no other page can read that either.
   */
  @Test
  @Tag("X11")
  void pathThatIsClosedForEverybody_isSoForPreflights() {
    RawExchange preflight = send("OPTIONS", "closed/page", "Origin: " + APP, METHOD);
    RawExchange answer = send("GET", "closed/page?do=who", "Origin: " + APP);
    RawExchange ofEvil = send("GET", "closed/page?do=who", "Origin: https://evil.test");

    assertThat(preflight.status()).as(preflight.text()).isEqualTo(403);
    assertThat(preflight.values(ALLOW_ORIGIN)).as(preflight.text()).isEmpty();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.values(ALLOW_ORIGIN))
        .as(answer.text())
        .isEqualTo(ASK_US.contains(RunningServer.name()) ? List.of(APP) : List.of());
    assertThat(ofEvil.values(ALLOW_ORIGIN)).isEmpty();
    assertThat(send("OPTIONS", "page", "Origin: " + APP, METHOD).status()).isEqualTo(204);
  }
}
