package dev.cloakroom.config;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pages of other origins may do.
 *
 * @param rules of those for a path, the first counts; empty where that is the application's own to
 *     say
 * @param explanation for developers alone: it tells strangers what is allowed
 */
public record CorsSettings(List<CorsRule> rules, Explanation explanation) {
  private static final Comparator<CorsRule> LONGEST_PATH_FIRST =
      Comparator.comparingInt((CorsRule rule) -> rule.path().length()).reversed();

  public CorsSettings {
    rules = List.copyOf(rules);
  }

  static CorsSettings read(SettingValues values) {
    List<CorsRule> rules =
        Stream.concat(Stream.of(values), values.named().stream())
            .map(CorsRule::read)
            .filter(rule -> !rule.allowedOrigins().isEmpty())
            .sorted(LONGEST_PATH_FIRST)
            .toList();
    requireOneForEachPath(rules, values.problems());
    return new CorsSettings(rules, values.choice(Setting.CORS_EXPLAIN, Explanation.class));
  }

  private static void requireOneForEachPath(List<CorsRule> rules, SettingProblems problems) {
    Set<String> paths = new HashSet<>();
    rules.stream()
        .map(CorsRule::path)
        .filter(path -> !paths.add(path))
        .distinct()
        .forEach(
            path ->
                problems.add(
                    "Two rules of cloakroom.cors are for %s. Give each with a name a path of its own,"
                            .formatted(path)
                        + " such as cloakroom.cors.<name>.path=/api/*."));
  }
}
