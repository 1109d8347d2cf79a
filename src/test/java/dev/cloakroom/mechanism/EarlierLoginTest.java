package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EarlierLoginTest {
  private final TestApplication app = new TestApplication();
  private final OpenedSession bob = app.browserLogin("bob");
  private final FakeRequest request = FakeRequest.post("/login").cookie(cookieOf(bob));
  private final EarlierLogin earlier = new EarlierLogin(app.credentials, app.resolver, app.ender);

  private void assertEnded(Ticket ticket) {
    assertThat(app.resolver.byTicket(ticket)).isEqualTo(SessionRefusal.ENDED);
    assertThat(app.eventsOf(LoginSessionEnded.class))
        .extracting(LoginSessionEnded::why)
        .containsExactly(EndReason.REPLACED_BY_LOGIN);
  }

  @Test
  @Tag("S3")
  void end_liveSession_isOver() {
    earlier.end(earlier.of(request), request);

    assertEnded(bob.ticket());
  }

  /** Somebody else may hold its successor. */
  @Test
  @Tag("S3")
  void end_sessionOfATicketThatWasReplaced_isOver() {
    Ticket successor = app.replacementOf(bob);

    assertThat(earlier.of(request)).isEmpty();
    earlier.end(earlier.of(request), request);

    assertEnded(successor);
  }
}
