package dev.cloakroom.config;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a service that may ask about our tokens. A key has its client id in it, as in
 * {@code cloakroom.introspection.orders.secret}, and so has an environment variable: {@code
 * CLOAKROOM_INTROSPECTION_ORDERS_SECRET}.
 */
public enum AskerSetting implements SettingKey {
  SECRET("secret", "at least 32 letters, digits and `-._`");

  private static final String PLACEHOLDER = "<name>";
  private static final NamedKeys KEYS =
      new NamedKeys(
          "cloakroom.introspection.", Arrays.stream(values()).map(setting -> setting.end).toList());

  private final String end;
  private final String allowed;

  AskerSetting(String end, String allowed) {
    this.end = end;
    this.allowed = allowed;
  }

  /** The key with a placeholder for the name: {@code cloakroom.introspection.<name>.secret}. */
  @Override
  public String key() {
    return key(PLACEHOLDER);
  }

  @Override
  public @Nullable String defaultValue() {
    return null;
  }

  @Override
  public String allowed() {
    return allowed;
  }

  @Override
  public boolean isSecret() {
    return true;
  }

  /** The key for the service with a name. */
  String key(String name) {
    return KEYS.key(name, end);
  }

  /** The names of all that a source has settings of, in order. */
  static NavigableSet<String> namesIn(SettingsSource source) {
    return KEYS.namesIn(source);
  }

  /** The one in a key, or in an environment variable; empty if it is neither. */
  static Optional<String> nameIn(String key) {
    return KEYS.nameIn(key);
  }

  /** What a source says of the service with a name. */
  static SettingsSource of(String name, SettingsSource whole) {
    return new NamedSource(whole, key -> key.replace(PLACEHOLDER, name));
  }
}
