package dev.cloakroom.it.probe;

import dev.cloakroom.it.probe.app.PagedException;
import dev.cloakroom.it.probe.app.ProbeApplication;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Builds WARs that hold the built JAR and settings of their own. Each method gives itself back. The
 * tests of one are one client, which may try many wrong passwords unless they say {@link
 * #failures}.
 */
public final class ProbeWar {

  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
      %s
        <error-page>
          <error-code>418</error-code>
          <location>/error-page</location>
        </error-page>
        <error-page>
          <exception-type>dev.cloakroom.it.probe.app.PagedException</exception-type>
          <location>/error-page</location>
        </error-page>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>declared</web-resource-name>
            <url-pattern>/declared/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>user</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>user</role-name></security-role>
      %s
      </web-app>
      """;
  private static final String EVERYTHING_IS_GUARDED =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>everything</web-resource-name>
            <url-pattern>/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>user</role-name></auth-constraint>
        </security-constraint>
      """;
  private static final String CONTEXT_PARAMETER =
      "  <context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>";

  private final WebArchive archive;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> contextParameters = new LinkedHashMap<>();
  private String descriptor = "";

  private ProbeWar(WebArchive archive) {
    this.archive = archive;
    failures("1000");
    setting("cloakroom.login.throttle.failures-per-caller", "1000000");
    setting("cloakroom.login.throttle.failures-per-address", "1000000");
  }

  /** A WAR with the whole probe. */
  public static ProbeWar named(String name) {
    ProbeWar war = withoutCloakroom(name);
    war.archive.addAsLibrary(cloakroom());
    return war;
  }

  /** The same without the JAR: for an EAR that has it. */
  public static ProbeWar withoutCloakroom(String name) {
    ProbeWar war = empty(name);
    war.archive.addPackages(true, ProbeApplication.class.getPackage());
    return war;
  }

  /**
   * A WAR with nothing but the JAR, what its {@code web.xml} names, and what is added: for one,
   * without an identity store.
   */
  public static ProbeWar bare(String name) {
    return bare(name, cloakroom());
  }

  /** The same with a JAR that a test has made of the built one. */
  public static ProbeWar bare(String name, JavaArchive cloakroom) {
    ProbeWar war = empty(name);
    war.archive.addAsLibrary(cloakroom);
    return war;
  }

  private static ProbeWar empty(String name) {
    return new ProbeWar(ShrinkWrap.create(WebArchive.class, name).addClass(PagedException.class));
  }

  /** The built JAR. */
  public static JavaArchive cloakroom() {
    return ShrinkWrap.createFromZipFile(
        JavaArchive.class, new File(System.getProperty("cloakroom.jar")));
  }

  /** Adds a setting to the application's MicroProfile Config file. */
  public ProbeWar setting(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Says after how many wrong passwords of one caller the next login has to wait. */
  public ProbeWar failures(String most) {
    return setting("cloakroom.login.throttle.failures", most);
  }

  /** Adds a parameter to the {@code web.xml}. */
  public ProbeWar contextParameter(String key, String value) {
    contextParameters.put(key, value);
    return this;
  }

  /** Adds elements to the {@code web.xml}. */
  public ProbeWar descriptor(String elements) {
    descriptor += elements;
    return this;
  }

  /** Lets users in, and nobody else, wherever they go. */
  public ProbeWar guarded() {
    return descriptor(EVERYTHING_IS_GUARDED);
  }

  /** Adds the classes of a package. */
  public ProbeWar classesBeside(Class<?> one) {
    archive.addPackage(one.getPackage());
    return this;
  }

  /** Adds a class path resource. */
  public ProbeWar resource(String name, String text) {
    archive.addAsResource(new StringAsset(text), name);
    return this;
  }

  /** Adds a library. */
  public ProbeWar library(Path jar) {
    archive.addAsLibrary(jar.toFile());
    return this;
  }

  /** Adds classes. */
  public ProbeWar classes(Class<?>... types) {
    archive.addClasses(types);
    return this;
  }

  public WebArchive archive() {
    String properties =
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
    String parameters =
        contextParameters.entrySet().stream()
            .map(entry -> CONTEXT_PARAMETER.formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"));
    return archive
        .addAsResource(new StringAsset(properties), "META-INF/microprofile-config.properties")
        .setWebXML(new StringAsset(WEB_XML.formatted(parameters, descriptor)));
  }
}
