package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What visitors and callers are given. */
class CsrfHandoutTest {
  private static final Map<String, String> TOKEN = Map.of("cloakroom.csrf", "token");
  private static final Map<String, String> SCRIPTS =
      Map.of("cloakroom.csrf", "token", "cloakroom.csrf.script-cookie", "true");
  private static final String VISITOR = "AAAAAAAAAAAAAAAAAAAAAA";

  private final TestApplication app = new TestApplication(TOKEN);
  private final TestApplication scripts = new TestApplication(SCRIPTS);
  private final FakeResponse response = new FakeResponse();

  private static FakeRequest by(OpenedSession login, FakeRequest request) {
    new RequestLogin.ByTicket(login.session(), login.ticket())
        .establish(request, new FakeResponse());
    return request;
  }

  private static String pair(String setCookie) {
    return setCookie.substring(0, setCookie.indexOf(';'));
  }

  @Test
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  @Tag("X6")
  void visitor_isKnownByAHostCookie_fromTheFirstTokenOn() {
    FakeRequest request = FakeRequest.get("/login.html");
    String first = app.csrfHandout.of(request, response);
    String second = app.csrfHandout.of(request, response);

    assertThat(response.cookies()).hasSize(1);
    String cookie = response.cookies().get(0);
    assertThat(cookie).matches("__Host-sid-csrf=[A-Za-z0-9_-]{22}; .*");
    assertThat(cookie.split("; ", -1)).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
    assertThat(cookie).doesNotContain("Max-Age");
    CsrfHolder visitor = CsrfHolder.visitor(pair(cookie).split("=", 2)[1]);
    assertThat(app.csrfTokens.isOf(first, visitor)).isTrue();
    assertThat(app.csrfTokens.isOf(second, visitor)).isTrue();
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  @Tag("X6")
  void visitor_isKnownByACookieOfTheHostAlone_whateverIsShared() {
    TestApplication shared =
        new TestApplication(
            Map.of(
                "cloakroom.csrf", "token",
                "cloakroom.cookie.domain", "shop.test",
                "cloakroom.cookie.path", "/app"));
    shared.csrfHandout.of(FakeRequest.get("/login.html"), response);

    assertThat(response.cookies())
        .singleElement()
        .asString()
        .startsWith("__Host-sid-csrf=")
        .contains("; Path=/; ")
        .doesNotContain("Domain");
  }

  @Test
  void visitor_whoIsKnown_keepsTheCookie() {
    FakeRequest request = FakeRequest.get("/login.html").cookie("__Host-sid-csrf=" + VISITOR);
    String token = app.csrfHandout.of(request, response);

    assertThat(app.csrfTokens.isOf(token, CsrfHolder.visitor(VISITOR))).isTrue();
    assertThat(response.cookies()).isEmpty();
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void visitor_whomNoCookieCanReach_isGivenNone() throws IOException {
    response.flushBuffer();

    assertThatThrownBy(() -> app.csrfHandout.of(FakeRequest.get("/login.html"), response))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before anything is written");
  }

  @Test
  void caller_isGivenTheTokenOfTheLogin_withoutACookie() throws IOException {
    OpenedSession login = app.browserLogin("alice");
    FakeRequest request = by(login, FakeRequest.get("/page"));
    CsrfHolder holder = CsrfHolder.login(login.session().id());

    assertThat(app.csrfTokens.isOf(app.csrfHandout.of(request, response), holder)).isTrue();
    assertThat(response.cookies()).isEmpty();
    response.flushBuffer();
    assertThat(app.csrfTokens.isOf(app.csrfHandout.of(request, response), holder)).isTrue();
  }

  @Test
  void scripts_areToldOnce_byACookieTheyCanRead() {
    scripts.csrfHandout.tellScripts(FakeRequest.get("/index.html"), response);

    assertThat(response.cookies()).hasSize(2);
    String visitor = pair(response.cookies().get(0));
    String told = response.cookies().get(1);
    assertThat(told).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly");
    assertThat(told.split("; ", -1)).contains("Path=/", "Secure", "SameSite=Lax");
    FakeResponse again = new FakeResponse();
    scripts.csrfHandout.tellScripts(
        FakeRequest.get("/index.html").cookie(visitor + "; " + pair(told)), again);
    assertThat(again.cookies()).isEmpty();
    assertThat(again.getHeader("Cache-Control")).isNull();
  }

  @Test
  void scripts_areToldAnew_onceSomebodyIsLoggedIn() {
    OpenedSession login = scripts.browserLogin("alice");
    String visitors = scripts.csrfTokens.of(CsrfHolder.visitor(VISITOR));
    FakeRequest request =
        by(login, FakeRequest.post("/login"))
            .cookie("__Host-sid-csrf=" + VISITOR + "; XSRF-TOKEN=" + visitors);

    scripts.csrfHandout.tellScripts(request, response);

    assertThat(response.cookies()).singleElement().asString().startsWith("XSRF-TOKEN=");
    String token = pair(response.cookies().get(0)).split("=", 2)[1];
    assertThat(scripts.csrfTokens.isOf(token, CsrfHolder.login(login.session().id()))).isTrue();
  }

  @Test
  void scripts_areNotTold_unlessThatIsWanted() throws IOException {
    app.csrfHandout.tellScripts(FakeRequest.get("/index.html"), response);
    FakeRequest bearer = FakeRequest.get("/index.html");
    new RequestLogin.ByToken(scripts.browserLogin("alice").session(), null)
        .establish(bearer, response);
    scripts.csrfHandout.tellScripts(bearer, response);
    response.flushBuffer();
    scripts.csrfHandout.tellScripts(FakeRequest.get("/index.html"), response);

    assertThat(response.cookies()).isEmpty();
  }
}
