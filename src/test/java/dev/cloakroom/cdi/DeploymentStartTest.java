package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.config.InvalidSettingsException;
import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the initializer makes of the settings, and of what a bean has started before it. */
class DeploymentStartTest {
  private final ServersConfig config = ServersConfig.with(Map.of("cloakroom.csrf", "off"));
  private final ClassLoader application =
      new ClassLoader(DeploymentStartTest.class.getClassLoader()) {};

  @AfterEach
  void takeConfigAway() {
    config.close();
  }

  private Deployment startedWith(Map<String, String> parameters) {
    return DeploymentStart.of(
        Stub.of(
            ServletContext.class,
            Map.of(
                "getClassLoader", unused -> application,
                "getContextPath", unused -> "/early",
                "getInitParameterNames", unused -> Collections.enumeration(parameters.keySet()),
                "getInitParameter", asked -> parameters.get((String) asked[0]))));
  }

  private Deployment askedForByABean() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      return Deployment.current();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void of_alone_readsTheParameters_andIsWhatBeansGet() {
    Deployment started = startedWith(Map.of("cloakroom.path", "/auth"));

    assertThat(started.settings().endpoints().path()).isEqualTo("/auth");
    assertThat(askedForByABean()).isSameAs(started);
  }

  @Test
  void of_afterABean_withParametersThatMakeNoDifference_isTheBeans() {
    Deployment early = askedForByABean();

    assertThat(startedWith(Map.of("cloakroom.csrf", "auto", "cloakroom.path", "/")))
        .isSameAs(early);
  }

  @Test
  void of_afterABean_withOtherParameters_isRefusedByName() {
    askedForByABean();

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> startedWith(Map.of("cloakroom.path", "/auth")))
        .withMessageContaining("cloakroom.path=/auth (servlet context parameter) is read too late");
  }

  @Test
  void of_anotherStartOfTheSameLoader_isNew() {
    Deployment first = startedWith(Map.of());
    first.initialize("/shop", Set.of());

    assertThat(startedWith(Map.of())).isNotSameAs(first);
  }
}
