package dev.cloakroom.cdi;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.KeyRing;
import jakarta.servlet.ServletContext;

/**
 * What an application was deployed with. Kept in its servlet context, so that two applications in
 * one server never see each other's.
 *
 * @param settings valid settings
 * @param keys the keys of its tokens
 * @param contextPath where the application lives on its server
 */
record Deployment(Settings settings, KeyRing keys, String contextPath) {

  /** The deployment of an application; it is there once the container has started it. */
  static Deployment of(ServletContext application) {
    if (application.getAttribute(Deployment.class.getName()) instanceof Deployment deployment) {
      return deployment;
    }
    throw new IllegalStateException(
        "Cloakroom was not started in this application: its ServletContainerInitializer did not"
            + " run. Is the JAR in WEB-INF/lib, and metadata-complete not set for fragments?");
  }

  /** The issuer of its tokens where none is configured: the same on all nodes. */
  String defaultIssuer() {
    return "urn:cloakroom:" + (contextPath.isEmpty() ? "/" : contextPath);
  }

  void keepIn(ServletContext application) {
    application.setAttribute(Deployment.class.getName(), this);
  }
}
