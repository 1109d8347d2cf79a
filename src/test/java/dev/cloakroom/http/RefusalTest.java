package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B4")
class RefusalTest {

  @Test
  void answer_nothingPresented_isABareChallenge() {
    Answer answer = Refusal.nothingPresented().answer();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"cloakroom\"");
    assertThat(answer.body()).contains("\"not-authenticated\"");
  }

  @Test
  void answer_cookieRefused_isABareChallengeWithTheReason() {
    Answer answer = Refusal.cookie(Reason.SESSION_EXPIRED).answer();

    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"cloakroom\"");
    assertThat(answer.body()).contains("\"session-expired\"");
  }

  @Test
  void answer_tokenRefused_saysInvalidToken() {
    Answer answer = Refusal.bearer(Reason.TOKEN_EXPIRED).answer();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .startsWith("Bearer realm=\"cloakroom\", error=\"invalid_token\", error_description=\"");
  }

  @Test
  @Tag("B3")
  void answer_tokenMalformed_isABadRequest() {
    Answer answer = Refusal.bearer(Reason.MALFORMED_REQUEST).answer();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
  }

  @Test
  void answer_twoCookies_isABadRequestWithoutChallenge() {
    Answer answer = Refusal.cookie(Reason.AMBIGUOUS_CREDENTIALS).answer();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("WWW-Authenticate")).isNull();
  }

  @Test
  @Tag("G7")
  void answer_storeUnavailable_saysNothingAboutTheCredential() {
    Answer answer = Refusal.bearer(Reason.UNAVAILABLE).answer();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotNull();
    assertThat(answer.header("WWW-Authenticate")).isNull();
  }
}
