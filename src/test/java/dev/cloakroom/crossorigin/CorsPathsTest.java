package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules with names, each for a path. */
class CorsPathsTest {
  private final Cors cors =
      new TestApplication(
              Map.of(
                  "cloakroom.cors.partner.path", "/api/*",
                  "cloakroom.cors.partner.allowed-origins", "https://partner.test",
                  "cloakroom.cors.open.path", "/api/open/*",
                  "cloakroom.cors.open.allowed-origins", "*",
                  "cloakroom.cors.open.allow-credentials", "false",
                  "cloakroom.cors.one.path", "/one",
                  "cloakroom.cors.one.allowed-origins", "https://one.test"))
          .rules.cors();

  /** The first that covers the path counts, and what none covers is the application's. */
  @ParameterizedTest
  @CsvSource({
    "/api,             https://partner.test",
    "/api/,            https://partner.test",
    "/api/orders/7,    https://partner.test",
    "/api/open,        *",
    "/api/open/orders, *",
    "/api/openly,      https://partner.test",
    "/apis,            ",
    "/API,             ",
    "/one,             https://one.test",
    "/one/more,        ",
    "/,                "
  })
  @Tag("X8")
  @Tag("X18")
  void rulesWithNames_areForTheirPaths(String path, @Nullable String allowed) {
    String origin = allowed == null || allowed.equals("*") ? "https://any.test" : allowed;
    FakeRequest request = FakeRequest.get(path).header("Origin", origin);

    assertThat(cors.trusts(request)).isEqualTo(origin.equals(allowed));
    assertThat(allowOrigin(request)).isEqualTo(allowed);
    assertThat(cors.isPreflight(preflight(path, origin))).isEqualTo(allowed != null);
  }

  private @Nullable String allowOrigin(FakeRequest request) {
    FakeResponse response = new FakeResponse();
    CorsHeaders headers = cors.headers(request);
    if (headers != null) {
      headers.writeTo(response);
    }
    return response.getHeader("Access-Control-Allow-Origin");
  }

  private static FakeRequest preflight(String path, String origin) {
    return FakeRequest.of("OPTIONS", path)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PUT");
  }
}
