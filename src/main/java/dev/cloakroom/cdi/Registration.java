package dev.cloakroom.cdi;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;
import static jakarta.servlet.DispatcherType.REQUEST;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.servlet.ContainerSession;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.RequestRules;
import dev.cloakroom.web.ApplicationFilter;
import dev.cloakroom.web.CookieGuard;
import dev.cloakroom.web.CsrfFilter;
import dev.cloakroom.web.RefusedCalls;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Registers the filter around the application, and what closes it. */
final class Registration {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private Registration() {}

  /** Registers them in an application. */
  static void of(Deployment deployment, ServingGate gate, ServletContext application) {
    RequestRules rules = deployment.rules();
    sessionCookie(rules.cookies(), application);
    rules.page().tell(application);
    mapped(
        application.addFilter(
            ApplicationFilter.class.getName(),
            new ApplicationFilter(
                new CookieGuard(rules.cookies(), Clock.systemUTC()),
                rules.corsAnswers(),
                new RefusedCalls(rules.page()),
                gate::refusesRequests)),
        EnumSet.of(REQUEST, FORWARD, ASYNC, ERROR));
    if (deployment.settings().csrf().mode().asksForTokens()) {
      mapped(
          application.addFilter(CsrfFilter.class.getName(), CsrfFilter.class),
          EnumSet.of(REQUEST, FORWARD));
    }
    last(new GateServlet(gate), application);
  }

  private static void last(HttpServlet servlet, ServletContext application) {
    ServletRegistration.Dynamic registered =
        application.addServlet(servlet.getClass().getName(), servlet);
    if (registered != null) {
      registered.setLoadOnStartup(Integer.MAX_VALUE);
    }
  }

  /**
   * Some servers add this cookie past every filter, but go by what is configured here. There is one
   * that cannot be asked for it where the JVM speaks Turkish; its cookie does pass the filter.
   */
  private static void sessionCookie(CookiePolicy policy, ServletContext application) {
    SessionCookieConfig cookie = configuration(application);
    String name = ContainerSession.cookieName(application);
    if (cookie != null && policy.withContainersCookie(name).guards(name)) {
      ContainerSession.guard(cookie, policy);
    }
  }

  private static @Nullable SessionCookieConfig configuration(ServletContext application) {
    try {
      return application.getSessionCookieConfig();
    } catch (IllegalArgumentException unreadable) {
      LOG.log(
          WARNING,
          "The server cannot read how its session cookie is configured, so that HttpSession fails, if"
              + " logins do not. Where its JVM speaks Turkish, start it with -Duser.language=en. It"
              + " says: "
              + unreadable.getMessage());
      return null;
    }
  }

  private static void mapped(
      FilterRegistration.@Nullable Dynamic registered, EnumSet<DispatcherType> dispatches) {
    if (registered != null) {
      registered.setAsyncSupported(true);
      registered.addMappingForUrlPatterns(dispatches, false, "/*");
    }
  }
}
