package dev.cloakroom.config;

/**
 * How many login sessions one caller may have at once.
 *
 * @param most that many; {@link #NONE} for any number
 * @param whenFull what becomes of one more
 */
public record CallerLimit(int most, WhenFull whenFull) {
  /** No limit. */
  public static final int NONE = Integer.MAX_VALUE;

  /** What becomes of a login of a caller who has as many sessions as are allowed. */
  public enum WhenFull {
    /** The caller's oldest session ends. */
    REPLACE,
    /** The login is refused. */
    REFUSE
  }

  static CallerLimit read(SettingValues values) {
    String most = values.textOrNull(Setting.SESSION_MAX_PER_CALLER);
    return new CallerLimit(
        most == null ? NONE : values.number(Setting.SESSION_MAX_PER_CALLER, 1, 10_000),
        values.choice(Setting.SESSION_WHEN_FULL, WhenFull.class));
  }
}
