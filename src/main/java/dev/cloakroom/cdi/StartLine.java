package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.INFO;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.Partitioning;
import dev.cloakroom.config.SecureCookie;
import dev.cloakroom.config.Settings;
import dev.cloakroom.http.SameSite;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.store.SessionStore;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The one line that says what an application is served with. It is made of what the start has found
 * out, and holds no secret. Safe for use by several threads.
 */
final class StartLine implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private final Deployment deployment;
  private final String place;
  private volatile String store = "not opened";

  /** A line for an application that is about to start. */
  StartLine(Deployment deployment, ServletContext application) {
    this.deployment = deployment;
    this.place =
        "'%s' on %s"
            .formatted(
                ContextPath.inWords(application.getContextPath()), application.getServerInfo());
  }

  /** Comes after what opens the store. */
  @Override
  public void contextInitialized(ServletContextEvent started) {
    opened(CDI.current().select(SessionEnvironment.class).get().store());
  }

  void opened(SessionStore opened) {
    store = Stores.inWords(deployment.settings().store(), opened);
  }

  /** Logs it. */
  void log() {
    LOG.log(INFO, LogText.encode(text()));
  }

  private String text() {
    Settings settings = deployment.settings();
    return "Cloakroom %s has started in %s. Login sessions: %s. Cookie: %s. Keys: %s. Endpoints: %s. Other issuers: %s. Roles: %s."
        .formatted(
            version(),
            place,
            store,
            cookie(settings.cookie()),
            keys(),
            listed(endpoints(settings)),
            listed(settings.issuers().stream().map(IssuerSettings::name).toList()),
            listed(new TreeSet<>(deployment.roles())));
  }

  private static String version() {
    return Objects.requireNonNullElse(
        StartLine.class.getPackage().getImplementationVersion(), "of no version");
  }

  private static String cookie(CookieSettings cookie) {
    String domain = cookie.domain() == null ? "" : "; Domain=" + cookie.domain();
    String plain =
        cookie.secure() == SecureCookie.AUTO
            ? ", over plain HTTP " + cookie.plainName() + " without Secure"
            : "";
    return cookie.secureName()
        + "; Path="
        + cookie.path()
        + domain
        + "; Secure; HttpOnly; SameSite="
        + SameSite.valueOf(cookie.sameSite().name()).text()
        + (cookie.partitioning() == Partitioning.ON ? "; Partitioned" : "")
        + plain;
  }

  private String keys() {
    KeySettings settings = deployment.settings().keys();
    boolean last = settings.last(deployment.settings().store().kind());
    String kids = String.join(", ", deployment.keys().now().kids());
    if (settings.rotateEvery() != null) {
      return "%s, another one every %s%s"
          .formatted(
              kids.isEmpty() ? "not read yet" : kids,
              settings.rotateEvery(),
              last ? "" : ", all lost when the server stops");
    }
    return kids + (last ? ", which last" : ", made now and lost when the server stops");
  }

  private static Collection<String> endpoints(Settings settings) {
    return Arrays.stream(Endpoint.values())
        .flatMap(endpoint -> settings.pathsOf(endpoint).stream())
        .toList();
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
