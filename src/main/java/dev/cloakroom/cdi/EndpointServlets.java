package dev.cloakroom.cdi;

import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.Setting;
import dev.cloakroom.config.Settings;
import dev.cloakroom.rest.ApplicationInitializer;
import dev.cloakroom.web.CsrfServlet;
import dev.cloakroom.web.FactorServlet;
import dev.cloakroom.web.IntrospectServlet;
import dev.cloakroom.web.JwksServlet;
import dev.cloakroom.web.LoginServlet;
import dev.cloakroom.web.LogoutServlet;
import dev.cloakroom.web.RefreshServlet;
import dev.cloakroom.web.RevokeServlet;
import dev.cloakroom.web.ScriptServlet;
import dev.cloakroom.web.SessionServlet;
import dev.cloakroom.web.SessionsServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints at their configured paths. A servlet that the application has at the same path
 * would answer instead of one, which is a mistake: the one of the two that is hidden is missed by
 * somebody. Wildcards that reach further go on beside them.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     12.1</a>
 */
final class EndpointServlets implements StartCheck {
  private static final Map<Endpoint, Class<? extends HttpServlet>> TYPES =
      Map.ofEntries(
          Map.entry(Endpoint.LOGIN, LoginServlet.class),
          Map.entry(Endpoint.FACTOR, FactorServlet.class),
          Map.entry(Endpoint.LOGOUT, LogoutServlet.class),
          Map.entry(Endpoint.REFRESH, RefreshServlet.class),
          Map.entry(Endpoint.INTROSPECT, IntrospectServlet.class),
          Map.entry(Endpoint.REVOKE, RevokeServlet.class),
          Map.entry(Endpoint.SESSION, SessionServlet.class),
          Map.entry(Endpoint.SESSIONS, SessionsServlet.class),
          Map.entry(Endpoint.CSRF, CsrfServlet.class),
          Map.entry(Endpoint.JWKS, JwksServlet.class),
          Map.entry(Endpoint.SCRIPT, ScriptServlet.class));

  private final Settings settings;
  private final ServletContext application;
  private volatile Map<String, String> restServers = Map.of();

  EndpointServlets(Settings settings, ServletContext application) {
    this.settings = settings;
    this.application = application;
  }

  /**
   * Registers them.
   *
   * @throws IllegalStateException if the application has a servlet at one of the paths
   */
  void register() {
    enabled().forEach(this::register);
    String problem = whenStarted();
    if (problem != null) {
      throw new IllegalStateException("Cloakroom does not start: " + problem);
    }
  }

  private Stream<Endpoint> enabled() {
    return Arrays.stream(Endpoint.values()).filter(settings.endpoints()::isEnabled);
  }

  /** What comes of it is asked for afterwards. */
  private void register(Endpoint endpoint) {
    Class<? extends HttpServlet> type = type(endpoint);
    ServletRegistration.Dynamic servlet = application.addServlet(type.getName(), type);
    if (servlet != null) {
      servlet.addMapping(patterns(endpoint).toArray(String[]::new));
    }
  }

  private static Class<? extends HttpServlet> type(Endpoint endpoint) {
    return Objects.requireNonNull(TYPES.get(endpoint));
  }

  private List<String> patterns(Endpoint endpoint) {
    Stream<String> paths = settings.pathsOf(endpoint).stream();
    return switch (endpoint) {
      case SESSIONS -> paths.flatMap(path -> Stream.of(path, path + "/*")).toList();
      case SCRIPT -> paths.flatMap(path -> Stream.of(path, ScriptServlet.types(path))).toList();
      default -> paths.toList();
    };
  }

  /** Only notes where Jakarta REST is to be: it may be registered later. */
  @Override
  public @Nullable String whenStarting(ServletContext starting) {
    if (Sources.isPresent("jakarta.ws.rs.core.Application")) {
      restServers = ApplicationInitializer.patterns(starting);
    }
    return null;
  }

  @Override
  public @Nullable String whenStarted() {
    Map<String, ? extends ServletRegistration> all = application.getServletRegistrations();
    String problems =
        enabled()
            .flatMap(
                endpoint -> patterns(endpoint).stream().flatMap(at -> hidden(endpoint, at, all)))
            .distinct()
            .collect(Collectors.joining("\n  "));
    return problems.isEmpty()
        ? null
        : "the application answers at paths of its endpoints.\n  " + problems;
  }

  private Stream<String> hidden(
      Endpoint endpoint, String pattern, Map<String, ? extends ServletRegistration> all) {
    ServletRegistration ours = all.get(type(endpoint).getName());
    Optional<String> other = other(endpoint, pattern, all);
    boolean isMapped = ours != null && ours.getMappings().contains(pattern);
    return isMapped && other.isEmpty()
        ? Stream.empty()
        : Stream.of(problem(endpoint, pattern, other.orElse("another servlet")));
  }

  private Optional<String> other(
      Endpoint endpoint, String pattern, Map<String, ? extends ServletRegistration> all) {
    Stream<String> servlets =
        all.values().stream()
            .filter(servlet -> !type(endpoint).getName().equals(servlet.getName()))
            .filter(servlet -> servlet.getMappings().contains(pattern))
            .map(EndpointServlets::describe);
    Stream<String> rest =
        restServers.entrySet().stream()
            .filter(server -> server.getValue().equals(pattern) && !isMapped(server.getKey(), all))
            .map(Map.Entry::getKey);
    return Stream.concat(servlets, rest).findFirst();
  }

  /** A REST server that a {@code web.xml} maps is not where its class says. */
  private static boolean isMapped(String name, Map<String, ? extends ServletRegistration> all) {
    ServletRegistration servlet = all.get(name);
    return servlet != null && !servlet.getMappings().isEmpty();
  }

  private static String describe(ServletRegistration servlet) {
    String name = servlet.getName();
    String type = servlet.getClassName();
    return type == null || type.equals(name) ? name : name + " (" + type + ")";
  }

  private String problem(Endpoint endpoint, String pattern, String servlet) {
    return servlet
        + " is mapped to "
        + pattern
        + ", where the "
        + endpoint.settingName()
        + " endpoint is. Move Cloakroom's endpoints by "
        + Setting.PATH.key()
        + ", such as /auth, or switch this one off by "
        + Setting.of(endpoint).key()
        + "=false.";
  }
}
