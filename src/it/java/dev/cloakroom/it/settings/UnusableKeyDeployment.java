package dev.cloakroom.it.settings;

import dev.cloakroom.it.probe.ProbeWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.ShouldThrowException;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that must not start, on a server of its own: Payara Micro starts none after one. */
public final class UnusableKeyDeployment {

  private UnusableKeyDeployment() {}

  /** The archive. */
  @Deployment(testable = false)
  @ShouldThrowException(testable = false)
  public static WebArchive unusableKey() {
    return ProbeWar.bare("unusable-key.war")
        .setting("cloakroom.keys.location", "classpath:key.pem")
        .resource("key.pem", "this is no key")
        .archive();
  }
}
