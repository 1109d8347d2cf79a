package dev.cloakroom.scope;

import dev.cloakroom.testing.Stub;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionTarget;
import java.util.Map;

/** Forms of classes that no container knows. */
final class Forms {

  private Forms() {}

  @SuppressWarnings("unchecked") // a stub has no type arguments
  static <T> BeanForm<T> of(Class<T> type) {
    return new BeanForm<T>(
        Stub.of(Bean.class, Map.of("getBeanClass", unused -> type)),
        Stub.of(InjectionTarget.class));
  }
}
