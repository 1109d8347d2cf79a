package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a page of the application's own that was refused for want of a setting. */
class ProxyAdviceTest {
  private final LogLines log = LogLines.of("dev.cloakroom.crossorigin");

  @AfterEach
  void close() {
    log.close();
  }

  private static FakeRequest sentOn() {
    return FakeRequest.post("/orders")
        .plain()
        .from("10.0.0.1", "backend:8080")
        .header("Origin", "https://shop.test");
  }

  @ParameterizedTest
  @CsvSource({
    "always, X-Forwarded-Host, shop.test",
    "always, Forwarded,        host=shop.test",
    "auto,   Forwarded,        host=shop.test;proto=https"
  })
  void ownPageThatWasRefused_isAdvisedOnce(String secure, String header, String value) {
    TestApplication app = new TestApplication(Map.of("cloakroom.cookie.secure", secure));

    assertThat(app.crossOrigin.refuses(sentOn().header(header, value))).isTrue();
    assertThat(app.crossOrigin.refuses(sentOn().header(header, value))).isTrue();

    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0)).contains("cloakroom.trusted-proxies=10.0.0.1 and ");
  }

  /** Each sender can have it say something, and takes nothing from what is said of the proxy. */
  @Test
  void advice_ofTheProxy_isGiven_whateverStrangersHaveHadItSay() {
    TestApplication app = new TestApplication();
    for (int stranger = 1; stranger < 100; stranger++) {
      FakeRequest forged = sentOn().from("203.0.113." + stranger, "backend:8080");
      app.crossOrigin.refuses(forged.header("X-Forwarded-Host", "shop.test"));
    }
    assertThat(log.lines()).hasSize(16);
    app.crossOrigin.refuses(sentOn().header("Forwarded", "host=shop.test"));
    assertThat(log.lines()).hasSize(17);

    app.crossOrigin.refuses(sentOn().header("X-Forwarded-Host", "shop.test"));

    assertThat(log.lines()).hasSize(18);
  }

  @Test
  void ownPage_withTheSetting_passes() {
    TestApplication app = new TestApplication(Map.of("cloakroom.trusted-proxies", "10.0.0.0/8"));

    assertThat(app.crossOrigin.refuses(sentOn().header("X-Forwarded-Host", "shop.test"))).isFalse();
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "always, X-Forwarded-Host,  evil.test",
    "always, X-Forwarded-For,   198.51.100.1",
    "always, X-Forwarded-Host,  shop.test:8443",
    "always, Forwarded,         oops",
    "auto,   X-Forwarded-Host,  shop.test"
  })
  void pageThatWouldBeRefusedAllTheSame_isNoReasonForAdvice(
      String secure, String header, String value) {
    TestApplication app = new TestApplication(Map.of("cloakroom.cookie.secure", secure));

    assertThat(app.crossOrigin.refuses(sentOn().header(header, value))).isTrue();

    assertThat(log.lines()).isEmpty();
  }

  /** A browser that says so knows better than what stands between. */
  @Test
  void pageOfAnotherSite_isNoReasonForAdvice() {
    FakeRequest foreign =
        sentOn().header("Sec-Fetch-Site", "cross-site").header("X-Forwarded-Host", "shop.test");

    assertThat(new TestApplication().crossOrigin.refuses(foreign)).isTrue();

    assertThat(log.lines()).isEmpty();
  }
}
