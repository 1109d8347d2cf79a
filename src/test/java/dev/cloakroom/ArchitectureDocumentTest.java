package dev.cloakroom;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.architecture.PackageMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floors of {@code architecture.md} are those of the map that the code is held to. */
class ArchitectureDocumentTest {
  private static final Pattern FLOOR = Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\|");
  private static final Pattern ROOM = Pattern.compile("`([^`]+)`");

  /** On the map, and not in the JAR. */
  private static final Set<String> OUTSIDE = Set.of("demo", "testing", "demo.launch");

  private static Map<String, Integer> floors;

  @BeforeAll
  static void readDocument() throws IOException {
    floors =
        FLOOR
            .matcher(Files.readString(Path.of("src/docs/architecture.md")))
            .results()
            .flatMap(ArchitectureDocumentTest::rooms)
            .collect(toUnmodifiableMap(Entry::getKey, Entry::getValue));
  }

  private static Stream<Entry<String, Integer>> rooms(MatchResult floor) {
    return ROOM.matcher(floor.group(2))
        .results()
        .map(room -> room.group(1).replace(PackageMap.ROOT, "root"))
        .map(room -> Map.entry(room, Integer.valueOf(floor.group(1))));
  }

  @Test
  void rooms_areAllOfTheMap() {
    assertThat(Stream.concat(floors.keySet().stream(), OUTSIDE.stream()))
        .containsExactlyInAnyOrderElementsOf(ArchitectureTest.MAP.packages());
  }

  @Test
  void floor_ofEachRoom_isTheNextAboveAllThatItMayImport() {
    assertThat(floors)
        .allSatisfy((room, floor) -> assertThat(floor).as(room).isEqualTo(nextAbove(room)));
  }

  private static int nextAbove(String room) {
    return ArchitectureTest.MAP.importsOf(room).stream().mapToInt(floors::get).max().orElse(-1) + 1;
  }
}
