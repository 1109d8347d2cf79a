package dev.cloakroom.config;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code @LoginScoped} beans may keep with a login session.
 *
 * @param maxSize how many bytes all beans of a session together
 * @param types classes that they may hold beside those that their fields name, or packages that end
 *     in {@code .*}
 */
public record LoginScopedSettings(int maxSize, Set<String> types) {

  /** A package must have a name: one pattern for all classes would be no list any more. */
  private static final Pattern NAMES =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*(\\.\\*)?");

  public LoginScopedSettings {
    types = Set.copyOf(types);
  }

  static LoginScopedSettings read(SettingValues values) {
    return new LoginScopedSettings(
        values.number(Setting.LOGIN_SCOPED_MAX_SIZE, 1, 1_048_576),
        values.set(
            Setting.LOGIN_SCOPED_TYPES,
            name -> NAMES.matcher(name).matches(),
            "Write full class names, such as com.example.Cart, or com.example.* for a package."));
  }
}
