package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbsentFactorTest {
  private final AbsentFactor absent = new AbsentFactor(TotpFactor.METHOD);

  /** As a method must be, and not that of a factor which an application makes itself. */
  @Test
  void method_isOneThatNoFactorHas() {
    assertThat(absent.method()).matches("[a-z0-9-]{1,32}").isEqualTo("absent-otp");
  }

  @Test
  void nobody_hasIt_orIsProvenByIt() {
    assertThat(absent.isEnrolled("alice")).isFalse();
    assertThat(absent.proves("alice", null, "123456")).isFalse();
  }
}
