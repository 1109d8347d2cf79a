package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.LoginSession;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.FactorChanged.Change;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.event.RecoveryCodeUsed;
import dev.cloakroom.session.ForeignLogin;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.TokenRevocations;
import dev.cloakroom.testing.TestApplication;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a caller's logins when a factor of theirs changes. */
class FactorChangesTest {
  private static final FactorChanged CHANGED =
      new FactorChanged("alice", "otp", Change.ADDED, Instant.EPOCH);

  private final TestApplication app = new TestApplication();
  private final OpenedSession here = app.browserLogin("alice");
  private final OpenedSession there = app.browserLogin("alice");
  private final OpenedSession bob = app.browserLogin("bob");

  private FactorChanges by(LoginSession current) {
    return new FactorChanges(current, app.ender, app.sessions);
  }

  private boolean isLive(OpenedSession opened) {
    return app.resolver.byTicket(opened.ticket()) instanceof StoredLoginSession;
  }

  @Test
  @Tag("S9")
  void changed_byTheCaller_endsTheirOtherSessions_beforeItIsTold() {
    by(here.session()).changed(CHANGED);

    assertThat(isLive(here)).isTrue();
    assertThat(isLive(there)).isFalse();
    assertThat(isLive(bob)).isTrue();
    assertThat(app.events.get(app.events.size() - 1)).isEqualTo(CHANGED);
    assertThat(app.eventsOf(LoginSessionEnded.class)).hasSize(1);
  }

  @Test
  @Tag("S9")
  void changed_bySomebodyElse_endsAllOfTheCallersSessions() {
    by(bob.session()).changed(CHANGED);

    assertThat(isLive(here)).isFalse();
    assertThat(isLive(there)).isFalse();
    assertThat(isLive(bob)).isTrue();
  }

  /** What stays is a login of the caller's own: an administrator's token spares none of theirs. */
  @Test
  @Tag("S9")
  void changed_bySomebodyElsesToken_endsAllOfTheCallersTokensToo() {
    TokenRevocations revocations = new TokenRevocations(app.sessions);
    SessionEnder ender = new SessionEnder(app.sessions, revocations);
    ForeignLoginSession alices = foreign(revocations, "alice");
    ForeignLoginSession admins = foreign(revocations, "admin");

    new FactorChanges(alices, ender, app.sessions).changed(CHANGED);
    assertThat(alices.isOver()).isFalse();
    new FactorChanges(admins, ender, app.sessions).changed(CHANGED);
    assertThat(alices.isOver()).isTrue();
    assertThat(admins.isOver()).isFalse();
  }

  private ForeignLoginSession foreign(TokenRevocations revocations, String caller) {
    Instant now = app.clock.instant();
    Instant end = now.plusSeconds(300);
    ForeignLogin login =
        new ForeignLogin(
            "mp-jwt:" + caller,
            new ForeignLogin.Credential(
                "https://partner.test", caller, now, end, new ForeignLogin.Taken(end, end)),
            caller,
            Set.of(),
            Set.of(),
            null);
    return new ForeignLoginSession(login, app.sessions, revocations);
  }

  @Test
  @Tag("S9")
  void changed_whereNobodyIsLoggedIn_endsAllOfTheCallersSessions() {
    by(AnonymousSession.INSTANCE).changed(CHANGED);

    assertThat(isLive(here)).isFalse();
    assertThat(isLive(there)).isFalse();
  }

  @Test
  void changed_whileTheStoreFails_isToldAllTheSame_andTheFailureToo() {
    app.store.breakDown();

    assertThatThrownBy(() -> by(here.session()).changed(CHANGED))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(app.events).contains(CHANGED);
  }

  @Test
  void used_isTold_andEndsNothing() {
    RecoveryCodeUsed used = new RecoveryCodeUsed("alice", 9, Instant.EPOCH);
    by(here.session()).used(used);

    assertThat(app.events).contains(used);
    assertThat(isLive(there)).isTrue();
  }
}
