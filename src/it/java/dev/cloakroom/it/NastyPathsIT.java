package dev.cloakroom.it;

import static dev.cloakroom.it.DemoCaller.ADMIN;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings of a path: none opens what is guarded, and none is an error of the server. */
@OnServer
class NastyPathsIT {
  /** What only an administrator reads, and what only a caller reads of themselves. */
  private static final List<String> GUARDED = List.of("You are an administrator", "\"caller\"");

  private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS");

  /** Of the path that only an administrator may read, and of one that nobody may. */
  static final List<String> OTHER_SPELLINGS =
      List.of(
          "/api/admin;",
          "/api/admin;x=y",
          "/api/admin/",
          "/api/admin//",
          "/api//admin",
          "//api/admin",
          "//api//admin",
          "/api/./admin",
          "/api/%2e/admin",
          "/api/../api/admin",
          "/api/public/../admin",
          "/api/public/..;/admin",
          "/api/public/%2e%2e/admin",
          "/api/public%2f..%2fadmin",
          "/api/public;/../admin",
          "/api/admin;/..;/public",
          "/api;x/admin",
          "/;/api/admin",
          "/api/;a=b/admin",
          "/api%2fadmin",
          "/%61pi/admin",
          "/api/%61dmin",
          "/api/%2561dmin",
          "/api/%u0061dmin",
          "/api/admin%2f",
          "/api/admin%3bx",
          "/api/admin%00",
          "/api/admin%20",
          "/api/admin%0a",
          "/api/admin%23",
          "/api/admin%3f",
          "/api/admin%",
          "/api/admin%zz",
          "/api/%c0%afadmin",
          "/api/%ff",
          "/api\\admin",
          "/api/%5cadmin",
          "/api/public\\..\\admin",
          "/API/ADMIN",
          "/api/Admin",
          "/api/admin.json",
          "/api/admin#/public",
          "/api/login/../admin",
          "/api/login;/../admin",
          "/api/sessions/..%2fadmin",
          "/api/sessions/../admin",
          "/api/sessions/..;/admin",
          "/api/refresh/..%2fadmin",
          "/api/.well-known/jwks.json/../../admin",
          "/api/admin?/api/login",
          "/api/admin;/api/login",
          "/WEB-INF/classes/META-INF/microprofile-config.properties",
          "/%57EB-INF/classes/META-INF/microprofile-config.properties",
          "/api/../WEB-INF/classes/META-INF/microprofile-config.properties");

  private final RunningServer server;
  private final WireClient client;

  NastyPathsIT(RunningServer server) {
    this.server = server;
    this.client = WireClient.overHttp(server);
  }

  @ParameterizedTest
  @FieldSource("OTHER_SPELLINGS")
  @Tag("X18")
  void otherSpelling_opensNothingToNobody_andIsNoServerError(String target) {
    String user = "Cookie: " + client.logIn(ALICE).cookie();

    for (String method : METHODS) {
      RawExchange nobody = RawExchange.of(server, method, target);
      RawExchange withoutRole = RawExchange.of(server, method, target, user);

      assertThat(nobody.status()).as("%s %s", method, nobody).isBetween(200, 499);
      assertThat(nobody.body()).doesNotContain(GUARDED).doesNotContain("cloakroom.path");
      assertThat(withoutRole.status()).as("%s %s", method, withoutRole).isBetween(200, 499);
      assertThat(withoutRole.body()).doesNotContain(GUARDED.get(0));
    }
  }

  @Test
  void plainSpelling_opensToWhoeverHasTheRole() {
    String admin = "Cookie: " + client.logIn(ADMIN).cookie();

    assertThat(RawExchange.of(server, "GET", "/api/admin", admin).body()).contains(GUARDED);
  }

  /** The mechanism must know the login path in every spelling by which the servlet is reached. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/login;x=y",
        "//api//login",
        "/api/%6Cogin",
        "/api/./login",
        "/api/%2e/login",
        "/api/public/../login",
        "/api/session/..;/login",
        "/%61pi/login",
        "/api;x/login"
      })
  @Tag("X18")
  void loginInAnotherSpelling_withAWrongPassword_overALiveSession_isRefused(String target) {
    Login live = client.logIn(ALICE);

    WireAnswer wrong =
        client.post(target).cookie(live.cookie()).json(ALICE.credentials("wrong")).send();
    WireAnswer right = client.post(target).json(ALICE.credentials()).send();

    assertThat(right.status()).isIn(200, 400, 404);
    assertThat(wrong.status()).isEqualTo(right.status() == 200 ? 401 : right.status());
    assertThat(wrong.headers("Set-Cookie")).isEmpty();
    assertThat(client.meByCookie(live).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cookie: \u00ff\u00fe=\u0000",
        "Cookie: sid",
        "Cookie: sid=",
        "Cookie: =;=;;;",
        "Cookie: sid=\"",
        "Cookie: sid=\"a;b\"",
        "Cookie: $Version=1; $Path=/",
        "Authorization:",
        "Authorization: \u00e9",
        "Authorization: Bearer \u00e9",
        "Accept: ;;;q=,,",
        "Origin: \u00e9",
        "Sec-Fetch-Site: \u00e9",
        "X-Forwarded-Proto: https\r\nX-Forwarded-For: \"",
        "Content-Type: \u0001"
      })
  void nastyHeader_isNoServerError_andOpensNothing(String header) {
    RawExchange guarded = RawExchange.of(server, "GET", "/api/me", header);
    RawExchange login = RawExchange.of(server, "POST", "/api/login", header);
    RawExchange logout = RawExchange.of(server, "POST", "/api/logout", header);

    if (header.contains("\u0000") && RunningServer.name().equals("wildfly")) {
      // its parser of cookies throws, before any application is asked
      assertThat(List.of(guarded.status(), login.status(), logout.status())).containsOnly(500);
    } else {
      assertThat(guarded.status()).isIn(400, 401);
      assertThat(login.status()).isIn(400, 403, 415);
      assertThat(logout.status()).isIn(200, 400, 403);
    }
  }
}
