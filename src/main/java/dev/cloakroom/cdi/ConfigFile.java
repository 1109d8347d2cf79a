package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.SettingsSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The application's {@code META-INF/microprofile-config.properties}, where no MicroProfile Config
 * reads it.
 */
final class ConfigFile {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");
  private static final String NAME = "META-INF/microprofile-config.properties";

  private ConfigFile() {}

  /** What it says; nothing where there is none. */
  static SettingsSource read() {
    Properties read = new Properties();
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try (InputStream in = application == null ? null : application.getResourceAsStream(NAME)) {
      if (in != null) {
        read.load(in);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.log(WARNING, NAME + " cannot be read, and nothing of it counts.", unreadable);
    }
    return SettingsSource.of(NAME, values(read));
  }

  private static Map<String, String> values(Properties read) {
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> read.getProperty(name, "")));
  }
}
