package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.LocalTarget;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest {
  private final LoginPage page =
      new TestApplication(
              Map.of("cloakroom.login.page", "/in.html", "cloakroom.login.default-target", "/home"))
          .page;
  private final LoginPage none = new TestApplication().page;

  private static FakeRequest visit() {
    return FakeRequest.get("/orders").header("Accept", "text/html,*/*;q=0.8");
  }

  private static @Nullable String location(Answer answer) {
    return answer.header("Location");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "https://evil.test/",
        "//evil.test/",
        "///evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "/%5cevil.test",
        "/%2fevil.test",
        "/x//evil.test",
        "/../x",
        "/%2e%2e/x",
        "/x\r\nSet-Cookie: a=b",
        "/x%0d%0aSet-Cookie:a=b",
        "javascript:alert(1)",
        " /home2",
        "home2",
        "@evil.test",
        "/\u00e9"
      })
  @Tag("X14")
  void afterLogin_whatIsNotSurelyLocal_leadsToTheDefault(@Nullable String next) {
    assertThat(page.afterLogin(visit(), next)).isEqualTo(new LocalTarget("/app/home"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app/orders", "/app/orders?id=1&x=%20y#z", "/other/app"})
  @Tag("X14")
  void afterLogin_localTarget_isFollowed(String next) {
    assertThat(page.afterLogin(visit(), next)).isEqualTo(new LocalTarget(next));
  }

  @Test
  void afterLogin_bySettingsUntouched_leadsToTheApplication() {
    assertThat(none.afterLogin(visit(), null)).isEqualTo(new LocalTarget("/app/"));
  }

  @Test
  void orElse_visitor_isLedThereAndBack() {
    Answer answer = page.orElse(Refusal.nothingPresented(), visit().query("q=a b&c"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/app/in.html?next=%2Fapp%2Forders%3Fq%3Da+b%26c");
  }

  @Test
  void orElse_visitorWithATargetTooLongToGoBackTo_isLedToThePage() {
    Answer answer = page.orElse(Refusal.nothingPresented(), visit().query("q".repeat(4000)));

    assertThat(location(answer)).isEqualTo("/app/in.html");
  }

  @Test
  void orElse_whoIsNoVisitor_getsTheRefusal() {
    Refusal refusal = Refusal.nothingPresented();
    FakeRequest post = FakeRequest.post("/orders").header("Accept", "text/html");
    FakeRequest program = FakeRequest.get("/orders").header("Accept", "*/*");

    assertThat(page.orElse(refusal, post).status()).isEqualTo(401);
    assertThat(page.orElse(refusal, program).status()).isEqualTo(401);
    assertThat(none.orElse(refusal, visit()).status()).isEqualTo(401);
    assertThat(page.orElse(Refusal.cookie(Reason.UNAVAILABLE), visit()).status()).isEqualTo(503);
    assertThat(page.orElse(refusal, visit()).status()).isEqualTo(303);
  }

  @Test
  void of_isThePageIfOneIsConfigured() {
    assertThat(page.of(visit())).contains(new LocalTarget("/app/in.html"));
    assertThat(none.of(visit())).isEmpty();
  }

  @Test
  void withReason_saysWhy() {
    assertThat(page.withReason(visit(), Reason.INVALID_CREDENTIALS))
        .contains(new LocalTarget("/app/in.html?reason=invalid-credentials"));
    assertThat(none.withReason(visit(), Reason.INVALID_CREDENTIALS)).isEmpty();
  }
}
