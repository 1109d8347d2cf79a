package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X12")
class FrameProtectionTest {
  private static final String POLICY = "Content-Security-Policy";
  private static final String OPTIONS = "X-Frame-Options";

  private final FakeResponse response = new FakeResponse();

  private static FrameProtection set(@Nullable String ancestors) {
    Map<String, String> settings =
        ancestors == null ? Map.of() : Map.of("cloakroom.frame-ancestors", ancestors);
    return new FrameProtection(new TestApplication(settings).settings.browser().frames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none                          | frame-ancestors 'none'                         | DENY",
        "self                          | frame-ancestors 'self'                         | SAMEORIGIN",
        "https://a.test                | frame-ancestors https://a.test                 |",
        "self, https://a.test:8443     | frame-ancestors https://a.test:8443 'self'     |",
        "*                             |                                                |",
        "                              |                                                |"
      })
  void demand_isWhatIsSet(@Nullable String set, @Nullable String policy, @Nullable String options) {
    set(set).demand(response);

    assertThat(response.getHeader(POLICY)).isEqualTo(policy);
    assertThat(response.getHeader(OPTIONS)).isEqualTo(options);
  }

  @Test
  void demand_isMadeOnce_besideWhatTheApplicationSays() {
    response.setHeader(POLICY, "default-src 'self'");

    set("none").demand(response);
    set("none").demand(response);

    assertThat(response.getHeaders(POLICY))
        .containsExactly("default-src 'self'", "frame-ancestors 'none'");
    assertThat(response.getHeaders(OPTIONS)).containsExactly("DENY");
  }
}
