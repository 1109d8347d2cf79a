package dev.cloakroom.tck;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import org.eclipse.microprofile.auth.LoginConfig;

/** Takes {@code @LoginConfig} from an application, as who moves one to Cloakroom does by hand. */
public final class WithoutLoginConfig implements Extension {

  /** Made by the container. */
  public WithoutLoginConfig() {}

  void remove(
      @Observes @Priority(0) @WithAnnotations(LoginConfig.class) ProcessAnnotatedType<?> found) {
    found.configureAnnotatedType().remove(LoginConfig.class::isInstance);
  }
}
