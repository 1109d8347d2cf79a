package dev.cloakroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.architecture.PackageMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages that are drawn before they are built fit onto the map, and are not built. */
class ArchitectureDocumentTest {
  private static final Path DOCUMENT = Path.of("src/docs/architecture.md");
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  /** A row of the table: the package, the part, what it will know, who will know it. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [G-J] \\| ([^|]*) \\|([^|]*)\\| ");

  private record Drawn(String name, Set<String> knows, Set<String> knownBy) {

    static Drawn of(MatchResult row) {
      return new Drawn(row.group(1), names(row.group(2)), names(row.group(3)));
    }

    private static Set<String> names(String cell) {
      return NAME.matcher(cell)
          .results()
          .map(name -> name.group(1))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static List<Drawn> drawn() throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT)).results().map(Drawn::of).toList();
  }

  private static PackageMap grown() throws IOException {
    PackageMap map = ArchitectureTest.MAP;
    for (Drawn room : drawn()) {
      map = map.with(room.name(), room.knows());
      for (String above : room.knownBy()) {
        map = map.with(above, Set.of(room.name()));
      }
    }
    return map;
  }

  @Test
  void roomThatIsDrawn_isNotBuilt() throws IOException {
    assertThat(drawn())
        .isNotEmpty()
        .extracting(Drawn::name)
        .doesNotContainAnyElementsOf(ArchitectureTest.MAP.packages())
        .allSatisfy(name -> assertThat(folder(name)).doesNotExist());
  }

  private static Path folder(String name) {
    return Path.of("src/main/java/dev/cloakroom").resolve(name.replace('.', '/'));
  }

  @Test
  void arrowsThatAreDrawn_leadToRoomsAndCloseNoCircle() throws IOException {
    List<String> drawn = drawn().stream().map(Drawn::name).toList();
    PackageMap grown = grown();
    Set<String> all = grown.packages();

    assertThat(all).hasSize(ArchitectureTest.MAP.packages().size() + drawn.size());
    assertThat(all.stream().flatMap(name -> grown.importsOf(name).stream())).isSubsetOf(all);
    assertThat(grown.withoutFloor()).isEmpty();
  }

  @Test
  void circle_isFound() {
    PackageMap circle = ArchitectureTest.MAP.with("config", Set.of("web"));

    assertThat(circle.withoutFloor()).contains("config", "web").doesNotContain("event", "http");
  }
}
