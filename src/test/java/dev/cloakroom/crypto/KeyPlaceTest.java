package dev.cloakroom.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where keys are read from, and where not. */
class KeyPlaceTest {

  private static String read(String place) {
    return KeyPlace.read(place, KeyPlaceTest.class.getClassLoader());
  }

  @ParameterizedTest
  @Tag("J23")
  @ValueSource(
      strings = {
        "ftp://keys.test/key.pem",
        "https://keys.test/key.pem",
        "jndi:/host/key.pem",
        "jar:http://keys.test/keys.jar!/key.pem",
        "jar:file://keys.test/keys.jar!/key.pem",
        "file://keys.test/key.pem",
        "mailto:key@keys.test"
      })
  void place_ofAnotherScheme_isRefused(String place) {
    assertThatExceptionOfType(UnusableKeyException.class)
        .isThrownBy(() -> read(place))
        .withMessageContaining("no key is read by that scheme. Write an https URL");
  }

  /** What is cut off would be called malformed. */
  @Test
  void place_withMoreThanAKeyHas_isRefused(@TempDir Path folder) throws IOException {
    Path fits = Files.writeString(folder.resolve("fits.pem"), "k".repeat(256 * 1024));
    Path longer = Files.writeString(folder.resolve("longer.pem"), "k".repeat(256 * 1024 + 1));

    assertThat(read(fits.toString())).hasSize(256 * 1024);
    for (String place : List.of(longer.toString(), "file:" + longer)) {
      assertThatExceptionOfType(UnusableKeyException.class)
          .isThrownBy(() -> read(place))
          .withMessageContaining("it is longer than 262144 bytes");
    }
  }

  @Test
  void place_onThisMachine_isRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), "a key");
    Path jar = folder.resolve("keys.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("key.pem"));
      entries.write("a key".getBytes(StandardCharsets.UTF_8));
    }
    for (String place :
        List.of(
            file.toString(),
            "file:" + file,
            "file://" + file,
            "file://localhost" + file,
            "jar:" + jar.toUri() + "!/key.pem")) {
      assertThat(read(place)).as(place).isEqualTo("a key");
    }
  }
}
