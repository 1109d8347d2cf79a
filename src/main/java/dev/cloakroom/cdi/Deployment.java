package dev.cloakroom.cdi;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.KeyRing;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * What an application was deployed with. Applications are told apart by their class loaders, so
 * that two in one server never see each other's, and beans find theirs also outside of a request.
 *
 * @param settings valid settings
 * @param keys the keys of its tokens
 * @param contextPath where the application lives on its server
 * @param roles the roles that it declares
 */
record Deployment(Settings settings, KeyRing keys, String contextPath, Set<String> roles) {
  private static final Map<ClassLoader, Deployment> BY_APPLICATION =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * The deployment of the application that the calling thread works for.
   *
   * @throws IllegalStateException if Cloakroom was not started in it
   */
  static Deployment current() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    while (loader != null) {
      Deployment deployment = BY_APPLICATION.get(loader);
      if (deployment != null) {
        return deployment;
      }
      loader = loader.getParent();
    }
    throw new IllegalStateException(
        "Cloakroom has not been started in this application: its ServletContainerInitializer did"
            + " not run, or not yet. Is the JAR in WEB-INF/lib?");
  }

  Deployment {
    roles = Set.copyOf(roles);
  }

  /** The issuer of its tokens where none is configured: the same on all nodes. */
  String defaultIssuer() {
    return "urn:cloakroom:" + (contextPath.isEmpty() ? "/" : contextPath);
  }

  void start(ClassLoader application) {
    BY_APPLICATION.put(application, this);
  }
}
