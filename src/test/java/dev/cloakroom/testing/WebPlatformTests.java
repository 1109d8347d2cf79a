package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.provider.Arguments;

/** What the public web-platform-tests say of CORS and cookies that concerns a server. */
public final class WebPlatformTests {
  private static final String FILE = "/dev/cloakroom/crossorigin/web-platform-tests.txt";

  private WebPlatformTests() {}

  /** The facts of a kind: source, what is sent, and whether it is allowed. */
  public static List<Arguments> of(String kind) throws IOException {
    try (InputStream file = WebPlatformTests.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith(kind + " | "))
          .map(line -> Arguments.of(cells(line)))
          .toList();
    }
  }

  private static Object[] cells(String line) {
    return Arrays.stream(line.split(" \\| ", -1)).skip(1).map(WebPlatformTests::value).toArray();
  }

  /** Blanks and control characters are written as they are in Java. */
  private static String value(String cell) {
    return cell.replace("\\ ", " ").replace("\\t", "\t").replace("\\0", "\0");
  }
}
