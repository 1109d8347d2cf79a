package dev.cloakroom.it.settings;

import dev.cloakroom.it.probe.ProbeWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.ShouldThrowException;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that must not start, on a server of its own: Payara Micro starts none after one. */
public final class UnusableStoreDeployment {

  private UnusableStoreDeployment() {}

  /** Redis without its driver. */
  @Deployment(testable = false)
  @ShouldThrowException(testable = false)
  public static WebArchive unusableStore() {
    return ProbeWar.bare("unusable-store.war")
        .setting("cloakroom.store", "redis")
        .setting("cloakroom.redis.uri", "redis://127.0.0.1:6379")
        .archive();
  }
}
