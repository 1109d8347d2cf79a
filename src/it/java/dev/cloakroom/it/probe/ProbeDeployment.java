package dev.cloakroom.it.probe;

import dev.cloakroom.it.probe.ldap.DirectoryAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The probe at the root of the server. Its settings come from both places that a WAR has: its
 * MicroProfile Config file and the context parameters of its {@code web.xml}.
 */
public final class ProbeDeployment {

  private ProbeDeployment() {}

  /** The archive. */
  @Deployment(testable = false)
  public static WebArchive probe() {
    return ProbeWar.named("ROOT.war")
        .setting("cloakroom.cookie.secure", "auto")
        .setting("cloakroom.cookie.guard", "JSESSIONID,basket")
        .contextParameter("cloakroom.path", "/auth")
        .setting("probe.directory.url", Directory.url())
        .classes(DirectoryAddress.class)
        .archive();
  }
}
