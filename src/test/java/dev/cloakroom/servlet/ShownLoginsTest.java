package dev.cloakroom.servlet;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.servlet.ShownLogins.Unread;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.RawToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much of what a request shows is looked at: anybody may send a logout. */
@Tag("J5")
class ShownLoginsTest {
  private final TestApplication app = new TestApplication();
  private final List<String> own = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final List<String> inCookie = new ArrayList<>();
  private final FakeRequest request = FakeRequest.post("/logout");
  private final ShownLogins shown =
      new ShownLogins(
          new RequestCredentials(app.cookie, "jwt"),
          app.crossOrigin,
          app.resolver,
          new ShownLogins.Tokens(
              token -> {
                own.add(token.text());
                return Optional.of(token.text());
              },
              token -> unknown(foreign, token),
              token -> unknown(inCookie, token)));

  private static ForeignLookup unknown(List<String> asked, RawToken token) {
    asked.add(token.text());
    return ForeignLookup.None.UNKNOWN;
  }

  @Test
  void tokensInHeaders_areLookedAtUpToTheFourth() {
    for (int i = 1; i <= 50; i++) {
      request.bearer("token" + i);
    }
    ShownLogins.Shown all = shown.in(request);

    assertThat(all.sessionIds()).containsExactlyInAnyOrder("token1", "token2", "token3", "token4");
    assertThat(all.unread()).containsExactly(Unread.REPEATED_AUTHORIZATION);
    assertThat(own).hasSize(4);
    assertThat(foreign).hasSize(4);
  }

  @Test
  void tokensInCookies_areLookedAtUpToTheFourth_andTheOthersAreSaidToBeUnread() {
    for (int i = 1; i <= 4; i++) {
      request.cookie("jwt=token" + i);
    }
    assertThat(shown.in(request).unread()).isEmpty();
    assertThat(inCookie).containsExactly("token1", "token2", "token3", "token4");

    request.cookie("jwt=token5; jwt=token6");
    assertThat(shown.in(request).unread()).containsExactly(Unread.COOKIE);
    assertThat(inCookie).hasSize(8).doesNotContain("token5");
  }

  /** Each may cost a query. */
  @Test
  @Tag("S7")
  void tickets_areLookedAtUpToTheTenth_andTheOthersAreSaidToBeUnread() {
    List<OpenedSession> opened = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      opened.add(app.browserLogin("alice"));
    }
    opened.subList(0, 10).forEach(one -> request.cookie(cookieOf(one)));
    assertThat(shown.in(request).sessionIds()).hasSize(10);
    assertThat(shown.in(request).unread()).isEmpty();

    request.cookie(cookieOf(opened.get(10)));
    assertThat(shown.in(request).sessionIds()).hasSize(10);
    assertThat(shown.in(request).unread()).containsExactly(Unread.COOKIE);
  }

  /** The eleventh may be of a login that lives. */
  @Test
  @Tag("S7")
  void logout_byMoreTicketsThanAreLookedAt_endsThoseAndClearsNoCookie() {
    OpenedSession first = app.browserLogin("alice");
    FakeResponse response = new FakeResponse();
    request.cookie(cookieOf(first));
    for (int i = 0; i < 10; i++) {
      request.cookie(cookieOf(app.browserLogin("alice")));
    }
    app.logout.run(request, response);

    assertThat(app.resolver.byTicket(first.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(response.cookies()).isEmpty();
  }
}
