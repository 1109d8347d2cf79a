package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.LocalTarget;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.StepUp;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest {
  private static final Refused WRONG = new Refused(Reason.INVALID_CREDENTIALS);

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
    Answer answer = page.orElse(Refusal.nothingPresented(), visit().query("q=a+b&c"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/app/in.html?next=%2Fapp%2Forders%3Fq%3Da%2Bb%26c");
  }

  @Test
  void orElse_visitorWithATargetTooLongToGoBackTo_isLedToThePage() {
    Answer answer = page.orElse(Refusal.nothingPresented(), visit().query("q".repeat(8000)));

    assertThat(location(answer)).isEqualTo("/app/in.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%0A%5C%25", "a=100%", "a=\\b", "a={|}^`", "a=%zz&b=%2F%2e%2e"})
  void orElse_whateverABrowserSends_comesBackAsItWas(String query) {
    String there = location(page.orElse(Refusal.nothingPresented(), visit().query(query)));

    FakeRequest form = FakeRequest.post("/login").header("Referer", "https://shop.test" + there);
    assertThat(page.afterLogin(form, page.next(form, null)))
        .isEqualTo(new LocalTarget("/app/orders?" + query));
  }

  @Test
  void orElse_visitorWhoMustProveMore_isLedToThePageForThat_andBack() {
    LoginPage own =
        new TestApplication(
                Map.of("cloakroom.login.page", "/in.html", "cloakroom.login.step-up-page", "/up"))
            .page;
    Refusal asked = Refusal.stepUp(new StepUp(2, Duration.ofMinutes(5)), Refusal.Presented.COOKIE);
    String asks = "?reason=step-up-required&acr_values=2&max_age=300&next=%2Fapp%2Forders";

    assertThat(location(own.orElse(asked, visit()))).isEqualTo("/app/up" + asks);
    assertThat(none.orElse(asked, visit()).status()).isEqualTo(401);
  }

  @Test
  void orElse_formOfAPage_isLedBackToThePage() {
    FakeRequest form =
        FakeRequest.post("/orders")
            .header("Accept", "text/html")
            .header("Referer", "https://shop.test/app/new?a=b");

    assertThat(location(page.orElse(Refusal.nothingPresented(), form)))
        .isEqualTo("/app/in.html?next=%2Fapp%2Fnew%3Fa%3Db");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, /app/in.html?next=%2Fapp%2Fnew", "198.51.100.1, /app/in.html"})
  @Tag("X14")
  @Tag("X15")
  void orElse_formOfAPageBehindAProxy_isLedBackIfItIsTrusted(String from, String there) {
    LoginPage behindProxy =
        new TestApplication(
                Map.of("cloakroom.login.page", "/in.html", "cloakroom.trusted-proxies", "10.0.0.1"))
            .page;
    FakeRequest form =
        FakeRequest.post("/orders")
            .from(from, "backend:8080")
            .header("X-Forwarded-Host", "shop.test")
            .header("Accept", "text/html")
            .header("Referer", "https://shop.test/app/new");

    assertThat(location(behindProxy.orElse(Refusal.nothingPresented(), form))).isEqualTo(there);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/app/new",
        "https://shop.test//evil.test",
        "https://shop.test/app/in.html?next=%2Fx"
      })
  @Tag("X14")
  void orElse_formOfAnotherPage_isLedToThePageAlone(String referer) {
    FakeRequest form =
        FakeRequest.post("/orders").header("Accept", "text/html").header("Referer", referer);

    assertThat(location(page.orElse(Refusal.nothingPresented(), form))).isEqualTo("/app/in.html");
  }

  @Test
  void orElse_pageByHtmx_isToldWhereToGo() {
    FakeRequest part =
        FakeRequest.get("/part")
            .header("HX-Request", "true")
            .header("HX-Current-URL", "https://shop.test/app/orders");

    Answer answer = page.orElse(Refusal.nothingPresented(), part);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("HX-Redirect")).isEqualTo("/app/in.html?next=%2Fapp%2Forders");
    assertThat(page.orElse(Refusal.nothingPresented(), part.header("HX-Boosted", "true")))
        .extracting(boosted -> boosted.header("HX-Redirect"))
        .isEqualTo("/app/in.html?next=%2Fapp%2Fpart");
  }

  @Test
  void orElse_pageByFaces_isToldWhereToGo() {
    FakeRequest part =
        FakeRequest.post("/view.xhtml")
            .header("Faces-Request", "partial/ajax")
            .header("Referer", "https://shop.test/app/view.xhtml?a=1&b=2");

    Answer answer = page.orElse(Refusal.nothingPresented(), part);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/xml");
    assertThat(answer.body())
        .contains("<redirect url=\"/app/in.html?next=%2Fapp%2Fview.xhtml%3Fa%3D1%26b%3D2\"/>");
  }

  @Test
  void orElse_whoIsNoVisitor_getsTheRefusal() {
    Refusal refusal = Refusal.nothingPresented();
    FakeRequest put = FakeRequest.of("PUT", "/orders").header("Accept", "text/html");
    FakeRequest program = FakeRequest.get("/orders").header("Accept", "*/*");
    FakeRequest script = visit().header("Sec-Fetch-Mode", "cors");

    assertThat(page.orElse(refusal, put).status()).isEqualTo(401);
    assertThat(page.orElse(refusal, program).status()).isEqualTo(401);
    assertThat(page.orElse(refusal, script).status()).isEqualTo(401);
    assertThat(none.orElse(refusal, visit()).status()).isEqualTo(401);
    assertThat(page.orElse(Refusal.cookie(Reason.UNAVAILABLE), visit()).status()).isEqualTo(503);
    assertThat(page.orElse(Refusal.bearer(Reason.INVALID_TOKEN), visit()).status()).isEqualTo(401);
    assertThat(page.orElse(refusal, visit()).status()).isEqualTo(303);
  }

  @Test
  void of_isThePageIfOneIsConfigured() {
    assertThat(page.of(visit())).contains(new LocalTarget("/app/in.html"));
    assertThat(none.of(visit())).isEmpty();
  }

  @Test
  void withReason_saysWhy() {
    assertThat(page.withReason(visit(), WRONG, null))
        .contains(new LocalTarget("/app/in.html?reason=invalid-credentials"));
    assertThat(page.withReason(visit(), WRONG, "/a?b=c"))
        .contains(new LocalTarget("/app/in.html?reason=invalid-credentials&next=%2Fa%3Fb%3Dc"));
    assertThat(page.withReason(visit(), WRONG, "//evil.test"))
        .contains(new LocalTarget("/app/in.html?reason=invalid-credentials"));
    assertThat(none.withReason(visit(), WRONG, null)).isEmpty();
  }

  @Test
  void withReason_whoHasToWait_saysForHowManySeconds() {
    Refused waiting = new Refused(Reason.TOO_MANY_REQUESTS, Duration.ofMillis(9_001));

    assertThat(page.withReason(visit(), waiting, "/a"))
        .contains(new LocalTarget("/app/in.html?reason=too-many-requests&wait=10&next=%2Fa"));
  }
}
