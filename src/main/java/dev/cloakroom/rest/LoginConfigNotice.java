package dev.cloakroom.rest;

import static java.lang.System.Logger.Level.WARNING;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells that an application asks for the server's own MicroProfile JWT besides Cloakroom: some
 * servers then refuse it, some answer each request with an error, some take no notice. The
 * annotation is known by its name: its API is not on every server.
 */
public final class LoginConfigNotice {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");
  private static final String LOGIN_CONFIG = "org.eclipse.microprofile.auth.LoginConfig";

  /** Belongs to the class that it tells of, and goes with it. */
  private static final ClassValue<AtomicBoolean> TOLD =
      new ClassValue<>() {
        @Override
        protected AtomicBoolean computeValue(Class<?> type) {
          return new AtomicBoolean();
        }
      };

  private LoginConfigNotice() {}

  /** Tells it of a class that has the annotation; the first time only. */
  public static void about(Class<?> type) {
    if (isAnnotated(type) && TOLD.get(type).compareAndSet(false, true)) {
      LOG.log(
          WARNING,
          "Remove @LoginConfig from "
              + type.getName()
              + ": it asks for the server's own MicroProfile JWT, besides which Cloakroom cannot"
              + " log anybody in on every server. Cloakroom takes bearer tokens without it, and"
              + " @Inject JsonWebToken stays as it is.");
    }
  }

  private static boolean isAnnotated(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(annotation -> annotation.getName().equals(LOGIN_CONFIG));
  }
}
