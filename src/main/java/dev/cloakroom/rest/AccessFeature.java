package dev.cloakroom.rest;

import dev.cloakroom.access.AccessRule;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Puts an {@link AccessFilter} before each resource method that its annotations, or those of its
 * class, restrict, and has answered what beans refuse that resources call, and a store that failed
 * them. Found by the server because it is a provider in the application's library; an {@code
 * Application} that overrides {@code getClasses} must name it there.
 *
 * @see <a href="https://jakarta.ee/specifications/annotations/2.1/">Jakarta Annotations 2.1,
 *     section 2.11</a>
 */
@Provider
public class AccessFeature implements DynamicFeature, Feature {

  /** Made by the server. */
  public AccessFeature() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    AccessRule rule = AccessRule.of(resource.getResourceClass(), resource.getResourceMethod());
    if (rule.restricts()) {
      context.register(new AccessFilter(rule), AccessFilter.PRIORITY);
    }
  }

  @Override
  public boolean configure(FeatureContext context) {
    context.register(AccessDeniedMapper.class);
    context.register(StoreUnavailableMapper.class);
    if (hasEnterpriseBeans()) {
      context.register(EjbAccessMapper.class);
    }
    return true;
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
