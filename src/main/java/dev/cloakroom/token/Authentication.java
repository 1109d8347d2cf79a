package dev.cloakroom.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When and how a caller proved who they are.
 *
 * @param time the moment ({@code auth_time}): that of the highest level
 * @param methods the methods ({@code amr}), such as {@code pwd}, named as in <a
 *     href="https://www.rfc-editor.org/rfc/rfc8176">RFC 8176</a>; may be empty
 * @param levels when each level was proven last; empty where there was a login and nothing since
 */
public record Authentication(Instant time, List<String> methods, Map<Integer, Instant> levels) {
  private static final String LOGIN = "1";

  /** Copies the methods and levels. */
  public Authentication {
    methods = List.copyOf(methods);
    levels = Map.copyOf(levels);
  }

  /** By a login and nothing since. */
  public Authentication(Instant time, List<String> methods) {
    this(time, methods, Map.of());
  }

  /** Whether something was proven since the login. */
  public boolean isElevated() {
    return !levels.isEmpty();
  }

  /** The highest level, as the {@code acr} of a token. */
  String context() {
    return levels.keySet().stream()
        .max(Integer::compare)
        .map(level -> Integer.toString(level))
        .orElse(LOGIN);
  }

  /** The moments in seconds, by the level, lowest first. */
  SortedMap<String, Long> moments() {
    SortedMap<String, Long> moments = new TreeMap<>();
    levels.forEach((level, at) -> moments.put(Integer.toString(level), at.getEpochSecond()));
    return moments;
  }
}
