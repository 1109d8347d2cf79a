package dev.cloakroom.demo;

import dev.cloakroom.FactorStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps authenticator apps and recovery codes of the demo's callers in memory, until this node
 * ends: nothing is left behind of who has tried the demo. A real application keeps them in a
 * database ({@code cloakroom.factor.data-source}), which all nodes ask: here, another node would
 * let a caller in by the password alone. Thread-safe.
 */
@ApplicationScoped
public class DemoFactors implements FactorStore {

  private final Map<String, String> textsByCaller = new ConcurrentHashMap<>();

  @Override
  public @Nullable String find(String callerName) {
    return textsByCaller.get(callerName);
  }

  @Override
  public boolean replace(String callerName, @Nullable String expected, @Nullable String next) {
    if (expected == null) {
      return next == null
          ? !textsByCaller.containsKey(callerName)
          : textsByCaller.putIfAbsent(callerName, next) == null;
    }
    return next == null
        ? textsByCaller.remove(callerName, expected)
        : textsByCaller.replace(callerName, expected, next);
  }
}
