package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCachingTest {
  private final FakeRequest request = FakeRequest.get("/page");
  private final FakeResponse response = new FakeResponse();

  private String said() {
    return String.join(", ", response.getHeaders("Cache-Control"));
  }

  @Test
  void guard_serverSilent_isForTheCallersCacheAlone() {
    AnswerCaching.guard(request, response);

    assertThat(said()).isEqualTo("private, no-cache");
  }

  /** The back button asks nobody. */
  @ParameterizedTest
  @CsvSource({"navigate, 'private, no-store'", "no-cors, 'private, no-cache'"})
  @Tag("X13")
  void guard_ofAPageThatIsShown_keepsItFromBeingStored(String mode, String said) {
    request.header("Sec-Fetch-Mode", mode);
    AnswerCaching.guard(request, response);

    assertThat(said()).isEqualTo(said);
  }

  @Test
  void guard_serverHasSpoken_leavesIt_butSpeaksAfterAReset() {
    response.setHeader("Cache-Control", "no-store");
    AnswerCaching.guard(request, response);
    assertThat(said()).isEqualTo("no-store");

    response.reset();
    AnswerCaching.guardAgain(request, response);

    assertThat(said()).isEqualTo("private, no-cache");
  }

  @Test
  void guardAgain_ofWhatIsNotGuarded_saysNothing() {
    AnswerCaching.guardAgain(request, response);

    assertThat(response.containsHeader("Cache-Control")).isFalse();
  }

  @Test
  void giveWay_toTheApplication_once() {
    AnswerCaching.guard(request, response);

    assertThat(AnswerCaching.giveWay("cache-control", request, response)).isTrue();
    assertThat(AnswerCaching.giveWay("Cache-Control", request, response)).isFalse();
  }

  @Test
  void giveWay_toExpires_staysPrivate() {
    AnswerCaching.guard(request, response);

    assertThat(AnswerCaching.giveWay("Expires", request, response)).isFalse();
    assertThat(said()).isEqualTo("private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cache-Control",
        "CACHE-CONTROL",
        "CDN-Cache-Control",
        "expires",
        "surrogate-control"
      })
  void isAbout_whatCachesRead(String header) {
    assertThat(AnswerCaching.isAbout(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Control", "ETag", "Set-Cookie", "X-Expires", "Cache-Control-X", ""})
  void isAbout_nothingElse(String header) {
    assertThat(AnswerCaching.isAbout(header)).isFalse();
  }
}
