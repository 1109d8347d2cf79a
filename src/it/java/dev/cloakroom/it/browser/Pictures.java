package dev.cloakroom.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pictures of the documents. They are made anew by {@code ./mvnw verify -Pbrowser
 * -Ddemo.pictures=src/docs}.
 */
final class Pictures {
  private static final String FOLDER = "demo.pictures";
  private static final int WIDTH = 1080;
  private static final int LARGEST = 140_000;

  private Pictures() {}

  /** Keeps what the browser shows now, if pictures are to be made. */
  static void keep(Browser browser, String name, int height) throws IOException {
    String folder = System.getProperty(FOLDER);
    if (folder != null) {
      byte[] picture = browser.picture(WIDTH, height);
      assertThat(picture).hasSizeLessThan(LARGEST);
      Files.write(Path.of(folder, name), picture);
    }
  }
}
