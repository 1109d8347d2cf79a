package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.access.GuardedTypes;
import dev.cloakroom.config.Unguarded;
import dev.cloakroom.guarantee.Guarantee;
import dev.cloakroom.guarantee.ResourceGuard;
import dev.cloakroom.rest.ApplicationInitializer;
import dev.cloakroom.rest.GuardedResources;
import dev.cloakroom.web.CsrfExemptions;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Each rule of the application is enforced by somebody: what only Jakarta REST could answer for, is
 * known once its servers have said what they serve. Safe for use by several threads.
 */
final class RuleCheck implements StartCheck {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private final Collection<Class<?>> annotated;
  private final ProofServlets servlets;
  private final Unguarded choice;
  private volatile @Nullable Guarantee guarantee;

  /**
   * A check that has yet to be made.
   *
   * @param annotated the classes and interfaces in which a rule is written
   * @param servlets those that a filter of ours stands before
   */
  RuleCheck(Collection<Class<?>> annotated, ProofServlets servlets, Unguarded choice) {
    this.annotated = List.copyOf(annotated);
    this.servlets = servlets;
    this.choice = choice;
  }

  @Override
  public @Nullable String whenStarting(ServletContext application) {
    GuardedTypes types = CDI.current().select(GuardedTypes.class).get();
    servlets.classes().forEach(types::serve);
    Guarantee given = new Guarantee(annotated, types, resources(application));
    guarantee = given;
    List<String> unseen = UnseenProofs.among(CDI.current().getBeanManager());
    return problem(Stream.concat(given.early().stream(), unseen.stream()).toList());
  }

  private static ResourceGuard resources(ServletContext application) {
    if (!Sources.isPresent("jakarta.ws.rs.core.Application")) {
      return ResourceGuard.NONE;
    }
    GuardedResources resources = CDI.current().select(GuardedResources.class).get();
    ApplicationInitializer.tell(
        resources, CDI.current().select(CsrfExemptions.class).get(), application);
    return resources;
  }

  @Override
  public @Nullable String whenStarted() {
    Guarantee given = guarantee;
    return given == null
        ? "the rules were not looked at."
        : problem(Stream.concat(given.late().stream(), servlets.late().stream()).toList());
  }

  /** Null, and a warning, where that is accepted. */
  private @Nullable String problem(List<String> unguarded) {
    if (unguarded.isEmpty()) {
      return null;
    }
    String rules = String.join("\n  ", unguarded);
    if (choice == Unguarded.WARN) {
      LOG.log(WARNING, "Nobody enforces these rules of the application:\n  " + rules);
      return null;
    }
    return "nobody would enforce these rules of the application. (With cloakroom.unguarded=warn it"
        + " starts all the same.)\n  "
        + rules;
  }
}
