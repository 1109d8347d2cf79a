package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.TestApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsAdviceTest {
  private static final String APP = "https://app.test";
  private static final String EVIL = "https://evil.test";

  private static Cors cors(String... settings) {
    Map<String, String> given = new HashMap<>(Map.of("cloakroom.cors.allowed-origins", APP));
    for (int i = 0; i < settings.length; i += 2) {
      given.put("cloakroom." + settings[i], settings[i + 1]);
    }
    return new TestApplication(given).rules.cors();
  }

  private static Cors explaining(String... settings) {
    String[] all = new String[settings.length + 2];
    System.arraycopy(settings, 0, all, 2, settings.length);
    all[0] = "cors.explain";
    all[1] = "on";
    return cors(all);
  }

  private static FakeRequest of(String method, String origin) {
    return FakeRequest.of(method, "/orders")
        .header("Origin", origin)
        .header("Sec-Fetch-Site", "cross-site");
  }

  private static List<String> saidBy(Runnable run) {
    try (LogLines log = LogLines.of("dev.cloakroom.cors")) {
      run.run();
      return log.lines();
    }
  }

  @Test
  @Tag("C2")
  void allowedPageOfAnotherSite_isNamedOnce() {
    Cors cors = cors();

    assertThat(
            saidBy(
                () -> {
                  cors.headers(of("GET", APP));
                  cors.headers(of("GET", APP));
                  cors.headers(of("GET", EVIL));
                }))
        .singleElement()
        .asString()
        .contains("Pages of " + APP + ",", "cloakroom.cookie.same-site=None");
  }

  /** Browsers say of which site a page is; where they do not, only what is sure counts. */
  @ParameterizedTest
  @CsvSource({
    "same-site,   https://app.test,      0",
    "same-origin, https://app.test,      0",
    "cross-site,  https://app.test,      1",
    ",            https://www.shop.test, 0",
    ",            https://app.test,      1"
  })
  void allowedPage_isNamed_onlyIfOfAnotherSite(@Nullable String site, String origin, int lines) {
    FakeRequest request = FakeRequest.get("/orders").header("Origin", origin);
    FakeRequest marked = site == null ? request : request.header("Sec-Fetch-Site", site);
    Cors cors = cors("cors.allowed-origins", origin);

    assertThat(saidBy(() -> cors.headers(marked))).hasSize(lines);
  }

  /** Which host a browser has asked is what a proxy says, if its word counts. */
  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 0", "192.0.2.0/24, 1"})
  void allowedPage_behindAProxy_isComparedWithTheHostThatItAsked(String proxies, int lines) {
    Cors cors = cors("trusted-proxies", proxies, "cors.explain", "on");
    FakeRequest request =
        FakeRequest.get("/orders")
            .from("10.0.0.1", "backend:8080")
            .header("X-Forwarded-Host", "shop.app.test")
            .header("Origin", APP);
    FakeRequest own =
        FakeRequest.get("/orders")
            .from("10.0.0.1", "backend:8080")
            .header("X-Forwarded-Host", "own.test")
            .header("Origin", "https://own.test");

    assertThat(saidBy(() -> cors.headers(request))).hasSize(lines);
    assertThat(saidBy(() -> cors.headers(own))).hasSize(lines);
  }

  @Test
  void allowedPage_whoseCookieComes_orThatNeedsNone_isNotNamed() {
    Cors crossSite = cors("cookie.same-site", "None");
    Cors bearing = cors("cors.allow-credentials", "false");

    assertThat(saidBy(() -> crossSite.headers(of("GET", APP)))).isEmpty();
    assertThat(saidBy(() -> bearing.headers(of("GET", APP)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.test, PUT,   content-type, origin-not-allowed",
    "https://app.test,  TRACE, content-type, requested-method-not-allowed",
    "https://app.test,  PUT,   x-other,      requested-header-not-allowed"
  })
  @Tag("X8")
  void refusedPreflight_isExplained_onlyWhereAskedFor(
      String origin, String method, String header, String reason) {
    FakeRequest request =
        of("OPTIONS", origin)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", header);
    Cors open = explaining("cookie.same-site", "None");

    assertThat(saidBy(() -> assertThat(open.preflight(request).body()).contains(reason)))
        .singleElement()
        .asString()
        .startsWith("OPTIONS /app/orders of a page of " + origin + " is refused: " + reason);
    assertThat(
            saidBy(
                () ->
                    assertThat(cors("cookie.same-site", "None").preflight(request).body())
                        .contains("cross-origin-refused")
                        .doesNotContain(reason)))
        .isEmpty();
  }

  @Test
  @Tag("X5")
  void refusedPost_isExplained_onlyWhereAskedFor() {
    Cors bearing = explaining("cors.allow-credentials", "false");

    assertThat(explaining().refusal(of("POST", EVIL))).isEqualTo(Reason.ORIGIN_NOT_ALLOWED);
    assertThat(bearing.refusal(of("POST", APP))).isEqualTo(Reason.CREDENTIALS_NOT_ALLOWED);
    assertThat(cors().refusal(of("POST", EVIL))).isEqualTo(Reason.CROSS_ORIGIN_REFUSED);
  }

  @Test
  void pageThatCannotRead_isExplained_unlessItIsOurOwn() {
    Cors cors = explaining();
    FakeRequest own = FakeRequest.get("/orders").header("Origin", "https://shop.test");

    assertThat(saidBy(() -> cors.headers(of("GET", EVIL))))
        .singleElement()
        .asString()
        .startsWith("GET /app/orders of a page of " + EVIL + " cannot be read by it:");
    assertThat(saidBy(() -> cors.headers(own))).isEmpty();
    assertThat(saidBy(() -> cors.headers(FakeRequest.get("/orders")))).isEmpty();
    assertThat(saidBy(() -> cors().headers(of("GET", EVIL)))).isEmpty();
  }

  @Test
  @Tag("C2")
  void missingCookie_isExplained_byWhatKeepsItAtHome() {
    Cors lax = explaining();
    Cors none = explaining("cookie.same-site", "None");

    assertThat(saidBy(() -> assertCookieMissing(lax)))
        .singleElement()
        .asString()
        .contains("came without the session cookie. Pages of " + APP, "SameSite=Lax");
    assertThat(saidBy(() -> assertCookieMissing(none)))
        .singleElement()
        .asString()
        .contains("credentials: 'include'", "cloakroom.cookie.partitioned=on");
  }

  private static void assertCookieMissing(Cors cors) {
    assertThat(cors.explained(Refusal.nothingPresented(), of("GET", APP)).reason())
        .isEqualTo(Reason.COOKIE_NOT_SENT);
  }

  @Test
  void otherRefusals_stayAsTheyAre() {
    Refusal ended = Refusal.cookie(Reason.SESSION_ENDED);
    Refusal nothing = Refusal.nothingPresented();

    assertThat(explaining().explained(ended, of("GET", APP))).isSameAs(ended);
    assertThat(explaining().explained(nothing, of("GET", EVIL))).isSameAs(nothing);
    assertThat(explaining().explained(nothing, FakeRequest.get("/"))).isSameAs(nothing);
    assertThat(cors().explained(nothing, of("GET", APP))).isSameAs(nothing);
  }

  @Test
  @Tag("G6")
  void whatIsLogged_isOneLineOfPlainText() {
    FakeRequest request = of("POST", "https://evil.test\r\nINFO forged\u001b[1m" + "x".repeat(999));

    assertThat(saidBy(() -> explaining().refusal(request)))
        .singleElement()
        .asString()
        .hasSizeLessThan(700)
        .matches("[ -~]+");
  }
}
