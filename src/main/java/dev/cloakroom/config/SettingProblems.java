package dev.cloakroom.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong while the settings are read, so that all of it is said at once. */
final class SettingProblems {

  private static final int LONGEST_SHOWN = 100;

  private final SettingsSource source;
  private final List<String> texts;
  private final Set<SettingKey> rejected = new HashSet<>();

  SettingProblems(SettingsSource source) {
    this(source, new ArrayList<>());
  }

  private SettingProblems(SettingsSource source, List<String> texts) {
    this.source = source;
    this.texts = texts;
  }

  /**
   * A setting whose value is wrong.
   *
   * @param remedy what is wrong with it and what to write instead, as sentences
   */
  void reject(SettingKey setting, String remedy) {
    rejected.add(setting);
    texts.add(
        "%s. Allowed: %s. %s".formatted(described(setting), setting.allowed(), remedy).strip());
  }

  /** A setting that could not be read yet when something started without it. */
  void rejectAsLate(SettingKey setting) {
    texts.add(
        described(setting)
            + " is read too late: a bean of the application, such as one that is made at startup,"
            + " needed Cloakroom before. Write it to META-INF/microprofile-config.properties, or as"
            + " system property or environment variable.");
  }

  /**
   * A setting that does not go with others. Says nothing when one of them was rejected already:
   * what stands in its place was not asked for by anybody.
   */
  void contradict(String remedy, SettingKey setting, SettingKey... others) {
    if (rejected.contains(setting) || !isAllAccepted(others)) {
      return;
    }
    List<String> named = Arrays.stream(others).map(this::described).toList();
    texts.add(
        "%s does not go with %s. %s"
            .formatted(described(setting), String.join(" and ", named), remedy));
  }

  /** Something else that is wrong, in whole sentences. */
  void add(String text) {
    texts.add(text);
  }

  /** What is wrong with the settings of the rule with a name; it is told with the rest. */
  SettingProblems of(SettingsSource named) {
    return new SettingProblems(named, texts);
  }

  void throwIfAny() {
    if (!texts.isEmpty()) {
      throw new InvalidSettingsException(texts);
    }
  }

  private boolean isAllAccepted(SettingKey... settings) {
    return Arrays.stream(settings).noneMatch(rejected::contains);
  }

  private String described(SettingKey setting) {
    String value = source.value(setting.key());
    String written = source.written(setting.key());
    if (value == null || value.isBlank()) {
      String standing = setting.defaultValue();
      return written + (standing == null ? " (not set)" : "=" + standing + " (default)");
    }
    String shown = setting.isSecret() ? "***" : shown(value.strip());
    return written + "=" + shown + " (" + source.origin(setting.key()) + ")";
  }

  /** A value that fits on a line of a log and cannot begin another one. */
  private static String shown(String value) {
    String cut = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
    return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
  }
}
