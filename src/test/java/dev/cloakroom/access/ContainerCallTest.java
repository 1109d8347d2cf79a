package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods of a guarded bean the container calls by itself, when nobody is logged in. */
@Tag("G7")
class ContainerCallTest {

  /** What the container calls, and what callers do. */
  @RolesAllowed("admin")
  static class Pools {

    public void close(@Disposes StringBuilder pool) {}

    public void begin(@Observes Startup startup) {}

    public void end(@Observes Shutdown shutdown) {}

    public void begun(@Observes @Initialized(ApplicationScoped.class) Object application) {}

    public void ending(@Observes @BeforeDestroyed(SessionScoped.class) Object session) {}

    public void ended(@Observes @Destroyed(ApplicationScoped.class) Object application) {}

    @RolesAllowed("owner")
    public void closeByRule(@Disposes StringBuffer pool) {}

    public void heard(@Observes String event) {}

    public void started(Startup startup) {}

    public void use(String name) {}
  }

  private static Method method(String name) {
    return Arrays.stream(Pools.class.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "close, true",
    "begin, true",
    "end, true",
    "begun, true",
    "ending, true",
    "ended, true",
    "closeByRule, false",
    "heard, false",
    "started, false",
    "use, false"
  })
  void method_isForWhoeverIsLoggedIn_onlyIfTheContainerAloneCallsIt(
      String name, boolean byTheContainer) {
    assertThat(ContainerCall.is(Pools.class, method(name))).isEqualTo(byTheContainer);
    assertThat(AccessRules.mayRestrict(Pools.class, method(name))).isEqualTo(!byTheContainer);
  }

  /** What somebody has ruled. */
  interface Ruled {
    @RolesAllowed("owner")
    void close(StringBuilder pool);
  }

  /** A rule that is inherited is one. */
  @RolesAllowed("admin")
  static class Heir implements Ruled {
    @Override
    public void close(@Disposes StringBuilder pool) {}
  }

  @Test
  void ruleOfWhatItImplements_stands() throws NoSuchMethodException {
    Method close = Heir.class.getMethod("close", StringBuilder.class);

    assertThat(ContainerCall.is(Heir.class, close)).isFalse();
    assertThat(AccessRules.mayRestrict(Heir.class, close)).isTrue();
  }
}
