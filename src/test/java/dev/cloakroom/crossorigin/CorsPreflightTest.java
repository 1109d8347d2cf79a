package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPreflightTest {
  private static final String APP = "https://app.test";

  private final Cors cors =
      new TestApplication(Map.of("cloakroom.cors.allowed-origins", APP)).rules.cors();

  private static FakeRequest preflight(String origin, String method) {
    return FakeRequest.of("OPTIONS", "/orders")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method);
  }

  @Test
  @Tag("X9")
  @Tag("X11")
  void preflight_ofAnAllowedPage_saysWhatItMayDo() {
    Answer answer =
        cors.preflight(
            preflight(APP, "DELETE")
                .header("Access-Control-Request-Headers", "content-type,x-csrf-token")
                .header("Access-Control-Request-Private-Network", "true"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Allow-Methods"))
        .isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("Authorization, Content-Type, X-CSRF-Token, X-Requested-With, X-XSRF-TOKEN");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
    assertThat(answer.header("Vary")).startsWith("Origin, ");
    assertThat(answer.header("Access-Control-Allow-Private-Network")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://evil.test | PUT   | content-type",
        "https://app.test  | TRACE | content-type",
        "https://app.test  | put   | content-type",
        "https://app.test  | SUPER | content-type",
        "https://app.test  | ''    | content-type",
        "https://app.test  | PUT   | x-other",
        "https://app.test  | PUT   | content-type,x-other",
        "https://app.test  | PUT   | *",
        "https://app.test  | PUT   | content-type x"
      })
  @Tag("X8")
  @Tag("X10")
  @Tag("X16")
  void preflight_ofWhatIsNotAllowed_isRefusedWithoutAWord(
      String origin, String method, String headers) {
    Answer answer =
        cors.preflight(preflight(origin, method).header("Access-Control-Request-Headers", headers));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("cross-origin-refused");
    assertThat(answer.header("Vary")).startsWith("Origin, ");
    assertThat(answer.headers()).noneMatch(header -> CorsHeaders.decide(header.name()));
  }

  /** Each header of several counts, in any case, and none is no name. */
  @ParameterizedTest
  @ValueSource(strings = {"X-CSRF-TOKEN", " content-type , authorization ", "", ","})
  void preflight_allowedHeaders_inAnySpelling(String headers) {
    FakeRequest request = preflight(APP, "GET").header("Access-Control-Request-Headers", headers);

    assertThat(cors.preflight(request).status()).isEqualTo(204);
    request.header("Access-Control-Request-Headers", "x-other");
    assertThat(cors.preflight(request).status()).isEqualTo(403);
  }
}
