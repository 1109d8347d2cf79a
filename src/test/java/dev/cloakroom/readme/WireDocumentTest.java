package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of reasons is the one that the code has. */
class WireDocumentTest {
  @Test
  void reasons_allOfThem_areDocumented() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("src/docs/wire.md")).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| \\d{3} \\|.*"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Reason.values()).map(WireDocumentTest::row).toList());
  }

  private static String row(Reason reason) {
    return "| `%s` | %s | %s |".formatted(reason.code(), reason.status(), reason.detail());
  }
}
