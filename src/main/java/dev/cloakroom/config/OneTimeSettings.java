package dev.cloakroom.config;

/**
 * Tokens that can be used once.
 *
 * @param maxPerSubject so many of a subject and purpose may be good at the same time
 */
public record OneTimeSettings(int maxPerSubject) {
  private static final int MOST = 100;

  static OneTimeSettings read(SettingValues values) {
    return new OneTimeSettings(values.number(Setting.ONE_TIME_MAX_PER_SUBJECT, 1, MOST));
  }
}
