package dev.cloakroom.config;

import org.jspecify.annotations.Nullable;

/** What the reader knows of a setting: one of {@link Setting}, or one of a named thing. */
interface SettingKey {

  /** The key, such as {@code cloakroom.cookie.name}. */
  String key();

  /** The value that counts when none is given, as it would be written; null for none. */
  @Nullable String defaultValue();

  /** What may be given, in words for people, values in backquotes. */
  String allowed();

  /** Whether the value must not be shown. */
  boolean isSecret();
}
