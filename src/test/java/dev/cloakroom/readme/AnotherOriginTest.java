package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** "A single-page application on another origin" does what the six lines say. */
class AnotherOriginTest {
  private static final String PAGE = "https://app.example.com";

  private static String lines() throws IOException {
    return Readme.blocks("properties").stream()
        .filter(block -> block.contains("cloakroom.cors."))
        .findFirst()
        .orElseThrow();
  }

  private static TestApplication application() throws IOException {
    Properties example = new Properties();
    example.load(new StringReader(lines()));
    Map<String, String> settings = new HashMap<>();
    example.stringPropertyNames().forEach(key -> settings.put(key, example.getProperty(key)));
    return new TestApplication(settings);
  }

  private static FakeRequest of(String method) {
    return FakeRequest.of(method, "/orders")
        .header("Origin", PAGE)
        .header("Sec-Fetch-Site", "cross-site");
  }

  @Test
  void example_hasSixLines() throws IOException {
    assertThat(lines().strip().lines()).hasSize(6);
  }

  @Test
  void example_letsThePageReadAndWrite() throws IOException {
    TestApplication app = application();
    FakeResponse answer = new FakeResponse();
    FakeResponse preflight = new FakeResponse();
    FakeRequest asked = of("OPTIONS").header("Access-Control-Request-Method", "PUT");

    app.corsAnswers.tell(of("GET"), answer);
    app.corsAnswers.answerPreflight(asked, preflight);

    assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo(PAGE);
    assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(preflight.getStatus()).isEqualTo(204);
    assertThat(app.crossOrigin.refuses(of("POST"))).isFalse();
    assertThat(app.policy.guarded("JSESSIONID=x", FakeRequest.get("/")))
        .contains("SameSite=None", "Partitioned", "Secure");
  }
}
