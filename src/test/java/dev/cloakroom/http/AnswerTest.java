package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  private static final Challenge BARE = Challenge.bare("example");

  @Test
  @Tag("B5")
  @Tag("X12")
  void json_success_isNeverStoredNorSniffed() {
    Answer answer = Answer.json(200, "{}");

    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.bytes()).asString().isEqualTo("{}");
  }

  /** It leads to a page of the application, which may want to know who opened its window. */
  @Test
  @Tag("X12")
  void seeOther_hasAllButWhatCutsAPageOff() {
    Answer answer = Answer.seeOther(new LocalTarget("/page"));

    assertThat(answer.header("Cross-Origin-Opener-Policy")).isNull();
    assertThat(answer.header("Content-Security-Policy")).isNotNull();
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
  }

  @Test
  void of_statusOnly_hasNoBodyAndNoType() {
    assertThat(Answer.of(204).bytes()).isEmpty();
    assertThat(Answer.of(204).header("Content-Type")).isNull();
  }

  @Tag("X17")
  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"FORBIDDEN", "MALFORMED_REQUEST", "BODY_TOO_LARGE", "UNAVAILABLE", "NOT_FOUND"})
  void of_refusal_hasTheStatusOfItsDocument(Reason reason) {
    Answer answer = Answer.of(reason);

    assertThat(answer.status()).isEqualTo(reason.status());
    assertThat(answer.body()).isEqualTo(Problem.of(reason).json());
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"TOO_MANY_REQUESTS", "UNAVAILABLE"})
  void of_laterMayWork_saysWhen(Reason reason) {
    assertThat(Answer.of(reason).header("Retry-After")).isEqualTo("5");
    assertThat(Answer.of(Reason.FORBIDDEN).header("Retry-After")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT0S,1", "PT0.001S,1", "PT1S,1", "PT1.5S,2", "PT2M,120"})
  void retryAfter_anyDuration_isRoundedUpToWholeSeconds(Duration wait, String seconds) {
    assertThat(Answer.of(Reason.UNAVAILABLE).retryAfter(wait).header("Retry-After"))
        .isEqualTo(seconds);
  }

  @Test
  @Tag("B4")
  void unauthorized_reasonOfThatStatus_hasItsChallenge() {
    Answer answer = Answer.unauthorized(Reason.TOKEN_EXPIRED, BARE);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"example\"");
  }

  @Test
  @Tag("B4")
  void unauthorized_reasonOfAnotherStatus_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answer.unauthorized(Reason.FORBIDDEN, BARE))
        .withMessageContaining("403");
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"NOT_AUTHENTICATED", "INVALID_TOKEN", "METHOD_NOT_ALLOWED"})
  void of_statusThatNeedsAnotherHeader_isRefused(Reason reason) {
    assertThatIllegalArgumentException().isThrownBy(() -> Answer.of(reason));
  }

  @Test
  @Tag("X16")
  void methodNotAllowed_methods_areListedInOrder() {
    Answer answer = Answer.methodNotAllowed(Set.of("POST", "GET", "HEAD"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
  }

  @Test
  void seeOther_localTarget_isItsLocation() {
    Answer answer = Answer.seeOther(new LocalTarget("/start"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/start");
  }

  @Test
  void with_nameInAnotherCase_replacesTheHeader() {
    Answer answer = Answer.of(200).with("cache-control", "max-age=60");

    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
    assertThat(answer.headers()).hasSameSizeAs(Answer.of(200).headers());
  }

  @Test
  @Tag("C6")
  void adding_twoCookies_keepsBoth() {
    Answer answer = Answer.of(200).adding(SetCookie.of("a", "b")).adding(SetCookie.of("c", "d"));

    assertThat(answer.headers())
        .endsWith(new Answer.Header("Set-Cookie", "a=b"), new Answer.Header("Set-Cookie", "c=d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"geheim\r\nX: y", "geheim\n", "geheim\u0000", "geheim\u007f"})
  @Tag("G6")
  void with_controlCharacterInTheValue_isRefusedWithoutShowingIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answer.of(200).with("X-Test", value))
        .withMessageContaining("X-Test")
        .withMessageNotContaining("geheim");
  }

  @Test
  @Tag("G5")
  void toString_anyAnswer_showsNeitherValuesNorBody() {
    Answer answer = Answer.json(200, "geheim").adding(SetCookie.of("sid", "geheim"));

    assertThat(answer.toString()).contains("200", "Set-Cookie").doesNotContain("geheim");
  }
}
