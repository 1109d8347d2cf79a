package dev.cloakroom.config;

import org.jspecify.annotations.Nullable;

/**
 * The Redis or Valkey that keeps login sessions.
 *
 * @param uri where it is; null only where another store is used
 * @param prefix what the names of all its keys begin with
 * @param allowEviction whether a server that may drop sessions for want of memory is good enough
 */
public record RedisSettings(@Nullable RedisUri uri, String prefix, boolean allowEviction) {
  private static final String PREFIX = "[A-Za-z0-9._:-]{1,64}";

  static RedisSettings read(SettingValues values) {
    String uri =
        values.textOrNull(
            Setting.REDIS_URI,
            text -> RedisUri.parse(text).isPresent(),
            "Such as redis://user:password@host:6379/0");
    return new RedisSettings(
        uri == null ? null : RedisUri.parse(uri).orElse(null),
        values.text(Setting.REDIS_PREFIX, text -> text.matches(PREFIX), ""),
        values.flag(Setting.REDIS_ALLOW_EVICTION));
  }
}
