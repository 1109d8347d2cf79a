package dev.cloakroom.cdi;

import dev.cloakroom.access.AccessExtension;
import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.Caller;
import dev.cloakroom.access.GuardedTypes;
import dev.cloakroom.access.RuleSearch;
import dev.cloakroom.config.AccessSettings;
import dev.cloakroom.config.Unannotated;
import dev.cloakroom.rest.GuardedResources;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds what callers are held to the rules of an application with, each part once. */
@Dependent
public class AccessProducers {

  /** Made by the container. */
  public AccessProducers() {}

  @Produces
  @Singleton
  AccessRules rules(Deployment deployment) {
    AccessSettings settings = deployment.settings().access();
    return new AccessRules(
        settings.inheritsRules() ? RuleSearch.WITH_INHERITED : RuleSearch.DECLARED,
        rule(settings.unannotated()));
  }

  private static AccessRule rule(Unannotated unannotated) {
    return switch (unannotated) {
      case PERMIT -> AccessRule.EVERYBODY;
      case AUTHENTICATED -> AccessRule.CALLERS;
      case DENY -> AccessRule.NOBODY;
    };
  }

  @Produces
  @Singleton
  GuardedResources resources(AccessRules rules, Caller caller) {
    return new GuardedResources(rules, caller);
  }

  /** By injection, because not every server finds an extension for whoever asks. */
  @Produces
  @Singleton
  GuardedTypes types(AccessExtension beans) {
    return beans.guarded();
  }
}
