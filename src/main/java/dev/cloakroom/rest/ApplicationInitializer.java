package dev.cloakroom.rest;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the application's Jakarta REST classes when it starts. By itself, because where Jakarta
 * REST is absent a server may tell an initializer that names its types of no class at all.
 */
@HandlesTypes(Application.class)
public final class ApplicationInitializer implements ServletContainerInitializer {

  /** Made by the container. */
  public ApplicationInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application) {
    if (found != null) {
      found.forEach(LoginConfigNotice::about);
    }
  }
}
