package dev.cloakroom.rest;

import dev.cloakroom.testing.Stub;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a REST server gives a feature to register with. */
final class FakeFeatureContext {
  private final Map<String, Object> properties = new HashMap<>();
  private final List<Object> registered = new ArrayList<>();

  FeatureContext context() {
    Configuration configuration =
        Stub.of(Configuration.class, Map.of("getProperty", asked -> properties.get(asked[0])));
    return Stub.of(
        FeatureContext.class,
        Map.of(
            "getConfiguration", unused -> configuration,
            "property", set -> properties.put((String) set[0], set[1]),
            "register",
                asked -> {
                  registered.add(asked[0]);
                  return null;
                }));
  }

  List<Object> registered() {
    return registered;
  }
}
