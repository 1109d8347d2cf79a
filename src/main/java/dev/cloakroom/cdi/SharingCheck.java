package dev.cloakroom.cdi;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the application has Cloakroom's beans to itself. Where the JAR is in the {@code lib} of
 * an EAR, all its WARs have the same: settings, keys and callers of the first would be the others'.
 */
record SharingCheck(Supplier<ServedApplication> served) implements StartCheck {

  /** Asks the application that is being started. */
  SharingCheck() {
    this(() -> CDI.current().select(ServedApplication.class).get());
  }

  @Override
  public @Nullable String whenStarting(ServletContext application) {
    ServletContext first = served.get().firstBefore(application);
    return first == application
        ? null
        : "the applications '"
            + ContextPath.inWords(first.getContextPath())
            + "' and '"
            + ContextPath.inWords(application.getContextPath())
            + "' share its JAR, and with it whoever is logged in. Deploy each WAR by itself, with the"
            + " JAR in its WEB-INF/lib.";
  }

  @Override
  public @Nullable String whenStarted() {
    return null;
  }
}
