package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.servlet.ResponseCookies;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser that has two cookies of the name, since their path or domain was changed once. */
class TwoCookiesTest {
  private static final String CREDENTIALS =
      "{\"username\":\"alice\",\"password\":\"%s\"}".formatted(Endpoints.PASSWORD);

  private final Endpoints endpoints =
      new Endpoints(
          Map.of("cloakroom.cookie.path", "/app", "cloakroom.cookie.domain", "www.shop.test"));

  private static FakeRequest from(FakeRequest request, OpenedSession... sessions) {
    for (OpenedSession each : sessions) {
      request.cookie("__Secure-sid=" + each.ticket().text());
    }
    return request;
  }

  private static FakeRequest login(OpenedSession... sessions) {
    return from(FakeRequest.post("/login").body("application/json", CREDENTIALS), sessions);
  }

  private static List<String> expired(FakeResponse response) {
    return response.cookies().stream().filter(header -> header.contains("Max-Age=0")).toList();
  }

  @Test
  @Tag("S3")
  void login_endsBothSessions_andHasTheBrowserForgetAllButTheNewCookie() {
    OpenedSession first = endpoints.app.browserLogin("alice");
    OpenedSession second = endpoints.app.browserLogin("bob");

    FakeResponse response = send(endpoints.login, login(first, second));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(endpoints.app.resolver.byTicket(first.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(endpoints.app.resolver.byTicket(second.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(expired(response))
        .allMatch(header -> header.startsWith("__Secure-sid=; ") && header.contains("; Secure"))
        .anyMatch(header -> header.contains("Path=/;") && !header.contains("Domain="))
        .anyMatch(header -> header.contains("Path=/;") && header.contains("Domain=www.shop.test"))
        .anyMatch(header -> header.contains("Path=/app;") && !header.contains("Domain="))
        .noneMatch(
            header -> header.contains("Path=/app;") && header.contains("Domain=www.shop.test"));
  }

  /** As the application's filter keeps them. */
  @Test
  void login_thatGoesThroughTheFilter_losesNone() {
    List<String> all =
        send(
                endpoints.login,
                login(endpoints.app.browserLogin("alice"), endpoints.app.browserLogin("bob")))
            .cookies();

    List<String> kept = List.of();
    for (String header : all) {
      kept = ResponseCookies.with(header, kept);
    }
    assertThat(kept).isEqualTo(all);
  }

  /** For a client that knows cookies by their name alone. */
  @Test
  void login_givesTheNewCookieLast() {
    FakeResponse response =
        send(
            endpoints.login,
            login(endpoints.app.browserLogin("alice"), endpoints.app.browserLogin("bob")));

    assertThat(response.cookies()).hasSize(expired(response).size() + 1);
    assertThat(response.cookies().get(response.cookies().size() - 1))
        .contains("Path=/app", "Domain=www.shop.test")
        .doesNotContain("Max-Age=0");
  }

  @Test
  @Tag("S7")
  void logout_hasTheBrowserForgetBoth() {
    OpenedSession first = endpoints.app.browserLogin("alice");
    OpenedSession second = endpoints.app.browserLogin("bob");

    FakeResponse response =
        send(endpoints.logout, from(FakeRequest.post("/logout"), first, second));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(expired(response)).hasSameSizeAs(response.cookies()).hasSizeGreaterThan(2);
  }

  @Test
  @Tag("C6")
  void login_withOneCookie_setsOne() {
    assertThat(send(endpoints.login, login(endpoints.app.browserLogin("alice"))).cookies())
        .hasSize(1);
  }

  /** No browser has two: the prefix allows of one scope alone. */
  @Test
  @Tag("C6")
  void login_withTwoHostCookies_setsOne() {
    Endpoints host = new Endpoints(Map.of("cloakroom.cookie.former-paths", "/old"));
    FakeRequest request = FakeRequest.post("/login").body("application/json", CREDENTIALS);

    assertThat(send(host.login, request.cookie("__Host-sid=a; __Host-sid=b")).cookies()).hasSize(1);
  }

  /** It is not sent to the login, so that it could be seen there. */
  @Test
  void login_whereTheCookieHadAnotherPath_hasTheBrowserForgetThatOne() {
    Endpoints moved =
        new Endpoints(
            Map.of("cloakroom.cookie.path", "/app", "cloakroom.cookie.former-paths", "/old, /app"));

    FakeResponse response = send(moved.login, login());

    assertThat(expired(response)).singleElement().asString().contains("Path=/old;");
    assertThat(response.cookies()).hasSize(2);
  }
}
