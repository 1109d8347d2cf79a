package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.FactorStore;
import dev.cloakroom.SecondFactor;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G7")
class FactorEndpointCheckTest {
  private static final Map<String, String> OFF =
      Map.of("cloakroom.endpoint.factor.enabled", "false");

  private static @Nullable String problem(
      Map<String, String> settings, Map<Type, Class<?>> beansOfTheApplication) {
    BeanManager beans =
        Stub.of(
            BeanManager.class,
            Map.of("getBeans", asked -> found((Type) asked[0], beansOfTheApplication)));
    return new FactorEndpointCheck(new TestApplication(settings).settings, () -> beans)
        .whenStarting(Stub.of(ServletContext.class));
  }

  /** Ours are there always, by a producer. */
  private static Set<Bean<?>> found(Type asked, Map<Type, Class<?>> beansOfTheApplication) {
    Bean<?> ours = bean(TotpProducers.class);
    Class<?> type = beansOfTheApplication.get(asked);
    return type == null ? Set.of(ours) : Set.of(ours, bean(type));
  }

  private static Bean<?> bean(Class<?> made) {
    return Stub.of(
        Bean.class,
        Map.of("getBeanClass", asked -> made, "hashCode", asked -> 1, "equals", asked -> false));
  }

  @Test
  void factorOfTheApplication_withoutTheEndpoint_isNamed() {
    assertThat(problem(OFF, Map.of(SecondFactor.class, NumberFactor.class)))
        .contains("cloakroom.endpoint.factor.enabled=false", NumberFactor.class.getName());
  }

  @Test
  void storeOfFactors_withoutTheEndpoint_isNamed() {
    assertThat(problem(OFF, Map.of(FactorStore.class, String.class))).contains("java.lang.String");
  }

  @Test
  void withTheEndpoint_orWithoutFactors_nothingIsWrong() {
    assertThat(problem(Map.of(), Map.of(SecondFactor.class, NumberFactor.class))).isNull();
    assertThat(problem(OFF, Map.of())).isNull();
  }
}
