package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.LoginSession;
import dev.cloakroom.client.LoginClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where no test of the kit's has begun: in constructors, in {@code @BeforeAll}, on other threads.
 */
class NotBegunTest {

  @ParameterizedTest
  @ValueSource(classes = {LoginSession.class, LoginClient.class})
  void parameter_isRefused(Class<?> type) {
    assertThatExceptionOfType(ParameterResolutionException.class)
        .isThrownBy(() -> Parameters.resolved(type))
        .withMessageContaining("before a test begins");
  }

  @Test
  void nothing_isChanged_thatNobodyWouldPutRight() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Login.elapse(Duration.ofMinutes(1)))
        .withMessageContaining("@LoggedInAs");
    assertThatIllegalStateException()
        .isThrownBy(() -> Login.as(FakeLogin.of("alice"), () -> "done"));
    assertThat(Login.now()).isBefore(Instant.now().plusSeconds(30));
    assertThat(FakeLogin.of("alice").session().isAnonymous()).isFalse();
  }
}
