package dev.cloakroom.cdi;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.REQUEST;

import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.EndpointSettings;
import dev.cloakroom.config.Settings;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.web.ApplicationFilter;
import dev.cloakroom.web.JwksServlet;
import dev.cloakroom.web.LoginServlet;
import dev.cloakroom.web.LogoutServlet;
import dev.cloakroom.web.RefreshServlet;
import dev.cloakroom.web.RefusedCalls;
import dev.cloakroom.web.SessionServlet;
import dev.cloakroom.web.SessionsServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;

/** Registers the endpoints at their configured paths, and the filter around the application. */
final class Registration {
  private static final Map<Endpoint, Class<? extends HttpServlet>> SERVLETS =
      Map.of(
          Endpoint.LOGIN, LoginServlet.class,
          Endpoint.LOGOUT, LogoutServlet.class,
          Endpoint.REFRESH, RefreshServlet.class,
          Endpoint.SESSION, SessionServlet.class,
          Endpoint.SESSIONS, SessionsServlet.class,
          Endpoint.JWKS, JwksServlet.class);

  private Registration() {}

  static void of(Settings settings, GuardCheck guards, ServletContext application) {
    CookiePolicy cookies = new CookiePolicy(settings.cookie());
    sessionCookie(cookies, application.getSessionCookieConfig());
    RefusedCalls refusedCalls = new RefusedCalls(new LoginPage(settings.login()));
    filter(
        new ApplicationFilter(cookies, refusedCalls, Clock.systemUTC(), guards::refusesRequests),
        EnumSet.of(REQUEST, ASYNC, ERROR),
        application);
    endpoints(settings.endpoints(), application);
    last(new GuardCheckServlet(guards), application);
  }

  private static void last(HttpServlet servlet, ServletContext application) {
    ServletRegistration.Dynamic registered =
        application.addServlet(servlet.getClass().getName(), servlet);
    if (registered != null) {
      registered.setLoadOnStartup(Integer.MAX_VALUE);
    }
  }

  /** Some servers add this cookie past every filter, but go by what is configured here. */
  private static void sessionCookie(CookiePolicy policy, SessionCookieConfig cookie) {
    if (policy.guards(Objects.requireNonNullElse(cookie.getName(), "JSESSIONID"))) {
      policy.guard(cookie);
    }
  }

  private static void endpoints(EndpointSettings settings, ServletContext application) {
    SERVLETS.forEach(
        (endpoint, servlet) -> {
          if (settings.isEnabled(endpoint)) {
            servlet(servlet, mappings(endpoint, settings.pathOf(endpoint)), application);
          }
        });
  }

  private static String[] mappings(Endpoint endpoint, String path) {
    return endpoint == Endpoint.SESSIONS ? new String[] {path, path + "/*"} : new String[] {path};
  }

  private static void servlet(
      Class<? extends HttpServlet> type, String[] mappings, ServletContext application) {
    ServletRegistration.Dynamic servlet = application.addServlet(type.getName(), type);
    if (servlet != null) {
      servlet.addMapping(mappings);
    }
  }

  private static void filter(
      Filter filter, EnumSet<DispatcherType> dispatches, ServletContext application) {
    FilterRegistration.Dynamic registered =
        application.addFilter(filter.getClass().getName(), filter);
    if (registered != null) {
      registered.setAsyncSupported(true);
      registered.addMappingForUrlPatterns(dispatches, false, "/*");
    }
  }
}
