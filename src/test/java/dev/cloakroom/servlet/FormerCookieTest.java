package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.Device;
import dev.cloakroom.servlet.RequestCredential.ShownTicket;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Browsers that were given the cookie before {@code cloakroom.cookie.prefix=http}. */
@Tag("C1")
class FormerCookieTest {
  private static final Map<String, String> HTTP = Map.of("cloakroom.cookie.prefix", "http");

  private final TestApplication app = new TestApplication(HTTP);
  private final FakeResponse response = new FakeResponse();
  private final OpenedSession alice = app.browserLogin("alice");
  private final OpenedSession bob = app.browserLogin("bob");

  private static String now(OpenedSession opened) {
    return "__Host-Http-sid=" + opened.ticket().text();
  }

  private static String before(OpenedSession opened) {
    return "__Host-sid=" + opened.ticket().text();
  }

  private static FakeRequest page(String... cookies) {
    return FakeRequest.get("/page").cookie(String.join("; ", cookies));
  }

  private RequestCredential shown(FakeRequest request) {
    return app.credentials.in(request);
  }

  @Test
  void ticket_byTheFormerName_isAsGood() {
    assertThat(shown(page(before(alice)))).isEqualTo(new ShownTicket(alice.ticket()));
    assertThat(shown(page(now(alice)))).isEqualTo(new ShownTicket(alice.ticket()));
  }

  @Test
  void ticket_byBothNames_isTheOneByTheNewName_inEitherOrder() {
    assertThat(shown(page(before(bob), now(alice)))).isEqualTo(new ShownTicket(alice.ticket()));
    assertThat(shown(page(now(alice), before(bob)))).isEqualTo(new ShownTicket(alice.ticket()));
    assertThat(shown(page(now(alice), "__Host-sid=x"))).isEqualTo(new ShownTicket(alice.ticket()));
    assertThat(shown(page("__Host-Http-sid=x", before(alice))))
        .isInstanceOf(RequestCredential.Unusable.class);
  }

  @Test
  void ticket_byTheNewName_whereThatIsNotSet_isNone() {
    TestApplication host = new TestApplication();
    OpenedSession opened = host.browserLogin("alice");

    assertThat(host.credentials.in(page(now(opened)))).isEqualTo(RequestCredential.NONE);
  }

  @Test
  void ticket_byTheFormerName_overPlainHttp_isNone() {
    TestApplication auto =
        new TestApplication(
            Map.of("cloakroom.cookie.prefix", "http", "cloakroom.cookie.secure", "auto"));
    OpenedSession opened = auto.browserLogin("alice");

    assertThat(auto.credentials.in(page(before(opened)).plain())).isEqualTo(RequestCredential.NONE);
    assertThat(auto.credentials.in(page(before(opened)))).isInstanceOf(ShownTicket.class);
  }

  @Test
  @Tag("C6")
  void write_hasTheFormerForgotten_whereItCame() {
    app.cookie.write(page(before(alice)), response, alice.session(), alice.ticket());

    assertThat(response.cookies())
        .satisfiesExactly(
            cookie -> assertThat(cookie).startsWith(now(alice) + ";").contains("HttpOnly"),
            cookie -> assertThat(cookie).startsWith("__Host-sid=;").contains("Max-Age=0"));
  }

  @Test
  void write_whereItDidNotCome_isOneCookie() {
    app.cookie.write(page(now(alice)), response, alice.session(), alice.ticket());

    assertThat(response.cookies()).singleElement().asString().startsWith(now(alice));
  }

  @Test
  @Tag("S7")
  void logout_endsAndClearsWhatBothShow() {
    app.logout.run(page(before(bob), now(alice)), response);

    assertThat(response.cookies())
        .satisfiesExactly(
            cookie -> assertThat(cookie).startsWith("__Host-Http-sid=;"),
            cookie -> assertThat(cookie).startsWith("__Host-sid=;"));
    assertThat(app.resolver.byTicket(alice.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(app.resolver.byTicket(bob.ticket())).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  void names_areBothKeptFromTheApplication() {
    assertThat(app.policy.isOurs("__Host-Http-sid")).isTrue();
    assertThat(app.policy.isOurs("__Host-sid")).isTrue();
    assertThat(app.policy.isOurs("__Host-sid-device")).isTrue();
    assertThat(new TestApplication().policy.isOurs("__Host-Http-sid")).isFalse();
  }

  @Test
  void device_byTheFormerName_isKnown_andMovedByTheNextLogin() {
    TestApplication devices =
        new TestApplication(
            Map.of("cloakroom.cookie.prefix", "http", "cloakroom.device.lifetime", "P30D"));
    devices.device.remember(page(), response, Set.of("alice"));
    String written = response.cookies().get(0);
    String former =
        written.substring(0, written.indexOf(';')).replace("__Host-Http-sid", "__Host-sid");
    FakeResponse later = new FakeResponse();

    assertThat(devices.device.of(page(former), "alice")).isEqualTo(Device.KNOWN);
    devices.device.remember(page(former), later, Set.of("alice"));

    assertThat(later.cookies())
        .satisfiesExactly(
            cookie -> assertThat(cookie).startsWith("__Host-Http-sid-device="),
            cookie -> assertThat(cookie).startsWith("__Host-sid-device=;"));
  }
}
