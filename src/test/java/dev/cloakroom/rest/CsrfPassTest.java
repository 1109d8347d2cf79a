package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.CsrfExempt;
import org.junit.jupiter.api.Test;

/** Which methods are exempt. */
class CsrfPassTest {

  /** One of whose methods is. */
  interface Api {
    @CsrfExempt
    void beacon();

    void order();
  }

  /** Says nothing itself. */
  static class Resource implements Api {
    @Override
    public void beacon() {}

    @Override
    public void order() {}
  }

  /** All of whose methods are. */
  @CsrfExempt
  static class Beacons {
    public void beacon() {}
  }

  /** One that a container makes. */
  static class Heir extends Beacons {}

  private static boolean isExempt(Class<?> type, String method) throws NoSuchMethodException {
    return CsrfPass.isFor(type, type.getMethod(method));
  }

  @Test
  void method_isExempt_byItselfOrItsClass() throws NoSuchMethodException {
    assertThat(isExempt(Resource.class, "beacon")).isTrue();
    assertThat(isExempt(Resource.class, "order")).isFalse();
    assertThat(isExempt(Beacons.class, "beacon")).isTrue();
    assertThat(isExempt(Heir.class, "beacon")).isTrue();
  }

  /** So that exemptions behind a locator are known before it first leads there. */
  @Test
  void class_hasAnExemption_itsOwnOrAMethods() {
    assertThat(CsrfPass.isOn(Resource.class)).isTrue();
    assertThat(CsrfPass.isOn(Beacons.class)).isTrue();
    assertThat(CsrfPass.isOn(CsrfPassTest.class)).isFalse();
  }
}
