package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an application from being served as long as something is wrong with it. It looks twice:
 * when the application starts, and once its servlets have started, those of Jakarta REST included.
 * Not each server can be stopped that late; so it keeps requests out, too. Safe for use by several
 * threads.
 */
final class ServingGate implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private static final String NOT_ASKED = "The server has not told its listeners that it starts.";

  private final Runnable served;
  private final List<StartCheck> checks;
  private volatile boolean starting;
  private volatile boolean settled;
  private volatile boolean refuses;

  /**
   * A gate that is shut until the checks are made.
   *
   * @param served is told once that nothing is wrong
   */
  ServingGate(Runnable served, StartCheck... checks) {
    this.served = served;
    this.checks = List.of(checks);
  }

  @Override
  public void contextInitialized(ServletContextEvent started) {
    ServletContext application = started.getServletContext();
    String problem = problem(check -> check.whenStarting(application));
    if (problem != null) {
      OpenStore.close();
      throw new IllegalStateException(problem);
    }
    starting = true;
  }

  /** Whether a request must not get to the application. */
  boolean refusesRequests() {
    return !settled ? settle() != null : refuses;
  }

  /**
   * Looks the second time, when everything has started.
   *
   * @return what keeps the application from being served; null if nothing does
   */
  synchronized @Nullable String settle() {
    if (settled) {
      return null;
    }
    String problem = starting ? problem(StartCheck::whenStarted) : NOT_ASKED;
    refuses = problem != null;
    settled = true;
    if (!refuses) {
      served.run();
    }
    return problem;
  }

  /** Logs it, too; null if there is none. */
  private @Nullable String problem(Function<StartCheck, @Nullable String> look) {
    String problems =
        checks.stream().map(look).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    if (problems.isEmpty()) {
      return null;
    }
    String problem = "Cloakroom does not start: " + problems;
    LOG.log(ERROR, problem);
    return problem;
  }
}
