package dev.cloakroom.config;

import java.util.List;

/**
 * What reading the settings gave.
 *
 * @param warnings what is odd but not wrong, such as an unknown key; to be logged once
 */
public record SettingsReport(Settings settings, List<String> warnings) {
  public SettingsReport {
    warnings = List.copyOf(warnings);
  }
}
