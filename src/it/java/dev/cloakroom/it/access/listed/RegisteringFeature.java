package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Adds a resource, where the server takes one from a feature. */
public class RegisteringFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context.register(Registered.class);
    return true;
  }
}
