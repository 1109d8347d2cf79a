package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String APP = "https://app.test";

  private static Cors cors(String... settings) {
    Map<String, String> given =
        new HashMap<>(Map.of("cloakroom.cors.allowed-origins", APP + ", http://dev.test:8080"));
    for (int i = 0; i < settings.length; i += 2) {
      given.put("cloakroom.cors." + settings[i], settings[i + 1]);
    }
    return new TestApplication(given).rules.cors();
  }

  private static FakeRequest preflight(String origin, String method) {
    return FakeRequest.of("OPTIONS", "/orders")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method);
  }

  private static @Nullable String allowed(Answer answer) {
    return answer.header("Access-Control-Allow-Origin");
  }

  /** The headers of the answer to a request. */
  private static FakeResponse told(Cors cors, FakeRequest request) {
    FakeResponse response = new FakeResponse();
    Objects.requireNonNull(cors.headers(request)).writeTo(response);
    return response;
  }

  @ParameterizedTest
  @ValueSource(strings = {APP, "http://dev.test:8080"})
  @Tag("X8")
  @Tag("X9")
  @Tag("X10")
  void headers_allowedOrigin_areItsOwnWithCredentials(String origin) {
    FakeResponse response = told(cors(), FakeRequest.get("/").header("Origin", origin));

    assertThat(response.getHeaders("Access-Control-Allow-Origin")).containsExactly(origin);
    assertThat(response.getHeaders("Access-Control-Allow-Credentials")).containsExactly("true");
    assertThat(response.getHeader("Access-Control-Expose-Headers"))
        .isEqualTo("Location, Retry-After, WWW-Authenticate");
    assertThat(response.getHeaders("Vary")).containsExactly("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://app.test",
        "https://app.test:443",
        "https://app.test:8443",
        "https://app.test.",
        "https://App.test",
        "HTTPS://app.test",
        "https://app.test/",
        "https://app.test.evil.test",
        "https://evilapp.test",
        "https://www.app.test",
        "https://test",
        "https://app.test, https://app.test",
        "https://app.test https://evil.test",
        "https://app.test@evil.test",
        "*"
      })
  @Tag("X8")
  @Tag("X10")
  void headers_otherOrigin_grantNothing(String origin) {
    FakeResponse response = told(cors(), FakeRequest.get("/").header("Origin", origin));

    assertThat(response.getHeaderNames()).containsExactly("Vary");
    assertThat(allowed(cors().preflight(preflight(origin, "GET")))).isNull();
  }

  @Test
  @Tag("X8")
  @Tag("X19")
  void headers_twoOrigins_grantNothing() {
    FakeRequest twice = FakeRequest.get("/").header("Origin", APP).header("Origin", APP);

    assertThat(told(cors(), twice).getHeaderNames()).containsExactly("Vary");
    Answer answer = cors().preflight(preflight(APP, "GET").header("Origin", APP));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("repeated-header");
    assertThat(allowed(answer)).isNull();
  }

  /** From a cache, an answer to a link would otherwise be given to a script. */
  @Test
  @Tag("X10")
  void headers_noOrigin_sayThatItWouldMatter() {
    assertThat(told(cors(), FakeRequest.get("/")).getHeaders("Vary")).containsExactly("Origin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Accept|2", "accept, ORIGIN|1", "*|1"})
  @Tag("X10")
  void headers_besideAnotherVary_addToIt(String vary, int values) {
    FakeResponse response = new FakeResponse();
    response.addHeader("Vary", vary);

    Objects.requireNonNull(cors().headers(FakeRequest.get("/"))).writeTo(response);

    assertThat(response.getHeaders("Vary")).hasSize(values).contains(vary);
  }

  @Test
  void headers_anyOriginWithoutCredentials_areTheSameForAll() {
    Cors open = cors("allowed-origins", "*", "allow-credentials", "false");
    FakeResponse response = told(open, FakeRequest.get("/").header("Origin", "https://x.test"));

    assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(response.containsHeader("Access-Control-Allow-Credentials")).isFalse();
    assertThat(response.containsHeader("Vary")).isFalse();
    assertThat(allowed(open.preflight(preflight("https://x.test", "PUT")))).isEqualTo("*");
  }

  @Test
  void headersThatAreNotAllowed_areNotNamed() {
    Cors cors = cors("allowed-headers", ",", "exposed-headers", ",");

    assertThat(cors.preflight(preflight(APP, "GET")).header("Access-Control-Allow-Headers"))
        .isNull();
    FakeResponse told = told(cors, FakeRequest.get("/").header("Origin", APP));
    assertThat(told.containsHeader("Access-Control-Expose-Headers")).isFalse();
  }

  @Test
  @Tag("X11")
  void isPreflight_onlyOptionsOfAPageThatAsks() {
    FakeRequest noMethod = FakeRequest.of("OPTIONS", "/").header("Origin", APP);
    FakeRequest noOrigin =
        FakeRequest.of("OPTIONS", "/").header("Access-Control-Request-Method", "GET");
    FakeRequest get =
        FakeRequest.get("/").header("Origin", APP).header("Access-Control-Request-Method", "GET");

    assertThat(cors().isPreflight(preflight("https://evil.test", "GET"))).isTrue();
    assertThat(cors().isPreflight(noMethod)).isFalse();
    assertThat(cors().isPreflight(noOrigin)).isFalse();
    assertThat(cors().isPreflight(get)).isFalse();
  }

  @Test
  void nothingConfigured_isAllTheApplicationsToSay() {
    Cors none = new TestApplication().rules.cors();

    assertThat(none.isConfigured()).isFalse();
    assertThat(none.isPreflight(preflight(APP, "GET"))).isFalse();
    assertThat(none.headers(FakeRequest.get("/").header("Origin", APP))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"HTTPS://App.Test", "https://app.test:443"})
  void configuredOrigin_isTheOneThatBrowsersSend(String configured) {
    FakeRequest request = FakeRequest.get("/").header("Origin", APP);

    assertThat(
            told(cors("allowed-origins", configured), request)
                .getHeader("Access-Control-Allow-Origin"))
        .isEqualTo(APP);
  }
}
