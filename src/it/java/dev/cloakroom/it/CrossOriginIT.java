package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of another origin can make a browser do with the cookie: nothing. */
@OnServer
class CrossOriginIT {
  private static final String ORDER = "{\"item\":\"umbrella\",\"quantity\":1}";

  private final WireClient client;

  CrossOriginIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  /** Marks a request as a browser does; a null header is not sent. */
  private static WireRequest from(
      WireRequest request, @Nullable String site, @Nullable String origin) {
    WireRequest marked = site == null ? request : request.with("Sec-Fetch-Site", site);
    return origin == null ? marked : marked.with("Origin", origin);
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site,   https://evil.test",
    "cross-site,",
    "same-site,    https://shop.127.0.0.1",
    "Same-Origin,",
    "made-up,",
    ",             https://evil.test",
    ",             null",
    ",             http://127.0.0.1",
    ",             http://127.0.0.1:1",
    ",             http://localhost",
    ",             not an origin"
  })
  @Tag("X1")
  @Tag("X5")
  @Tag("X6")
  @Tag("X7")
  void foreignPage_withTheCookie_isRefusedEverywhere(
      @Nullable String site, @Nullable String origin) {
    Login login = client.logIn(ALICE);

    assertRefused(from(client.post("/api/orders").json(ORDER), site, origin), login);
    assertRefused(from(client.post("/api/logout"), site, origin), login);
    assertRefused(from(client.delete("/api/sessions"), site, origin), login);
    assertRefused(from(client.login(ALICE), site, origin), login);
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  private static void assertRefused(WireRequest request, Login login) {
    assertThat(request.cookie(login.cookie()).send())
        .isProblem(403, "cross-origin-refused")
        .hasNoHeader("Set-Cookie");
  }

  @Test
  @Tag("X6")
  void foreignPage_withoutACookie_cannotLogItsVisitorIn() {
    assertThat(from(client.login(ALICE), "cross-site", "https://evil.test").send())
        .isProblem(403, "cross-origin-refused")
        .hasNoHeader("Set-Cookie");
  }

  @ParameterizedTest
  @CsvSource({"same-origin,", "none,", "same-origin, own", ", own", ","})
  @Tag("X5")
  void ownPage_withTheCookie_passesEverywhere(@Nullable String site, @Nullable String origin) {
    String own = origin == null ? null : client.origin();
    Login login = Login.of(from(client.login(ALICE), site, own).send());

    assertThat(
            from(client.post("/api/orders").json(ORDER), site, own).cookie(login.cookie()).send())
        .hasStatus(201);
    assertThat(from(client.post("/api/logout"), site, own).cookie(login.cookie()).send())
        .hasStatus(200);
    assertThat(client.meByCookie(login)).isProblem(401, "session-ended");
  }

  @Test
  void bearerToken_passesFromAnywhere() {
    Login login = client.logIn(ALICE);
    WireRequest order = client.post("/api/orders").json(ORDER).bearer(login.accessToken());

    assertThat(from(order, "cross-site", "https://other.test").send()).hasStatus(201);
    assertThat(
            from(client.post("/api/logout"), "cross-site", "https://other.test")
                .bearer(login.accessToken())
                .send())
        .hasStatus(200);
  }

  /** The exemption is for a token that authenticated the request, not for any header. */
  @Test
  @Tag("X1")
  void invalidBearerToken_besideTheCookie_isNoWayAround() {
    Login login = client.logIn(ALICE);

    for (String authorization : new String[] {"Bearer x", "Basic YWxpY2U6MTIz"}) {
      WireAnswer logout =
          from(client.post("/api/logout"), "cross-site", "https://evil.test")
              .with("Authorization", authorization)
              .cookie(login.cookie())
              .send();
      assertThat(logout).isProblem(403, "cross-origin-refused");
    }
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @Test
  @Tag("X3")
  void foreignLink_withTheCookie_isFollowed() {
    Login login = client.logIn(ALICE);

    assertThat(from(client.get("/api/me"), "cross-site", null).cookie(login.cookie()).send())
        .isOf(ALICE);
  }

  @ParameterizedTest
  @CsvSource({"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void methodOverride_isNotKnown(String header) {
    Login login = client.logIn(ALICE);

    assertThat(client.get("/api/sessions").with(header, "DELETE").cookie(login.cookie()).send())
        .hasStatus(200);
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }
}
