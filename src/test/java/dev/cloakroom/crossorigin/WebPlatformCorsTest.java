package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.testing.WebPlatformTests;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebPlatformCorsTest {
  private static final String APP = "https://app.test";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private final Cors cors =
      new TestApplication(Map.of("cloakroom.cors.allowed-origins", APP)).rules.cors();

  static List<Arguments> origins() throws IOException {
    return WebPlatformTests.of("origin");
  }

  static List<Arguments> preflights() throws IOException {
    return WebPlatformTests.of("preflight");
  }

  /** A container takes blanks away before anybody sees a header. */
  @ParameterizedTest
  @MethodSource("origins")
  @Tag("X8")
  @Tag("X9")
  void origin_inThisSpelling(String source, String origin, String allowed) {
    FakeRequest request = FakeRequest.get("/").header("Origin", origin.strip());
    FakeResponse response = new FakeResponse();

    Objects.requireNonNull(cors.headers(request)).writeTo(response);

    assertThat(response.getHeader(ALLOW_ORIGIN)).isEqualTo(allowed.equals("yes") ? APP : null);
  }

  @ParameterizedTest
  @MethodSource("preflights")
  @Tag("X11")
  void preflight_ofThis(String source, String method, String headers, String allowed) {
    FakeRequest request =
        FakeRequest.of("OPTIONS", "/")
            .header("Origin", APP)
            .header("Access-Control-Request-Method", method);

    Answer answer =
        cors.preflight(
            headers.equals("-")
                ? request
                : request.header("Access-Control-Request-Headers", headers));

    boolean isAllowed = allowed.equals("yes");
    assertThat(answer.status()).isEqualTo(isAllowed ? 204 : 403);
    assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(isAllowed ? APP : null);
  }
}
