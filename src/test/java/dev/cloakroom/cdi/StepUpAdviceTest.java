package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import dev.cloakroom.config.FormAction;
import dev.cloakroom.config.LoginPageSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepUpAdviceTest {

  static class Levels {
    @AuthenticationLevel(2)
    void second() {}
  }

  @AuthenticationLevel(1)
  @Fresh
  static class Ages {}

  private static LoginPageSettings pages(@Nullable String login, @Nullable String stepUp) {
    return new LoginPageSettings(login, null, stepUp, null, Set.of(), FormAction.OFF);
  }

  @Test
  void levelWithoutAPage_isToldOf_whereVisitorsAreLedToALogin() {
    assertThat(StepUpAdvice.of(List.of(Levels.class), pages("/in", null)))
        .contains("cloakroom.login.step-up-page");

    assertThat(StepUpAdvice.of(List.of(Levels.class), pages("/in", "/up"))).isNull();
    assertThat(StepUpAdvice.of(List.of(Levels.class), pages(null, null))).isNull();
    assertThat(StepUpAdvice.of(List.of(Ages.class), pages("/in", null))).isNull();
  }
}
