package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.by;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FakeSession;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogoutServletTest {
  private final Endpoints endpoints = new Endpoints(Map.of());

  private static FakeRequest post() {
    return FakeRequest.post("/logout");
  }

  @Test
  @Tag("S7")
  @Tag("X13")
  void post_endsTheSessionAndTheContainersAndClearsTheClient() {
    OpenedSession opened = endpoints.app.browserLogin("alice");
    FakeSession container = new FakeSession();
    FakeRequest request = by(opened, post().in(container));

    FakeResponse response = send(endpoints.logout, request);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeader("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
    assertThat(endpoints.app.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(container.isInvalidated()).isTrue();
    assertThat(request.isLoggedOut()).isTrue();
  }

  @Test
  void post_nobodyLoggedIn_is200() {
    FakeResponse response = send(endpoints.logout, post());

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.cookies()).hasSize(1);
  }

  @Test
  void post_ofAPage_leadsOn() {
    FakeResponse response = send(endpoints.logout, post().header("Accept", "text/html"));

    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getHeader("Location")).isEqualTo("/app/");
  }

  @Test
  @Tag("X3")
  void get_is405AndEndsNothing() {
    OpenedSession opened = endpoints.app.browserLogin("alice");

    FakeResponse response = send(endpoints.logout, by(opened, FakeRequest.get("/logout")));

    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(endpoints.app.resolver.byTicket(opened.ticket()))
        .isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("G7")
  void post_storeDown_is503AndKeepsTheCookie() {
    OpenedSession opened = endpoints.app.browserLogin("alice");
    endpoints.app.store.breakDown();

    FakeResponse response = send(endpoints.logout, by(opened, post()));

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.cookies()).isEmpty();
  }
}
