package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X12")
class StrictTransportTest {
  private static final String HEADER = "Strict-Transport-Security";

  private static StrictTransport set(@Nullable String maxAge) {
    return set(maxAge, "auto");
  }

  private static StrictTransport set(@Nullable String maxAge, String secure) {
    Map<String, String> settings = new HashMap<>(Map.of("cloakroom.cookie.secure", secure));
    if (maxAge != null) {
      settings.put("cloakroom.hsts", maxAge);
    }
    TestApplication app = new TestApplication(settings);
    return new StrictTransport(app.settings.browser().hsts(), app.proxies);
  }

  @ParameterizedTest
  @CsvSource({"P365D, max-age=31536000", "PT0S, max-age=0", ","})
  void demand_overHttps_isWhatIsSet(@Nullable String maxAge, @Nullable String value) {
    FakeResponse response = new FakeResponse();

    set(maxAge).demand(FakeRequest.get("/"), response);

    assertThat(response.getHeader(HEADER)).isEqualTo(value);
  }

  /** Also where cookies are for encrypted connections only, whatever a client comes by. */
  @ParameterizedTest
  @ValueSource(strings = {"auto", "always"})
  void demand_overPlainHttp_isNotMade(String secure) {
    FakeResponse response = new FakeResponse();

    set("P365D", secure).demand(FakeRequest.get("/").plain(), response);

    assertThat(response.getHeader(HEADER)).isNull();
  }

  @Test
  void demand_thatSomebodyMade_stays() {
    FakeResponse response = new FakeResponse();
    response.setHeader(HEADER, "max-age=1; includeSubDomains");

    set("P365D").demand(FakeRequest.get("/"), response);

    assertThat(response.getHeader(HEADER)).isEqualTo("max-age=1; includeSubDomains");
  }
}
