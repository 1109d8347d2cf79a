package dev.cloakroom.web;

import dev.cloakroom.CsrfExempt;
import dev.cloakroom.config.CsrfMode;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who decides whether a request needs a CSRF token, by the servlet that it goes to. Safe for use by
 * several threads.
 */
public final class CsrfExemptions {
  private final Map<String, Decision> known = new ConcurrentHashMap<>();
  private final CsrfMode mode;
  private volatile Resources resources = new Resources(Set.of(), () -> false);
  private volatile boolean exemptResources;

  /** Who decides. */
  enum Decision {
    /** The settings do. */
    HELD,
    /** The servlet is exempt. */
    EXEMPT,
    /** The resource behind the servlet does, which is not known yet. */
    LATER
  }

  private record Resources(Set<String> servlets, BooleanSupplier allAskAgain) {}

  /** None are known yet. */
  public CsrfExemptions(CsrfMode mode) {
    this.mode = mode;
  }

  /** Whether there is anything to be exempt from. */
  public boolean matter() {
    return mode.asksForTokens();
  }

  /**
   * Tells which servlets lead to resources of Jakarta REST.
   *
   * @param allAskAgain whether each of these is known to ask for itself
   */
  public void tellResources(Collection<String> servlets, BooleanSupplier allAskAgain) {
    resources = new Resources(Set.copyOf(servlets), allAskAgain);
  }

  /** There is an exempt resource. */
  public void noteExemptResource() {
    exemptResources = true;
  }

  /** Who decides on a request; if it is not known where it goes, the settings do. */
  Decision of(HttpServletRequest request) {
    String servlet = request.getHttpServletMapping().getServletName();
    if (servlet == null || servlet.isEmpty()) {
      return Decision.HELD;
    }
    if (leadsToExemptResources(servlet)) {
      return Decision.LATER;
    }
    Decision decided = known.get(servlet);
    return decided == null
        ? known.computeIfAbsent(servlet, name -> ofServlet(name, request))
        : decided;
  }

  private boolean leadsToExemptResources(String servlet) {
    return exemptResources
        && resources.servlets().contains(servlet)
        && resources.allAskAgain().getAsBoolean();
  }

  private static Decision ofServlet(String name, HttpServletRequest request) {
    ServletRegistration servlet = request.getServletContext().getServletRegistration(name);
    return servlet != null && isExempt(servlet.getClassName()) ? Decision.EXEMPT : Decision.HELD;
  }

  private static boolean isExempt(@Nullable String className) {
    if (className == null) {
      return false;
    }
    try {
      ClassLoader application = Thread.currentThread().getContextClassLoader();
      return Class.forName(className, false, application).isAnnotationPresent(CsrfExempt.class);
    } catch (ClassNotFoundException ofTheServer) {
      return false;
    }
  }
}
