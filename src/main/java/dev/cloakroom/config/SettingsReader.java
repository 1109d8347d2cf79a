package dev.cloakroom.config;

import java.util.Arrays;
import java.util.Objects;

/** Reads and checks all settings at once. */
public final class SettingsReader {

  private SettingsReader() {}

  /**
   * The settings that a source gives, defaults for the rest.
   *
   * @throws InvalidSettingsException if one or more are wrong or together insecure; it lists all
   */
  public static SettingsReport read(SettingsSource source) {
    SettingProblems problems = new SettingProblems(source);
    Settings settings = Settings.read(new SettingValues(source, problems));
    problems.throwIfAny();
    return new SettingsReport(settings, UnknownNames.warnings(source));
  }

  /**
   * Makes sure that what was read too early was all there is.
   *
   * @param early what could be read when something started already
   * @throws InvalidSettingsException if the whole source says otherwise; it lists all settings
   */
  public static void requireSame(SettingsSource early, SettingsSource whole) {
    SettingProblems problems = new SettingProblems(whole);
    SettingValues before = new SettingValues(early, problems);
    SettingValues now = new SettingValues(whole, problems);
    Arrays.stream(Setting.values())
        .filter(setting -> !Objects.equals(before.textOrNull(setting), now.textOrNull(setting)))
        .forEach(problems::rejectAsLate);
    problems.throwIfAny();
  }
}
