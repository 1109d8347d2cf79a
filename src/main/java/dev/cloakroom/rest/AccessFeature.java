package dev.cloakroom.rest;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.ServerTypes;
import dev.cloakroom.web.CsrfExemptions;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Puts an {@link AccessFilter} before each resource method that a rule restricts and a {@link
 * LocatorGate} before the locators, and has answered what beans refuse that resources call, and a
 * store that failed them. Found by the server as a service, whatever the application's {@code
 * Application} names; one that switches services off must name it.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta REST 3.1, section
 *     4.1.2</a>
 */
public class AccessFeature implements DynamicFeature, Feature {

  /** Nothing of the application runs for a request that is refused. */
  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

  /** Filters of the application that run before matching may change what is asked for. */
  private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

  /** A mapper of the application for the same exception comes first. */
  static final int BEHIND_OTHERS = Integer.MAX_VALUE;

  /** Made by the server. */
  public AccessFeature() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    GuardedResources resources = resources();
    AccessRule rule = rule(resources.rules(), resource);
    if (rule.restricts()) {
      context.register(resources.filter(rule), AccessFilter.PRIORITY);
    }
    registerCsrf(resource, context);
    resources.ask(
        RestServer.of(context.getConfiguration()),
        resource.getResourceClass(),
        resource.getResourceMethod());
  }

  private static void registerCsrf(ResourceInfo resource, FeatureContext context) {
    CsrfExemptions exemptions = CDI.current().select(CsrfExemptions.class).get();
    if (!exemptions.matter()) {
      return;
    }
    if (CsrfPass.isFor(resource.getResourceClass(), resource.getResourceMethod())) {
      exemptions.noteExemptResource();
      context.register(new CsrfPass(), BEFORE_ALL_OTHERS);
    } else {
      context.register(new CsrfGate(), BEFORE_ALL_OTHERS);
    }
  }

  /** What the server answers by itself, such as OPTIONS, is none of the application's resources. */
  private static AccessRule rule(AccessRules rules, ResourceInfo resource) {
    return ServerTypes.include(resource.getResourceClass())
        ? rules.of(resource.getResourceClass(), resource.getResourceMethod())
        : rules.ofResource(resource.getResourceClass(), resource.getResourceMethod());
  }

  /** Some servers ask for their REST clients, too, which call nobody's resources. */
  @Override
  public boolean configure(FeatureContext context) {
    if (context.getConfiguration().getRuntimeType() == RuntimeType.CLIENT) {
      return false;
    }
    register(resources(), context);
    return true;
  }

  static void register(GuardedResources resources, FeatureContext context) {
    context.register(new LocatorGate(resources, resources.activate(context)), AFTER_ALL_OTHERS);
    context.register(new LowerLocatorGate(resources), LowerLocatorGate.PRIORITY);
    context.register(AccessDeniedMapper.class, BEHIND_OTHERS);
    context.register(StoreUnavailableMapper.class, BEHIND_OTHERS);
    context.register(FailedRelayMapper.class, BEHIND_OTHERS);
    if (hasEnterpriseBeans()) {
      context.register(EjbAccessMapper.class, BEHIND_OTHERS);
    }
  }

  private static GuardedResources resources() {
    return CDI.current().select(GuardedResources.class).get();
  }

  private static boolean hasEnterpriseBeans() {
    try {
      Class.forName("jakarta.ejb.EJBAccessException", false, AccessFeature.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
