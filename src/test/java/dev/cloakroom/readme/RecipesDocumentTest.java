package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes are the code that {@code RecipesIT} and {@code TotpIT} run, word for word. */
class RecipesDocumentTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("(?m)^public (?:final class|class|record|interface) (\\w+)");

  static List<String> blocks() throws IOException {
    return Stream.concat(blocksOf("recipes.md").stream(), blocksOf("totp.md").stream()).toList();
  }

  private static List<String> blocksOf(String document) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("src/docs", document)))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  void blocks_areTheTypesOfAllRecipes() throws IOException {
    assertThat(blocksOf("recipes.md")).hasSize(6);
    assertThat(blocksOf("totp.md")).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void block_isAWholeTypeThatIsCompiled(String block) throws IOException {
    Matcher type = TYPE.matcher(block);
    assertThat(type.find()).isTrue();
    String source =
        Files.readString(Path.of("src/test/java/dev/cloakroom/readme", type.group(1) + ".java"));

    assertThat(forReaders(source)).endsWith("\n" + block);
  }

  /** What this project's compiler wants to be told is nobody's news. */
  private static String forReaders(String source) {
    return source.replace(
        "  @Resource\n  @SuppressWarnings(\"NullAway.Init\")\n  private", "  @Resource private");
  }
}
