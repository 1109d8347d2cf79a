package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.StepUp;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody is led who must prove more, and where not, since that would have no end. */
class StepUpPageTest {
  private static final Refusal LEVEL =
      Refusal.stepUp(new StepUp(2, null), Refusal.Presented.COOKIE);
  private static final Refusal AGE =
      Refusal.stepUp(new StepUp(1, Duration.ofMinutes(5)), Refusal.Presented.COOKIE);

  private final LoginPage login =
      new TestApplication(Map.of("cloakroom.login.page", "/in.html")).page;
  private final LoginPage own =
      new TestApplication(
              Map.of("cloakroom.login.page", "/in.html", "cloakroom.login.step-up-page", "/up?a=b"))
          .page;

  private static FakeRequest visit(String path) {
    return FakeRequest.get(path).header("Accept", "text/html,*/*;q=0.8");
  }

  private static @Nullable String location(Answer answer) {
    return answer.header("Location");
  }

  /** To log in once more is a fresh proof, and none of a level above its own. */
  @Test
  void loginPage_isWhereAgeIsProven_andNoLevel() {
    assertThat(location(login.orElse(AGE, visit("/orders"))))
        .isEqualTo("/app/in.html?reason=step-up-required&max_age=300&next=%2Fapp%2Forders");
    assertThat(login.orElse(LEVEL, visit("/orders")).status()).isEqualTo(401);
    assertThat(own.orElse(LEVEL, visit("/orders")).status()).isEqualTo(303);
  }

  @Test
  void pageItself_thatAsksForWhatItIsThereToProve_isRefused_andLedToItByAnyOther() {
    assertThat(own.orElse(LEVEL, visit("/up")).status()).isEqualTo(401);
    assertThat(own.orElse(AGE, visit("/up")).status()).isEqualTo(401);
    assertThat(login.orElse(AGE, visit("/in.html")).status()).isEqualTo(401);

    assertThat(own.orElse(LEVEL, visit("/in.html")).status()).isEqualTo(303);
    assertThat(own.orElse(LEVEL, visit("/upper")).status()).isEqualTo(303);
    assertThat(location(own.orElse(Refusal.nothingPresented(), visit("/up"))))
        .startsWith("/app/in.html");
  }

  @ParameterizedTest
  @CsvSource({
    RequestDispatcher.FORWARD_REQUEST_URI + ',' + RequestDispatcher.FORWARD_QUERY_STRING,
    AsyncContext.ASYNC_REQUEST_URI + ',' + AsyncContext.ASYNC_QUERY_STRING
  })
  void requestThatWasLedElsewhere_comesBackToWhereItsClientWent(String path, String query) {
    FakeRequest led = visit("/inside/vault").query("inner");
    assertThat(location(own.orElse(LEVEL, led))).endsWith("next=%2Fapp%2Finside%2Fvault%3Finner");

    led.setAttribute(path, "/app/orders");
    assertThat(location(own.orElse(LEVEL, led))).endsWith("next=%2Fapp%2Forders");
    led.setAttribute(query, "q=1");
    assertThat(location(own.orElse(LEVEL, led))).endsWith("next=%2Fapp%2Forders%3Fq%3D1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/orders", "/app/up"})
  void errorPage_thatAsks_leadsBackToWhatFailed(String failed) {
    FakeRequest error = visit("/sorry");
    error.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, failed);

    Answer answer = own.orElse(LEVEL, error);

    assertThat(answer.status()).isEqualTo(failed.equals("/app/up") ? 401 : 303);
  }
}
