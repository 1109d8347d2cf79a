package dev.cloakroom.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several sources, of which the first that has a value counts. */
record FirstOfSources(List<SettingsSource> sources) implements SettingsSource {

  @Override
  public @Nullable String value(String key) {
    SettingsSource source = sourceOf(key);
    return source == null ? null : source.value(key);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    sources.forEach(source -> names.addAll(source.names()));
    return names;
  }

  @Override
  public String description() {
    return sources.stream().map(SettingsSource::description).collect(Collectors.joining(", "));
  }

  @Override
  public String origin(String key) {
    SettingsSource source = sourceOf(key);
    return source == null ? description() : source.origin(key);
  }

  private @Nullable SettingsSource sourceOf(String key) {
    for (SettingsSource source : sources) {
      String value = source.value(key);
      if (value != null && !value.isBlank()) {
        return source;
      }
    }
    return null;
  }
}
