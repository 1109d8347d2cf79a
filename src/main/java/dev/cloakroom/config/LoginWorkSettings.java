package dev.cloakroom.config;

/**
 * How much work logins may be at once.
 *
 * @param atOnce so many credentials are checked at the same time
 * @param waiting so many more wait for their turn
 */
public record LoginWorkSettings(int atOnce, int waiting) {
  /** Servers have some sixteen threads for each processor, and others need some, too. */
  private static final int WAITING_PER_PROCESSOR = 4;

  static LoginWorkSettings read(SettingValues values) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new LoginWorkSettings(
        number(values, Setting.LOGIN_MAX_PARALLEL, 1, 1_000, processors),
        number(values, Setting.LOGIN_MAX_WAITING, 0, 10_000, WAITING_PER_PROCESSOR * processors));
  }

  private static int number(
      SettingValues values, Setting setting, int least, int most, int otherwise) {
    return values.textOrNull(setting) == null ? otherwise : values.number(setting, least, most);
  }
}
