package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.identitystore.JwtSpelling;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.servlet.RequestIdentity;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.SessionCookie;
import dev.cloakroom.servlet.TicketRenewal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.session.TicketRotation;
import dev.cloakroom.session.TicketSpelling;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.CookieTokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cookies with a JWT, where the store that has the keys cannot be asked. */
@Tag("G7")
class UnreadableKeysTest {
  private static final KeyRing RING = KeyLoader.generate();

  private static final KeySource UNREADABLE =
      new KeySource() {
        @Override
        public KeyRing now() {
          return RING;
        }

        @Override
        public KeyRing complete() {
          throw new StoreUnavailableException("No key is known.");
        }

        @Override
        public boolean renew() {
          throw new StoreUnavailableException("No other key is known.");
        }
      };

  private final TestApplication app = new TestApplication();
  private final OpenedSession opened = app.browserLogin("alice");
  private final JwtSpelling spelling = spelling(UNREADABLE);
  private final SessionCookie cookie = cookie(spelling);

  private JwtSpelling spelling(KeySource keys) {
    return new JwtSpelling(
        new CookieTokens(keys, app.clock, 1 << 20), "shop", Duration.ofMinutes(1), app.clock);
  }

  private SessionCookie cookie(TicketSpelling by) {
    return new SessionCookie(app.policy, by, app.clock);
  }

  private RequestIdentity identity(SessionCookie by, String value) {
    RequestIdentification identification =
        new RequestIdentification(
            new RequestCredentials(by), app.resolver, app.accessTokens, app.crossOrigin);
    return identification.of(FakeRequest.get("/page").cookie("__Host-sid=" + value));
  }

  private String ofAnotherKey() {
    return spelling(app.keys).spell(opened.session(), opened.ticket(), 4_000);
  }

  @Test
  void cookieOfAKeyThatIsNotKnown_isItsTicket_whichTheStoreProves() {
    String value = ofAnotherKey();

    assertThat(identity(cookie, value))
        .isInstanceOfSatisfying(
            RequestLogin.ByTicket.class,
            login -> assertThat(login.session().callerName()).isEqualTo("alice"));
    app.store.breakDown();
    assertThat(identity(cookie, value))
        .isEqualTo(new RequestIdentity.Anonymous(Refusal.cookie(Reason.UNAVAILABLE)));
  }

  @Test
  void cookieWithAForgedTicket_isNobodys() {
    String forged = ofAnotherKey().replaceFirst("\\..*", ".") + "e30.AAAA";

    assertThat(identity(cookie, forged))
        .isEqualTo(new RequestIdentity.Anonymous(Refusal.cookie(Reason.INVALID_TOKEN)));
  }

  @Test
  void spell_noKeyIsKnown_isTheBareTicket() {
    assertThat(spelling.spell(opened.session(), opened.ticket(), 4_000))
        .isEqualTo(opened.ticket().text());
  }

  @Test
  void ifDue_theCookieIsOutdatedAndNoKeyIsKnown_goesOnWithTheLogin() {
    RequestLogin login = new RequestLogin.ByTicket(opened.session(), opened.ticket());
    TicketRenewal renewal = new TicketRenewal(new TicketRotation(app.sessions), cookie);
    app.clock.advance(Duration.ofMinutes(2));

    assertThat(renewal.ifDue(login, FakeRequest.get("/page"), new FakeResponse())).isEqualTo(login);
  }

  /** Whatever fails while the credential is read: public pages are served. */
  @Test
  void spellingThatCannotBeRead_isNobodys_andUnavailable() {
    TicketSpelling failing =
        new TicketSpelling() {
          @Override
          public String spell(StoredLoginSession session, Ticket ticket, int room) {
            return ticket.text();
          }

          @Override
          public @Nullable Ticket read(String text) {
            throw new StoreUnavailableException("cut");
          }
        };

    assertThat(identity(cookie(failing), opened.ticket().text()))
        .isEqualTo(new RequestIdentity.Anonymous(Refusal.cookie(Reason.UNAVAILABLE)));
  }
}
