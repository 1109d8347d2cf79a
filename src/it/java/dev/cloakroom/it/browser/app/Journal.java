package dev.cloakroom.it.browser.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What was asked for and what was done, by the mark that a request has in its query. */
@ApplicationScoped
public class Journal {
  private final ConcurrentMap<String, List<String>> lines = new ConcurrentHashMap<>();

  /** Notes something, unless there is no mark. */
  public void note(@Nullable String mark, String line) {
    if (mark != null) {
      lines.computeIfAbsent(mark, key -> new CopyOnWriteArrayList<>()).add(line);
    }
  }

  List<String> of(String mark) {
    return lines.getOrDefault(mark, List.of());
  }
}
