package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.event.TicketRotated;
import dev.cloakroom.identitystore.BearerLookup;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.RawToken;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TicketRenewalTest {
  private final TestApplication app = new TestApplication();
  private final OpenedSession opened = app.browserLogin("alice");
  private final FakeRequest request = FakeRequest.post("/promote");
  private final FakeResponse response = new FakeResponse();

  private StoredLoginSession current() {
    return (StoredLoginSession) app.resolver.byTicket(opened.ticket());
  }

  private RequestLogin.ByTicket byTicket() {
    return new RequestLogin.ByTicket(current(), opened.ticket());
  }

  private RequestLogin.ByToken byToken() {
    RawToken raw = new RawToken(app.accessToken(opened.session()));
    return new RequestLogin.ByToken(
        current(), ((BearerLookup.Accepted) app.accessTokens.lookUp(raw)).token());
  }

  private static Ticket ticketOf(RequestLogin login) {
    return ((RequestLogin.ByTicket) login).ticket();
  }

  @Test
  void ifDue_ticketNotDue_staysAsItIs() {
    RequestLogin login = byTicket();

    assertThat(app.renewal.ifDue(login, request, response)).isSameAs(login);
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void ifDue_ticketDue_isReplacedOnceAndTheOldOneHonouredForAWhile() {
    current().rotate();

    RequestLogin renewed = app.renewal.ifDue(byTicket(), request, response);

    assertThat(ticketOf(renewed)).isNotEqualTo(opened.ticket());
    assertThat(response.cookies()).singleElement().asString().contains(ticketOf(renewed).text());
    assertThat(app.eventsOf(TicketRotated.class)).hasSize(1);
    RequestLogin again = app.renewal.ifDue(renewed, request, response);
    assertThat(again).isSameAs(renewed);
    assertThat(app.resolver.byTicket(ticketOf(renewed))).isInstanceOf(StoredLoginSession.class);
    app.clock.advance(Duration.ofSeconds(11));
    assertThat(app.resolver.byTicket(opened.ticket())).isNotInstanceOf(StoredLoginSession.class);
  }

  @Test
  void ifDue_tokenOfASessionWhoseTicketIsDue_leavesItDue() {
    current().rotate();
    RequestLogin login = byToken();

    assertThat(app.renewal.ifDue(login, request, response)).isSameAs(login);
    assertThat(response.cookies()).isEmpty();
    assertThat(current().isRotationDue()).isTrue();
  }

  @Test
  void ifDue_ticketThatAnotherRequestHasJustReplaced_goesOnWithoutACookie() {
    current().rotate();
    RequestLogin slow = byTicket();
    app.renewal.ifDue(byTicket(), request, new FakeResponse());

    assertThat(app.renewal.ifDue(slow, request, response)).isSameAs(slow);
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void now_byTicket_setsTheNewCookieAndGoesOnWithIt() {
    byTicket().establish(request, response);

    app.renewal.now(request);

    RequestLogin login = Objects.requireNonNull(RequestLogin.of(request));
    assertThat(ticketOf(login)).isNotEqualTo(opened.ticket());
    assertThat(response.cookies()).singleElement().asString().contains(ticketOf(login).text());
  }

  /** There is a server that sends the first of two cookies of one name. */
  @Test
  void now_ticketOfThisRequest_isNewEnough() {
    current().rotate();
    RequestLogin renewed = app.renewal.ifDue(byTicket(), request, response);
    renewed.establish(request, response);

    app.renewal.now(request);

    assertThat(RequestLogin.of(request)).isSameAs(renewed);
    assertThat(response.cookies()).singleElement().asString().contains(ticketOf(renewed).text());
    assertThat(app.eventsOf(TicketRotated.class)).hasSize(1);
  }

  @Test
  void now_responseCommitted_changesNothing() {
    byTicket().establish(request, response);
    response.flushBuffer();

    assertThatIllegalStateException()
        .isThrownBy(() -> app.renewal.now(request))
        .withMessageContaining("rotate()");

    app.clock.advance(Duration.ofSeconds(11));
    assertThat(app.resolver.byTicket(opened.ticket())).isInstanceOf(StoredLoginSession.class);
    assertThat(app.eventsOf(TicketRotated.class)).isEmpty();
  }

  @Test
  void now_byToken_leavesItToTheNextRequestThatBringsTheCookie() {
    byToken().establish(request, response);
    response.flushBuffer();

    app.renewal.now(request);

    assertThat(current().isRotationDue()).isTrue();
  }

  @Test
  void now_nobodyLoggedIn_doesNothing() {
    app.renewal.now(request);

    assertThat(response.cookies()).isEmpty();
    assertThat(current().isRotationDue()).isFalse();
  }
}
