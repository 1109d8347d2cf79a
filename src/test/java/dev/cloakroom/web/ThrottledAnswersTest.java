package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody is told who has to wait. */
class ThrottledAnswersTest {
  private final Endpoints endpoints = new Endpoints(Map.of("cloakroom.login.page", "/in.html"));

  private FakeResponse login(String name, String password) {
    String fields = "username=" + name + "&password=" + password;
    return send(
        endpoints.login,
        FakeRequest.post("/login").body("application/x-www-form-urlencoded", fields));
  }

  private FakeResponse loginOfAPage(String name) {
    return send(
        endpoints.login,
        FakeRequest.post("/login")
            .header("Accept", "text/html")
            .body(
                "application/x-www-form-urlencoded",
                "username=" + name + "&password=wrong&next=/orders"));
  }

  private void failFive(String name) {
    for (int i = 0; i < 5; i++) {
      assertThat(login(name, "wrong").getStatus()).isEqualTo(401);
    }
  }

  @Test
  @Tag("P1")
  void program_is429WithTheSecondsToWait() {
    failFive("alice");
    endpoints.app.clock.advance(Duration.ofMillis(2_500));

    FakeResponse answer = login("alice", "correct+horse");
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("8");
    assertThat(reason(answer)).isEqualTo("too-many-requests");
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  @Tag("P1")
  void formOfAPage_leadsBackWithTheReasonAndTheSecondsToWait() {
    failFive("alice");

    FakeResponse answer = loginOfAPage("alice");
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location"))
        .isEqualTo("/app/in.html?reason=too-many-requests&wait=10&next=%2Forders");
  }

  @Test
  @Tag("P2")
  void nameOfNobody_andTheRightPassword_areAnsweredAlike_toTheLastByte() {
    failFive("alice");
    failFive("nobody");

    FakeResponse known = login("alice", "wrong");
    assertThat(known.getStatus()).isEqualTo(429);
    assertSame(login("nobody", "wrong"), known);
    assertSame(login("alice", "correct+horse"), known);
  }

  private static void assertSame(FakeResponse one, FakeResponse other) {
    assertThat(one.getStatus()).isEqualTo(other.getStatus());
    assertThat(one.text()).isEqualTo(other.text());
    assertThat(one.getHeaderNames()).isEqualTo(other.getHeaderNames());
    for (String name : one.getHeaderNames()) {
      assertThat(one.getHeaders(name)).isEqualTo(other.getHeaders(name));
    }
  }

  @Test
  @Tag("P1")
  void afterTheWait_theRightPasswordLogsIn() {
    failFive("alice");
    endpoints.app.clock.advance(Duration.ofSeconds(10));

    assertThat(login("alice", "correct+horse").getStatus()).isEqualTo(200);
  }
}
