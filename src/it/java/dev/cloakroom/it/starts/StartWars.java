package dev.cloakroom.it.starts;

import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Wars;
import dev.cloakroom.it.starts.early.StartPage;
import dev.cloakroom.it.starts.early.Starts;
import dev.cloakroom.it.starts.early.StartupBean;
import dev.cloakroom.it.starts.hiding.AnyPage;
import dev.cloakroom.it.starts.hiding.LoginApplication;
import dev.cloakroom.it.starts.hiding.LoginPage;
import dev.cloakroom.it.starts.hiding.SessionsApplication;
import dev.cloakroom.it.starts.hiding.SessionsPage;
import dev.cloakroom.it.starts.hiding.TextPage;
import dev.cloakroom.it.starts.hiding.TextResource;
import dev.cloakroom.it.starts.ordered.OrderedApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that start in unusual ways, and those that must not start. */
final class StartWars implements Wars {
  private static final String PATH = "cloakroom.path";
  private static final String MAPPED =
      """
        <servlet>
          <servlet-name>written</servlet-name>
          <servlet-class>dev.cloakroom.it.starts.hiding.TextPage</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>written</servlet-name>
          <url-pattern>%s</url-pattern>
        </servlet-mapping>
      """;

  @Override
  public List<WebArchive> in(Path folder) {
    return Stream.of(early(), hiding(), ordered())
        .flatMap(wars -> wars)
        .map(ProbeWar::archive)
        .toList();
  }

  private static Stream<ProbeWar> early() {
    return Stream.of(
        early("early.war").setting(PATH, "/auth"),
        early("early-same.war").setting(PATH, "/auth").contextParameter(PATH, "/auth"),
        early("early-other.war").contextParameter(PATH, "/auth"),
        earlyStore("early-store.war").setting(PATH, "/auth"),
        earlyStore("early-store-other.war").contextParameter(PATH, "/auth"));
  }

  private static ProbeWar earlyStore(String name) {
    return war(name)
        .classes(Starts.class, StartupBean.class, StartPage.class)
        .setting("cloakroom.store", "sql")
        .setting("cloakroom.sql.create-schema", "true")
        .setting("cloakroom.sql.table-prefix", "early_");
  }

  private static ProbeWar early(String name) {
    return war(name).classesBeside(StartupBean.class);
  }

  private static Stream<ProbeWar> hiding() {
    return Stream.of(
        war("hidden-login.war").classes(TextPage.class, LoginPage.class),
        war("hidden-sessions.war").classes(TextPage.class, SessionsPage.class),
        war("hidden-logout.war").classes(TextPage.class).descriptor(MAPPED.formatted("/logout")),
        war("hidden-by-rest.war").classes(SessionsApplication.class, TextResource.class),
        war("beside-rest.war").classes(LoginApplication.class, TextResource.class),
        war("own-login.war")
            .classes(TextPage.class, LoginPage.class)
            .setting("cloakroom.endpoint.login.enabled", "false"),
        war("moved.war").classes(TextPage.class, LoginPage.class).setting(PATH, "/auth"),
        war("any.war").classes(TextPage.class, AnyPage.class),
        war("default.war").classes(TextPage.class).descriptor(MAPPED.formatted("/")));
  }

  private static Stream<ProbeWar> ordered() {
    return Stream.of(
        ordered("unnamed.war", ""),
        ordered("named.war", "<name>cloakroom</name>"),
        ordered("named-first.war", "<name>cloakroom</name><others/>"),
        ordered("others.war", "<others/>"));
  }

  private static ProbeWar ordered(String name, String order) {
    return war(name)
        .classesBeside(OrderedApplication.class)
        .setting(PATH, "/auth")
        .descriptor("<absolute-ordering>" + order + "</absolute-ordering>");
  }

  private static ProbeWar war(String name) {
    return ProbeWar.bare(name)
        .classes(ProbeIdentityStore.class)
        .setting("cloakroom.cookie.secure", "auto");
  }
}
