package dev.cloakroom.it.probe;

import dev.cloakroom.it.probe.component.Vault;
import dev.cloakroom.it.probe.ldap.DirectoryAddress;
import dev.cloakroom.it.probe.scoped.Basket;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The probe at the root of the server. Its settings come from both places that a WAR has: its
 * MicroProfile Config file and the context parameters of its {@code web.xml}.
 */
public final class ProbeDeployment {

  private static final String CONSTRAINTS =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>any caller</web-resource-name>
            <url-pattern>/any-caller</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>**</role-name></auth-constraint>
        </security-constraint>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>written</web-resource-name>
            <url-pattern>/written</url-pattern>
            <http-method>POST</http-method>
          </web-resource-collection>
          <auth-constraint><role-name>admin</role-name></auth-constraint>
        </security-constraint>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>for administrators</web-resource-name>
            <url-pattern>/declared-admin/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>admin</role-name></auth-constraint>
        </security-constraint>
        <error-page>
          <error-code>409</error-code>
          <location>/error-for-caller</location>
        </error-page>
        <error-page>
          <error-code>403</error-code>
          <location>/error-for-caller</location>
        </error-page>
        <error-page>
          <error-code>401</error-code>
          <location>/error-for-caller</location>
        </error-page>
      """;

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
        .classesBeside(Vault.class)
        .classesBeside(Basket.class)
        .descriptor(CONSTRAINTS)
        .archive();
  }
}
