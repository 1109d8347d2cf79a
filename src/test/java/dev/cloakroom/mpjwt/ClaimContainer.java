package dev.cloakroom.mpjwt;

import dev.cloakroom.token.TokenContent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A CDI container with one bean, into which claims are injected as the JAR does it. */
final class ClaimContainer {

  private ClaimContainer() {}

  static SeContainer of(Class<?> bean, Supplier<@Nullable TokenContent> current) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(bean)
        .addExtensions(new Claims(current))
        .initialize();
  }

  record Claims(Supplier<@Nullable TokenContent> current) implements Extension {
    void add(@Observes BeforeBeanDiscovery discovery) {
      ClaimProducers.addTo(discovery);
    }

    void add(@Observes AfterBeanDiscovery discovery) {
      JsonWebTokenBean.addTo(discovery, current);
    }

    void check(@Observes ProcessInjectionPoint<?, ?> found, BeanManager beans) {
      ClaimInjections.check(found, beans);
    }
  }
}
