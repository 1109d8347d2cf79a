package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X13")
class ClearSiteDataTest {

  private static @Nullable String cleared(String set, FakeRequest request) throws IOException {
    TestApplication app =
        new TestApplication(
            Map.of("cloakroom.logout.clear-site-data", set, "cloakroom.cookie.secure", "auto"));
    ClearSiteData clearing =
        new ClearSiteData(app.settings.browser().clearedAtLogout(), app.policy);
    FakeResponse response = new FakeResponse();
    AnswerWriter.write(clearing.in(Answer.of(204), request), response);
    return response.getHeader("Clear-Site-Data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cache, storage | \"cache\", \"storage\"",
        "storage,cache  | \"cache\", \"storage\"",
        "cache          | \"cache\"",
        "storage        | \"storage\"",
        "off            |"
      })
  void answer_overHttps_clearsWhatIsSet(String set, @Nullable String value) throws IOException {
    assertThat(cleared(set, FakeRequest.post("/logout"))).isEqualTo(value);
  }

  /** A browser believes it over HTTPS alone. */
  @Test
  void answer_overPlainHttp_clearsNothing() throws IOException {
    assertThat(cleared("cache", FakeRequest.post("/logout").plain())).isNull();
  }
}
