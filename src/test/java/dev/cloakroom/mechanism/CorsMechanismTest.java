package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mechanism comes to each request before any filter does. */
class CorsMechanismTest {
  private static final String APP = "https://app.test";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private final TestApplication app =
      new TestApplication(Map.of("cloakroom.cors.allowed-origins", APP));
  private final MechanismFixture fixture = new MechanismFixture(app);

  private static FakeRequest preflight() {
    return FakeRequest.of("OPTIONS", "/page")
        .header("Origin", APP)
        .header("Access-Control-Request-Method", "PUT");
  }

  @Test
  @Tag("X11")
  void preflight_guarded_isAnsweredWithoutAskingAnybody() {
    String cookie = cookieOf(app.browserLogin("alice"));
    app.store.breakDown();
    FakeMessageContext context = new FakeMessageContext(preflight().cookie(cookie)).guarded();

    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    assertThat(context.response().getStatus()).isEqualTo(204);
    assertThat(context.response().getHeader(ALLOW_ORIGIN)).isEqualTo(APP);
    assertThat(context.response().cookies()).isEmpty();
    assertThat(context.caller()).isNull();
  }

  @Test
  @Tag("X11")
  void preflight_guarded_withAnExpiredCookie_isAnsweredAsWell() {
    String cookie = cookieOf(app.browserLogin("alice"));
    app.clock.advance(Duration.ofDays(1));
    FakeMessageContext context = new FakeMessageContext(preflight().cookie(cookie)).guarded();

    fixture.validate(context);

    assertThat(context.response().getStatus()).isEqualTo(204);
  }

  @Test
  @Tag("X11")
  void preflight_open_isLeftToTheFilter() {
    FakeMessageContext context = new FakeMessageContext(preflight().cookie("__Host-sid=nonsense"));

    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(context.response().getHeaderNames()).isEmpty();
  }

  @Test
  void preflight_whereCorsIsTheApplications_isARequestAsAnyOther() {
    FakeMessageContext context = new FakeMessageContext(preflight()).guarded();

    assertThat(new MechanismFixture(new TestApplication()).validate(context))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().getStatus()).isEqualTo(401);
    assertThat(context.response().containsHeader("Vary")).isFalse();
  }

  @Test
  @Tag("X9")
  @Tag("X10")
  void challenge_canBeReadByTheAllowedPage() {
    FakeMessageContext context =
        new FakeMessageContext(FakeRequest.get("/page").header("Origin", APP)).guarded();

    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().getStatus()).isEqualTo(401);
    assertThat(context.response().getHeader(ALLOW_ORIGIN)).isEqualTo(APP);
    assertThat(context.response().getHeaders("Vary")).containsExactly("Origin");
  }

  @Test
  @Tag("X10")
  void challenge_cannotBeReadByAnother_andSaysThatItDepends() {
    FakeMessageContext context =
        new FakeMessageContext(FakeRequest.get("/page").header("Origin", "https://evil.test"))
            .guarded();

    fixture.validate(context);

    assertThat(context.response().containsHeader(ALLOW_ORIGIN)).isFalse();
    assertThat(context.response().getHeaders("Vary")).containsExactly("Origin");
  }

  /** A page that may read with credentials may write with them, too. */
  @Test
  @Tag("X5")
  void unsafeRequest_ofTheAllowedPage_isOfItsCaller() {
    String cookie = cookieOf(app.browserLogin("alice"));

    assertThat(fixture.validate(post(cookie, APP))).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(fixture.validate(post(cookie, "https://evil.test")))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
  }

  @Test
  @Tag("X5")
  void unsafeRequest_ofAPageThatMayNotHaveCredentials_isOfNobody() {
    TestApplication open =
        new TestApplication(
            Map.of(
                "cloakroom.cors.allowed-origins", "*",
                "cloakroom.cors.allow-credentials", "false"));
    String cookie = cookieOf(open.browserLogin("alice"));

    assertThat(new MechanismFixture(open).validate(post(cookie, APP)))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
  }

  private static FakeMessageContext post(String cookie, String origin) {
    FakeRequest request =
        FakeRequest.post("/page")
            .cookie(cookie)
            .header("Origin", origin)
            .header("Sec-Fetch-Site", "cross-site");
    return new FakeMessageContext(request).guarded();
  }
}
