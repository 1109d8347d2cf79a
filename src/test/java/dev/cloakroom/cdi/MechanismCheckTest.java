package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.mechanism.CloakroomMechanism;
import dev.cloakroom.testing.Stub;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MechanismCheckTest {
  private static final Bean<?> OURS = bean(CloakroomMechanism.class);
  private static final Bean<?> THEIRS = bean(MechanismCheckTest.class);

  private static Bean<?> bean(Class<?> type) {
    return Stub.of(
        Bean.class,
        Map.of(
            "getBeanClass", none -> type,
            "toString", none -> "bean of\n" + type.getSimpleName(),
            "hashCode", none -> type.hashCode(),
            "equals", other -> false));
  }

  /** Resolves as CDI does, where none of several is an alternative. */
  private static BeanManager manager(Set<Bean<?>> mechanisms) {
    return Stub.of(
        BeanManager.class,
        Map.of(
            "getBeans", asked -> mechanisms,
            "resolve",
                asked -> {
                  if (mechanisms.size() > 1) {
                    throw new AmbiguousResolutionException("two");
                  }
                  return mechanisms.iterator().next();
                }));
  }

  @Test
  void problem_withOurMechanismAlone_isNone() {
    assertThat(MechanismCheck.problem(manager(Set.of(OURS)))).isEmpty();
  }

  @Test
  void problem_withAnotherMechanism_namesTheOtherInOneLine() {
    assertThat(MechanismCheck.problem(manager(Set.of(OURS, THEIRS))))
        .get()
        .asString()
        .contains("another authentication mechanism, bean of\\u000aMechanismCheckTest, and")
        .contains("Remove it")
        .doesNotContain("CloakroomMechanism");
  }

  /** As in the fast tests themselves: there is nobody to ask. */
  @Test
  void problem_whereCdiHasNotStarted_isNone() {
    assertThat(MechanismCheck.problem()).isEmpty();
  }
}
