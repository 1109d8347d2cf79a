package dev.cloakroom.store.memory;

import dev.cloakroom.store.SharedTexts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** In this server's memory, until it stops. Safe for use by several threads. */
final class MemoryTexts implements SharedTexts {
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  @Override
  public @Nullable String find(String name) {
    return texts.get(name);
  }

  @Override
  public boolean replace(String name, @Nullable String expected, String next) {
    return expected == null
        ? texts.putIfAbsent(name, next) == null
        : texts.replace(name, expected, next);
  }
}
