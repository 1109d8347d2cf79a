package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.servlet.RequestIdentity;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.ShownLogins;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.OtherIssuer;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A token of another issuer in a cookie, as {@code mp.jwt.token.header=Cookie} has it. */
class TokenCookieTest {
  private final OtherIssuer issuer = new OtherIssuer("partner");
  private final TestApplication app = new TestApplication(issuer.mpJwtSettings("jwt"));
  private final AccessTokens tokens = OtherIssuer.takenBy(app);
  private final RequestCredentials credentials = new RequestCredentials(app.cookie, "jwt");
  private final RequestIdentification identification =
      new RequestIdentification(credentials, app.resolver, tokens, app.crossOrigin);
  private final Logout logout =
      new Logout(
          app.ender,
          app.cookie,
          new ShownLogins(
              credentials,
              app.crossOrigin,
              app.resolver,
              new ShownLogins.Tokens(
                  tokens::sessionIdAtAnyTime, tokens::foreignLogin, tokens::foreignLoginInCookie)));

  private final String token = issuer.token("alice", app.clock.instant());

  private static FakeRequest page() {
    return FakeRequest.get("/page");
  }

  private FakeRequest shown() {
    return page().cookie("jwt=" + token);
  }

  private RequestIdentity identity(FakeRequest request) {
    return identification.of(request);
  }

  private static RequestIdentity nobody(Refusal refusal) {
    return new RequestIdentity.Anonymous(refusal);
  }

  @Test
  void cookie_logsItsCallerIn_byTheBareName() {
    assertThat(identity(shown()))
        .isInstanceOfSatisfying(
            RequestLogin.ByTokenCookie.class,
            login -> {
              assertThat(login.session().callerName()).isEqualTo("alice");
              assertThat(login.token().raw().text()).isEqualTo(token);
            });
  }

  @Test
  void anotherCookie_andTheHeader_doNot() {
    assertThat(identity(page().cookie("Bearer=" + token))).isEqualTo(RequestIdentity.NOTHING_SHOWN);
    assertThat(identity(page().bearer(token)))
        .isEqualTo(nobody(Refusal.bearer(Reason.INVALID_TOKEN)));
  }

  /** Any page can have a browser send a cookie. */
  @Test
  @Tag("S13")
  void cookie_thatAPageOfAnotherOriginHasSent_isNobodys() {
    FakeRequest foreign =
        FakeRequest.post("/page")
            .cookie("jwt=" + token)
            .header("Origin", "https://evil.test")
            .header("Sec-Fetch-Site", "cross-site");

    assertThat(identity(foreign)).isEqualTo(nobody(Refusal.cookie(Reason.CROSS_ORIGIN_REFUSED)));
  }

  @Test
  void cookieOfOurOwn_winsOverIt() {
    OpenedSession opened = app.browserLogin("bob");

    assertThat(identity(page().cookie(cookieOf(opened) + "; jwt=" + token)))
        .isInstanceOf(RequestLogin.ByTicket.class);
  }

  /** Whoever has the token alone is logged in by it, and so is who has a remnant beside it. */
  @Test
  void cookieOfOurOwn_thatIsOfNoLoginAnyMore_doesNotHideIt() {
    OpenedSession opened = app.browserLogin("bob");
    FakeRequest both = page().cookie(cookieOf(opened) + "; jwt=" + token);
    app.ender.end(opened.session().id(), EndReason.LOGGED_OUT);

    assertThat(identity(both)).isInstanceOf(RequestLogin.ByTokenCookie.class);
    assertThat(identity(page().cookie(cookieOf(opened) + "; jwt=" + token + "x")))
        .isEqualTo(nobody(Refusal.cookie(Reason.SESSION_ENDED)));
    assertThat(identity(page().cookie(cookieOf(opened))))
        .isEqualTo(nobody(Refusal.cookie(Reason.SESSION_ENDED)));
  }

  /** Its login lives, or ends by that. */
  @Test
  @Tag("S15")
  void cookieOfOurOwn_thatWasReplaced_wins() {
    OpenedSession opened = app.browserLogin("bob");
    app.replacementOf(opened);
    String fresh = issuer.token("alice", app.clock.instant());

    assertThat(identity(page().cookie(cookieOf(opened) + "; jwt=" + fresh)))
        .isNotInstanceOf(RequestLogin.ByTokenCookie.class);
  }

  @Test
  @Tag("X1")
  void loginOfWhoHasOne_passesByTheCsrfTokenOfThat() {
    TestApplication asking = new TestApplication(Map.of("cloakroom.csrf", "token"));
    RequestLogin login = (RequestLogin) identity(shown());
    String csrf = asking.csrfHandout.of(login);
    String another = asking.csrfTokens.of(CsrfHolder.login("partner:another"));

    assertThat(asking.csrf.loginRefusal(posted(login).header("X-CSRF-Token", csrf))).isNull();
    assertThat(asking.csrf.loginRefusal(posted(login).header("X-CSRF-Token", another)))
        .isEqualTo(Reason.CSRF_TOKEN_INVALID);
    assertThat(asking.csrf.loginRefusal(posted(login))).isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  private static FakeRequest posted(RequestLogin login) {
    FakeRequest request = FakeRequest.post("/login").header("Sec-Fetch-Site", "same-origin");
    login.establish(request, new FakeResponse());
    return request;
  }

  @Test
  void ourOwnTokens_comeInTheHeaderAsBefore_andInNoCookie() {
    String own = tokens.issue(app.browserLogin("bob").session()).text();

    assertThat(identity(page().bearer(own))).isInstanceOf(RequestLogin.ByToken.class);
    assertThat(identity(page().cookie("jwt=" + own)))
        .isEqualTo(nobody(Refusal.cookie(Reason.INVALID_TOKEN)));
  }

  @Test
  void cookie_thatIsNoToken_orTwo_isRefused() {
    assertThat(identity(page().cookie("jwt=%00")))
        .isEqualTo(nobody(Refusal.cookie(Reason.INVALID_TOKEN)));
    assertThat(identity(page().cookie("jwt=" + token + "x")))
        .isEqualTo(nobody(Refusal.cookie(Reason.INVALID_TOKEN)));
    assertThat(identity(page().cookie("jwt=" + token + "; jwt=other")))
        .isEqualTo(nobody(Refusal.cookie(Reason.AMBIGUOUS_CREDENTIALS)));
  }

  @Test
  @Tag("J21")
  void logout_endsIt() {
    logout.run(shown(), new FakeResponse());

    assertThat(identity(shown())).isEqualTo(nobody(Refusal.cookie(Reason.SESSION_ENDED)));
  }
}
