package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  private static SettingsSource read(Path classes) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      thread.setContextClassLoader(application);
      return ConfigFile.read();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void fileOfTheApplication_isRead(@TempDir Path classes) throws IOException {
    Files.createDirectories(classes.resolve("META-INF"));
    Files.writeString(
        classes.resolve("META-INF/microprofile-config.properties"),
        "mp.jwt.verify.issuer=https://id.test\n");

    assertThat(read(classes).value("mp.jwt.verify.issuer")).isEqualTo("https://id.test");
    assertThat(read(classes).description()).isEqualTo("META-INF/microprofile-config.properties");
  }

  @Test
  void none_saysNothing(@TempDir Path classes) throws IOException {
    assertThat(read(classes).names()).isEmpty();
  }
}
