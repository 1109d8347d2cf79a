package dev.cloakroom.config;

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
}
