package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.session.OpenRefusal;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.token.RejectedToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalReasonsTest {

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, INVALID_TOKEN",
    "EXPIRED, SESSION_EXPIRED",
    "ENDED,   SESSION_ENDED",
    "REPLACED, INVALID_TOKEN",
    "REUSED,  REFRESH_TOKEN_REUSED"
  })
  void of_sessionRefusal(SessionRefusal refusal, Reason reason) {
    assertThat(RefusalReasons.of(refusal)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "ENDED,           SESSION_ENDED",
    "TOO_MANY,        TOO_MANY_SESSIONS",
    "UNSTORABLE_NAME, UNSUPPORTED_CALLER_NAME"
  })
  void of_openRefusal(OpenRefusal refusal, Reason reason) {
    assertThat(RefusalReasons.of(refusal)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"EXPIRED, TOKEN_EXPIRED", "INVALID, INVALID_TOKEN"})
  void of_rejectedToken(RejectedToken.Reason why, Reason reason) {
    assertThat(RefusalReasons.of(new RejectedToken(why))).isEqualTo(reason);
  }
}
