package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3: the WWW-Authenticate response header field. */
@Tag("B4")
class Rfc6750ChallengeTest {

  @Test
  void headerValue_nothingSent_isBare() {
    assertThat(Challenge.bare("example").headerValue()).isEqualTo("Bearer realm=\"example\"");
  }

  @Test
  void headerValue_exampleOfTheRfc_isWrittenAlike() {
    Challenge challenge =
        Challenge.bare("example")
            .error(BearerError.INVALID_TOKEN)
            .description("The access token expired");

    assertThat(challenge.headerValue())
        .isEqualTo(
            "Bearer realm=\"example\", error=\"invalid_token\","
                + " error_description=\"The access token expired\"");
  }

  @Test
  void headerValue_quotesInTheRealm_areEscaped() {
    assertThat(Challenge.bare("a \"b\" \\c").headerValue())
        .isEqualTo("Bearer realm=\"a \\\"b\\\" \\\\c\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x=y", "a\u0000", "ä"})
  void bare_realmThatNoHeaderCanCarry_isRefused(String realm) {
    assertThatIllegalArgumentException().isThrownBy(() -> Challenge.bare(realm));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a \"b\"", "a\\", "a\nb", "ä"})
  void description_characterThatTheRfcExcludes_isRefused(String description) {
    Challenge challenge = Challenge.bare("example");

    assertThatIllegalArgumentException().isThrownBy(() -> challenge.description(description));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void description_detailOfAReason_isAccepted(Reason reason) {
    assertThat(Challenge.bare("example").description(reason.detail()).headerValue())
        .endsWith("error_description=\"" + reason.detail() + "\"");
  }
}
