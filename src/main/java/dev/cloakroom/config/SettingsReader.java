package dev.cloakroom.config;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
    return new SettingsReport(
        settings,
        Stream.of(
                UnknownNames.warnings(source),
                CrossSite.warnings(settings),
                IssuerSettings.warnings(settings))
            .flatMap(List::stream)
            .toList());
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
    boolean isMpJwtOn = MpJwtIssuer.isOn(now);
    Arrays.stream(MpJwtSetting.values())
        .filter(setting -> isMpJwtOn)
        .filter(setting -> !Objects.equals(before.textOrNull(setting), now.textOrNull(setting)))
        .forEach(problems::rejectAsLate);
    CorsNames.in(whole).forEach(name -> requireSame(name, early, whole, problems));
    IssuerSetting.namesIn(whole).forEach(name -> requireSameIssuer(name, early, whole, problems));
    AskerSetting.namesIn(whole).forEach(name -> requireSameAsker(name, early, whole, problems));
    problems.throwIfAny();
  }

  private static void requireSame(
      String name, SettingsSource early, SettingsSource whole, SettingProblems problems) {
    SettingProblems ofName = problems.of(CorsNames.of(name, whole));
    CorsNames.SETTINGS.stream()
        .filter(setting -> isLate(CorsNames.key(name, setting.key()), early, whole))
        .forEach(ofName::rejectAsLate);
  }

  private static void requireSameIssuer(
      String name, SettingsSource early, SettingsSource whole, SettingProblems problems) {
    SettingProblems ofName = problems.of(IssuerSetting.of(name, whole));
    Arrays.stream(IssuerSetting.values())
        .filter(setting -> isLate(setting.key(name), early, whole))
        .forEach(ofName::rejectAsLate);
  }

  private static void requireSameAsker(
      String name, SettingsSource early, SettingsSource whole, SettingProblems problems) {
    SettingProblems ofName = problems.of(AskerSetting.of(name, whole));
    Arrays.stream(AskerSetting.values())
        .filter(setting -> isLate(setting.key(name), early, whole))
        .forEach(ofName::rejectAsLate);
  }

  private static boolean isLate(String key, SettingsSource early, SettingsSource whole) {
    return !Objects.equals(early.value(key), whole.value(key));
  }
}
