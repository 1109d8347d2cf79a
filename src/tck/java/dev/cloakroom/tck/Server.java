package dev.cloakroom.tck;

import jakarta.enterprise.inject.spi.Extension;
import java.io.File;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A server of the TCK, and what an application needs there. */
enum Server {
  WILDFLY("jboss-web.xml", "<jboss-web><context-root>/</context-root></jboss-web>"),
  OPENLIBERTY(
      "ibm-web-ext.xml",
      """
      <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.1">
        <context-root uri="/"/>
      </web-ext>"""),
  PAYARA_MICRO(
      "glassfish-web.xml", "<glassfish-web-app><context-root>/</context-root></glassfish-web-app>");

  private static final String TESTS = "org.eclipse.microprofile.jwt.tck.container.";

  private final String descriptor;
  private final String root;

  Server(String descriptor, String root) {
    this.descriptor = descriptor;
    this.root = root;
  }

  /** The one that this run is on. */
  static Server ofThisRun() {
    return named(System.getProperty("arquillian.launch"));
  }

  /** One by its name in the settings of the build. */
  static Server named(String name) {
    return Arrays.stream(values())
        .filter(server -> server.launchName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private String launchName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Adds the API where the server without its own MicroProfile JWT has none. Payara Micro is never
   * without: there goes the annotation that would ask for it.
   */
  void prepare(WebArchive war) {
    if (this == PAYARA_MICRO) {
      war.addClass(WithoutLoginConfig.class)
          .addAsServiceProvider(Extension.class, WithoutLoginConfig.class);
    } else {
      war.addAsLibraries(api());
    }
  }

  /**
   * Which tests do not pass, in order. Open Liberty gives nobody the subject by Jakarta
   * Authorization without a provider of it, and gives Enterprise Beans a principal of its own.
   */
  List<String> notPassed() {
    return this == OPENLIBERTY
        ? List.of(
            TESTS + "ejb.EjbTest.getSubjectClass",
            TESTS + "ejb.EjbTest.testEJBPrincipalClass",
            TESTS + "jacc.SubjectTest.getSubjectClass",
            TESTS + "servlet.ServletTest.getServletSubjectClass")
        : List.of();
  }

  void putAtTheRoot(WebArchive war) {
    war.addAsWebInfResource(new StringAsset(root), descriptor);
  }

  private static File api() {
    try {
      return new File(
          JsonWebToken.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
