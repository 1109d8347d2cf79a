package dev.cloakroom.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the endpoints live and which there are.
 *
 * @param path {@code /}, or a path without a slash at its end
 * @param disabled those that are switched off, or of no use
 */
public record EndpointSettings(String path, Set<Endpoint> disabled) {

  public EndpointSettings {
    disabled = Set.copyOf(disabled);
  }

  /** Whether there is this endpoint. */
  public boolean isEnabled(Endpoint endpoint) {
    return !disabled.contains(endpoint);
  }

  /** The endpoint's path within the application, such as {@code /api/login}. */
  public String pathOf(Endpoint endpoint) {
    return path.equals("/") ? endpoint.path() : path + endpoint.path();
  }

  static EndpointSettings read(SettingValues values) {
    String path =
        values.text(
            Setting.PATH, TextRules::isPath, "Write a path without query, escapes and dots.");
    Set<Endpoint> disabled =
        Arrays.stream(Endpoint.values())
            .filter(endpoint -> !isWanted(endpoint, values))
            .collect(Collectors.toSet());
    return new EndpointSettings(TextRules.withoutTrailingSlash(path), disabled);
  }

  private static boolean isWanted(Endpoint endpoint, SettingValues values) {
    return values.flag(Setting.of(endpoint)) && isOfUse(endpoint, values);
  }

  /**
   * Where nobody is asked for a token, nobody needs to find one, and nobody is told of tokens who
   * may not ask: the path is the application's.
   */
  private static boolean isOfUse(Endpoint endpoint, SettingValues values) {
    return switch (endpoint) {
      case CSRF -> values.choice(Setting.CSRF, CsrfMode.class).asksForTokens();
      case INTROSPECT -> !values.askers().isEmpty();
      default -> true;
    };
  }
}
