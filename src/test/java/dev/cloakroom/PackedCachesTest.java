package dev.cloakroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Caffeine has a class for each kind of cache and for the entries of each, and finds them by name.
 * The JAR has those of our caches only, which the {@code pom.xml} names: a kind more is missed at
 * run time, and before that here.
 */
class PackedCachesTest {
  private static final Pattern PACKED =
      Pattern.compile("%regex\\[com/github/benmanes/caffeine/cache/\\(([A-Z|]+)\\)");

  @Test
  void packedClasses_areThoseOfOurCaches() throws Exception {
    Set<String> needed = new TreeSet<>();
    for (String source : sourcesWithACache()) {
      needed.addAll(classesOf(source));
    }

    assertThat(needed).isNotEmpty().isEqualTo(packed());
  }

  private static Set<String> packed() throws IOException {
    return PACKED
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .map(found -> found.group(1))
        .flatMap(names -> Stream.of(names.split("\\|", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The caches of a class are of one kind. */
  private static List<String> sourcesWithACache() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(PackedCachesTest::read)
          .filter(text -> text.contains("Caffeine.newBuilder()"))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Of a cache with what a source asks for. */
  private static Set<String> classesOf(String source) throws ReflectiveOperationException {
    Caffeine<Object, Object> builder = Caffeine.newBuilder();
    if (source.contains(".weakKeys()")) {
      builder.weakKeys();
    }
    if (source.contains(".maximumSize(")) {
      builder.maximumSize(1);
    }
    if (source.contains(".maximumWeight(")) {
      builder.maximumWeight(1).weigher((Object key, Object value) -> 1);
    }
    if (source.contains(".removalListener(")) {
      builder.removalListener((key, value, cause) -> {});
    }
    if (source.contains(".expireAfterWrite(")) {
      builder.expireAfterWrite(Duration.ofDays(1));
    }
    if (source.contains(".expireAfter(")) {
      builder.expireAfter(Expiry.creating((Object key, Object value) -> Duration.ofDays(1)));
    }
    return classesOf(builder.build());
  }

  private static Set<String> classesOf(Cache<Object, Object> built)
      throws ReflectiveOperationException {
    Object kind = field(built, "cache");
    return Set.of(
        kind.getClass().getSimpleName(), field(kind, "nodeFactory").getClass().getSimpleName());
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Class<?> type = owner.getClass();
    while (true) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
      } catch (NoSuchFieldException inherited) {
        type = type.getSuperclass();
      }
    }
  }
}
