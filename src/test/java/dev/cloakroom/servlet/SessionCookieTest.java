package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.TestApplication;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
  private static final int MANY = 500;

  private final FakeResponse response = new FakeResponse();

  private static List<String> parts(String setCookie) {
    return Arrays.asList(setCookie.split("; ", -1));
  }

  private List<String> written(TestApplication app, FakeRequest request, OpenedSession opened) {
    app.cookie.write(request, response, opened.session(), opened.ticket());
    assertThat(response.cookies()).hasSize(1);
    return parts(response.cookies().get(0));
  }

  @Test
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  @Tag("S17")
  void write_bySettingsUntouched_isAHostCookieOfTheBrowsersSession() {
    TestApplication app = new TestApplication();
    OpenedSession opened = app.browserLogin("alice");

    assertThat(written(app, FakeRequest.get("/page"), opened))
        .containsExactlyInAnyOrder(
            "__Host-sid=" + opened.ticket().text(), "Path=/", "Secure", "HttpOnly", "SameSite=Lax");
  }

  @Test
  @Tag("C1")
  void write_overPlainHttp_staysSecureUnlessSettingsSayAuto() {
    TestApplication always = new TestApplication();
    TestApplication auto = new TestApplication(Map.of("cloakroom.cookie.secure", "auto"));
    FakeRequest plain = FakeRequest.get("/page").plain();

    assertThat(written(always, plain, always.browserLogin("alice")))
        .contains("Secure")
        .anyMatch(part -> part.startsWith("__Host-sid="));
    FakeResponse other = new FakeResponse();
    OpenedSession opened = auto.browserLogin("alice");
    auto.cookie.write(FakeRequest.get("/page").plain(), other, opened.session(), opened.ticket());
    assertThat(parts(other.cookies().get(0)))
        .doesNotContain("Secure")
        .contains("sid=" + opened.ticket().text(), "HttpOnly", "SameSite=Lax");
  }

  @Test
  void write_moreGroupsThanACookieHolds_isTheTicketAlone_whichIsSaidOnce() {
    TestApplication app = new TestApplication(Map.of("cloakroom.session.credential", "signed"));
    OpenedSession small = app.browserLogin("alice");
    OpenedSession large =
        app.open(NewLogin.of("bob", groups(MANY), app.clock.instant()).provenBy(Set.of("pwd")));
    FakeRequest request = FakeRequest.get("/page");
    try (LogLines log = LogLines.of("dev.cloakroom.session")) {
      assertThat(written(app, request, small).get(0))
          .startsWith("__Host-sid=" + small.ticket().text() + ".");
      assertThat(log.lines()).isEmpty();
      for (int time = 0; time < 2; time++) {
        assertThat(written(app, request, large)).contains("__Host-sid=" + large.ticket().text());
      }

      assertThat(log.lines()).singleElement().asString().contains("does not fit into its cookie");
    }
  }

  private static Set<String> groups(int count) {
    return IntStream.range(0, count).mapToObj(i -> "group-" + i).collect(Collectors.toSet());
  }

  @Test
  void write_withADomain_hasTheWeakerPrefix() {
    TestApplication app =
        new TestApplication(
            Map.of("cloakroom.cookie.domain", "shop.test", "cloakroom.cookie.same-site", "Strict"));
    OpenedSession opened = app.browserLogin("alice");

    assertThat(written(app, FakeRequest.get("/page"), opened))
        .contains(
            "__Secure-sid=" + opened.ticket().text(),
            "Domain=shop.test",
            "Secure",
            "SameSite=Strict");
  }

  @Test
  @Tag("S17")
  void write_ofARememberedLogin_lastsAsLongAsTheLogin() {
    TestApplication app = new TestApplication();
    OpenedSession opened = app.open(app.loginNow("alice").remembered());

    assertThat(written(app, FakeRequest.get("/page"), opened))
        .contains("Max-Age=" + 90 * 24 * 3600, "Expires=Thu, 18 Feb 2027 12:00:00 GMT");
  }

  @Test
  @Tag("C6")
  void write_twice_setsTheCookieOnceAndLeavesOthersAlone() {
    TestApplication app = new TestApplication();
    response.addHeader("Set-Cookie", "theme=dark");
    OpenedSession first = app.browserLogin("alice");
    OpenedSession second = app.browserLogin("alice");

    app.cookie.write(FakeRequest.get("/page"), response, first.session(), first.ticket());
    app.cookie.write(FakeRequest.get("/page"), response, second.session(), second.ticket());

    assertThat(response.cookies())
        .hasSize(2)
        .contains("theme=dark")
        .anyMatch(cookie -> cookie.contains(second.ticket().text()));
  }

  @Test
  void clear_hasTheSameNamePathAndDomain() {
    TestApplication app = new TestApplication();

    app.cookie.clear(FakeRequest.get("/page"), response);

    assertThat(parts(response.cookies().get(0)))
        .contains("__Host-sid=", "Path=/", "Max-Age=0", "Secure");
  }
}
