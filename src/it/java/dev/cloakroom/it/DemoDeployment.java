package dev.cloakroom.it;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The demo WAR as the build made it, at the root of the server. */
public final class DemoDeployment {

  private DemoDeployment() {}

  /** The archive; tests that need other settings add them to it. */
  @Deployment(testable = false)
  public static WebArchive demo() {
    // servers take the context root from the name, and ROOT is the way to say "/"
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(new File(System.getProperty("cloakroom.war")))
        .as(WebArchive.class);
  }
}
