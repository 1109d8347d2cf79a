package dev.cloakroom.cdi;

import dev.cloakroom.FactorStore;
import dev.cloakroom.SecondFactor;
import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.Settings;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where logins wait for second factors there is the endpoint that ends them: no other way does. */
record FactorEndpointCheck(Settings settings, Supplier<BeanManager> beans) implements StartCheck {

  /** Asks the application that is being started. */
  FactorEndpointCheck(Settings settings) {
    this(settings, () -> CDI.current().getBeanManager());
  }

  @Override
  public @Nullable String whenStarting(ServletContext application) {
    if (settings.endpoints().isEnabled(Endpoint.FACTOR)) {
      return null;
    }
    String factors = factors();
    return factors.isEmpty()
        ? null
        : "cloakroom.endpoint.factor.enabled=false, and there are second factors: "
            + factors
            + ". The logins of whoever has one would wait for an answer that nothing takes. Leave the"
            + " endpoint on, or take the factors away.";
  }

  /** Those of the application, and what keeps ours. */
  private String factors() {
    return Stream.of(SecondFactor.class, FactorStore.class)
        .flatMap(type -> beans.get().getBeans(type, Any.Literal.INSTANCE).stream())
        .map(Bean::getBeanClass)
        .filter(made -> made != TotpProducers.class)
        .map(Class::getName)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  @Override
  public @Nullable String whenStarted() {
    return null;
  }
}
