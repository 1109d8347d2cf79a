package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginGuardTest {
  private final TestApplication app = new TestApplication();

  private static FakeRequest forged(String method) {
    return FakeRequest.of(method, "/orders").header("Sec-Fetch-Site", "cross-site");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,false",
    "HEAD,false",
    "OPTIONS,false",
    "POST,true",
    "PUT,true",
    "PATCH,true",
    "DELETE,true",
    "PROPFIND,true",
    "get,true"
  })
  @Tag("X1")
  @Tag("X5")
  void refuses_crossSite_byMethod(String method, boolean refused) {
    assertThat(app.crossOrigin.refuses(forged(method))).isEqualTo(refused);
  }

  private static FakeRequest handshake() {
    return FakeRequest.get("/chat").header("Upgrade", "websocket").header("Connection", "Upgrade");
  }

  /** Cross-site WebSocket hijacking: a browser sends the cookie, and the page reads the answers. */
  @Test
  @Tag("X1")
  @Tag("X5")
  void refuses_webSocketOfAForeignPage_thoughItsHandshakeIsAGet() {
    FakeRequest foreign = handshake().header("Origin", "https://evil.test");
    FakeRequest own = handshake().header("Origin", "https://shop.test");

    assertThat(app.crossOrigin.refuses(foreign)).isTrue();
    assertThat(app.crossOrigin.refuses(foreign.header("Sec-Fetch-Site", "cross-site"))).isTrue();
    assertThat(app.crossOrigin.refuses(own)).isFalse();
    assertThat(app.crossOrigin.refuses(own.header("Sec-Fetch-Site", "same-origin"))).isFalse();
  }

  @Test
  void refuses_webSocketOfAProgram_not() {
    assertThat(app.crossOrigin.refuses(handshake())).isFalse();
  }

  @Test
  @Tag("X5")
  void refuses_withoutFetchMetadata_fallsBackToOrigin() {
    FakeRequest foreign = FakeRequest.post("/orders").header("Origin", "https://evil.test");
    FakeRequest opaque = FakeRequest.post("/orders").header("Origin", "null");
    FakeRequest own = FakeRequest.post("/orders").header("Origin", "https://shop.test");

    assertThat(app.crossOrigin.refuses(foreign)).isTrue();
    assertThat(app.crossOrigin.refuses(opaque)).isTrue();
    assertThat(app.crossOrigin.refuses(own)).isFalse();
    assertThat(app.crossOrigin.refuses(FakeRequest.post("/orders"))).isFalse();
  }

  @Test
  @Tag("X5")
  void refuses_trustedOrigin_not() {
    TestApplication trusting =
        new TestApplication(Map.of("cloakroom.csrf.trusted-origins", "https://front.test"));
    FakeRequest front = forged("POST").header("Origin", "https://front.test");

    assertThat(trusting.crossOrigin.refuses(front)).isFalse();
    assertThat(app.crossOrigin.refuses(front)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"capacitor://localhost", "safari-web-extension://A1B2-C3"})
  @Tag("X5")
  @Tag("X8")
  void originOfAnApp_isTrustedByItsName(String origin) {
    for (String setting : List.of("csrf.trusted-origins", "cors.allowed-origins")) {
      TestApplication trusting = new TestApplication(Map.of("cloakroom." + setting, origin));

      assertThat(trusting.crossOrigin.refuses(forged("POST").header("Origin", origin))).isFalse();
      assertThat(trusting.crossOrigin.refuses(forged("POST").header("Origin", origin + "x")))
          .isTrue();
    }
    assertThat(app.crossOrigin.refuses(forged("POST").header("Origin", origin))).isTrue();
  }

  @Test
  void refuses_bearerThatAuthenticatedNobody_stillCounts() {
    assertThat(app.crossOrigin.refuses(forged("POST").bearer("nonsense"))).isTrue();
  }

  @Test
  void refuses_switchedOff_nothing() {
    TestApplication open = new TestApplication(Map.of("cloakroom.csrf", "off"));

    assertThat(open.crossOrigin.refuses(forged("POST"))).isFalse();
  }

  /** What stands in front of the server ends the encryption, and clients see HTTPS alone. */
  @ParameterizedTest
  @CsvSource({
    "always, true,  https://shop.test, true",
    "always, true,  http://shop.test,  false",
    "always, false, https://shop.test, true",
    "always, false, http://shop.test,  false",
    "auto,   true,  https://shop.test, true",
    "auto,   true,  http://shop.test,  false",
    "auto,   false, https://shop.test, false",
    "auto,   false, http://shop.test,  true"
  })
  @Tag("X5")
  void refuses_originOfAnotherScheme(
      String secureCookie, boolean encrypted, String origin, boolean passes) {
    TestApplication application =
        new TestApplication(Map.of("cloakroom.cookie.secure", secureCookie));
    FakeRequest request = FakeRequest.post("/orders").header("Origin", origin);

    assertThat(application.crossOrigin.refuses(encrypted ? request : request.plain()))
        .isEqualTo(!passes);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1,    https://shop.test,      false",
    "10.0.0.1,    https://backend:8080,   true",
    "10.0.0.1,    http://shop.test,       true",
    "198.51.100.1, https://shop.test,     true",
    "198.51.100.1, http://backend:8080,   false"
  })
  @Tag("X5")
  @Tag("X15")
  void refuses_originThatIsNotTheHostThatTheClientAsked(
      String from, String origin, boolean refused) {
    TestApplication behindProxy =
        new TestApplication(
            Map.of("cloakroom.trusted-proxies", "10.0.0.1", "cloakroom.cookie.secure", "auto"));
    FakeRequest request =
        FakeRequest.post("/orders")
            .plain()
            .from(from, "backend:8080")
            .header("X-Forwarded-Host", "shop.test")
            .header("X-Forwarded-Proto", "https")
            .header("Origin", origin);

    assertThat(behindProxy.crossOrigin.refuses(request)).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,         https://shop.test, https://shop.test",
    "Origin,         https://shop.test, https://evil.test",
    "Sec-Fetch-Site, same-origin,       cross-site",
    "Sec-Fetch-Site, same-origin,       same-origin",
    "Host,           shop.test,         evil.test"
  })
  @Tag("X5")
  @Tag("X19")
  void refuses_repeatedHeader_whateverItsValues(String name, String first, String second) {
    FakeRequest once = FakeRequest.post("/orders");
    FakeRequest twice = FakeRequest.post("/orders");
    if (!name.equals("Host")) {
      once.header(name, first);
      twice.header(name, first);
    }
    twice.header(name, second);

    assertThat(app.crossOrigin.refusal(once)).isNull();
    assertThat(app.crossOrigin.refusal(twice)).isEqualTo(Reason.REPEATED_HEADER);
  }

  @Test
  void refuses_repeatedHeaderThatNothingIsJudgedBy_not() {
    TestApplication open = new TestApplication(Map.of("cloakroom.csrf", "off"));
    FakeRequest safe = FakeRequest.get("/orders").header("Origin", "a").header("Origin", "b");

    assertThat(app.crossOrigin.refusal(safe)).isNull();
    assertThat(open.crossOrigin.refusal(FakeRequest.post("/").header("Host", "x"))).isNull();
  }
}
