package dev.cloakroom.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RequestTo;
import dev.cloakroom.testing.TestApplication;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CurrentRefusalTest {
  private static final Answer FORBIDDEN = Answer.of(Reason.FORBIDDEN);

  private final TestApplication app = new TestApplication();
  private final FakeResponse response = new FakeResponse();

  /** The calling thread serves a request from now on. */
  private GuardedResponse serve(FakeRequest asked, ErrorPages pages) {
    RequestTo request = new RequestTo(asked);
    pages.tell(request.getServletContext());
    CookieGuard cookies = new CookieGuard(app.policy, ManualClock.atNoon());
    GuardedResponse guarded = new GuardedResponse(request, response, cookies);
    ServedRequest.enter(new GuardedRequest(request, guarded));
    return guarded;
  }

  @AfterEach
  void serveNothing() {
    ServedRequest.leave(null);
  }

  private static FakeRequest page() {
    return FakeRequest.get("/page").header("Accept", "text/html");
  }

  private static ErrorPages none() {
    return new ErrorPages(Set.of(), Set.of(), ErrorPages.Reach.NAMED);
  }

  /** As where Jakarta REST answers on a thread of its own. */
  @Test
  @Tag("B4")
  void of_withoutARequest_isTheProblemWithItsChallenge() {
    Answer answer = CurrentRefusal.of(Refusal.bearer(Reason.INVALID_TOKEN));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    assertThat(answer.body()).contains("invalid-token");
  }

  @Test
  void of_visitorOfAnApplicationWithAPage_leadsThere() {
    serve(page(), none());
    new TestApplication(Map.of("cloakroom.login.page", "/enter"))
        .page.tell(requireNonNull(ServedRequest.current()).getServletContext());

    assertThat(CurrentRefusal.of(Refusal.nothingPresented()).header("Location"))
        .isEqualTo("/app/enter?next=%2Fapp%2Fpage");
  }

  @Test
  void begun_withoutARequest_leavesAllOfTheAnswer() {
    Answer redirect = Answer.of(303).with("Location", "/login");

    assertThat(CurrentRefusal.begun(redirect)).isEqualTo(redirect);
    assertThat(CurrentRefusal.begun(FORBIDDEN)).isEqualTo(FORBIDDEN);
  }

  @Test
  void begun_answerToAProgram_leavesAllOfIt() {
    serve(FakeRequest.get("/page"), none());

    assertThat(CurrentRefusal.begun(FORBIDDEN)).isEqualTo(FORBIDDEN);
    assertThat(response.getHeaderNames()).isEmpty();
    assertThat(response.isCommitted()).isFalse();
  }

  /** Jakarta REST of some servers would make it absolute. */
  @Test
  void begun_redirect_setsThePlaceItself_andLeavesTheRest() {
    serve(page(), none());

    Answer left = CurrentRefusal.begun(Answer.of(303).with("Location", "/app/login.html"));

    assertThat(response.getHeader("Location")).isEqualTo("/app/login.html");
    assertThat(left.status()).isEqualTo(303);
    assertThat(left.header("Location")).isNull();
    assertThat(left.header("Cache-Control")).isEqualTo("no-store");
  }

  /** What Jakarta REST writes afterwards would stand below the page. */
  @Test
  void begun_pageOfTheApplication_isSent_andNothingIsWrittenBelow() throws IOException {
    GuardedResponse guarded =
        serve(page(), new ErrorPages(Set.of(403), Set.of(), ErrorPages.Reach.NAMED));

    Answer left = CurrentRefusal.begun(FORBIDDEN);
    guarded.getOutputStream().write(FORBIDDEN.bytes());

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(left).isEqualTo(new Answer(403, List.of(), ""));
    assertThat(response.text()).isEmpty();
  }
}
