package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.access.AccessExtension;
import dev.cloakroom.config.Unguarded;
import dev.cloakroom.guarantee.Guarantee;
import dev.cloakroom.guarantee.ResourceGuard;
import dev.cloakroom.rest.ApplicationInitializer;
import dev.cloakroom.rest.GuardedResources;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an application from being served in which a rule is written that nobody enforces. It looks
 * twice: when the application starts, and once its REST servers have started, which have said by
 * then what they serve. Not each server can be stopped that late; so it keeps requests out, too.
 * Safe for use by several threads.
 */
final class GuardCheck implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private static final String NOT_ASKED = "The server has not told its listeners that it starts.";

  private final Collection<Class<?>> annotated;
  private final Unguarded choice;
  private @Nullable Guarantee guarantee;
  private volatile boolean settled;
  private volatile boolean refuses;

  /**
   * A check that has yet to be made.
   *
   * @param annotated the classes and interfaces in which a rule is written
   */
  GuardCheck(Collection<Class<?>> annotated, Unguarded choice) {
    this.annotated = List.copyOf(annotated);
    this.choice = choice;
  }

  @Override
  public void contextInitialized(ServletContextEvent started) {
    guarantee =
        new Guarantee(
            annotated,
            CDI.current().select(AccessExtension.class).get().guarded(),
            resources(started.getServletContext()));
    String problem = problem(guarantee.early());
    if (problem != null) {
      throw new IllegalStateException(problem);
    }
  }

  private static ResourceGuard resources(ServletContext application) {
    if (!Sources.isPresent("jakarta.ws.rs.core.Application")) {
      return ResourceGuard.NONE;
    }
    GuardedResources resources = CDI.current().select(GuardedResources.class).get();
    ApplicationInitializer.tell(resources, application);
    return resources;
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
    String problem = guarantee == null ? NOT_ASKED : problem(guarantee.late());
    refuses = problem != null;
    settled = true;
    return problem;
  }

  /** Logs it, too; null if there is none, or it is accepted. */
  private @Nullable String problem(List<String> unguarded) {
    if (unguarded.isEmpty()) {
      return null;
    }
    String rules = String.join("\n  ", unguarded);
    if (choice == Unguarded.WARN) {
      LOG.log(WARNING, "Nobody enforces these rules of the application:\n  " + rules);
      return null;
    }
    String problem =
        "Cloakroom does not start: nobody would enforce these rules of the application. (With"
            + " cloakroom.unguarded=warn it starts all the same.)\n  "
            + rules;
    LOG.log(ERROR, problem);
    return problem;
  }
}
