package dev.cloakroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and methods stay small enough to be read in one go. */
class SourceSizeTest {

  private static final int LONGEST_FILE = 250;
  private static final int LONGEST_METHOD = 40;

  /** A method and the number of its lines, from its annotations to its closing brace. */
  private record Method(String name, long lines) {}

  @Test
  void files_areAtMost250Lines() throws IOException {
    assertThat(sources())
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST_FILE));
  }

  @Test
  void methods_areAtMost40Lines() throws IOException {
    assertThat(methods(sources()))
        .isNotEmpty()
        .allSatisfy(
            method ->
                assertThat(method.lines()).as(method.name()).isLessThanOrEqualTo(LONGEST_METHOD));
  }

  @Test
  void linesOfAMethod_areCountedFromAnnotationToBrace(@TempDir Path folder) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Sample.java"),
            """
            class Sample {
              /** Not counted. */
              @Deprecated
              void four() {
                run();
              }
              void one() {}
            }
            """);

    assertThat(methods(List.of(source)))
        .containsExactly(new Method("Sample.java: four", 4), new Method("Sample.java: one", 1));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Method> methods(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      MethodLengths lengths = new MethodLengths(Trees.instance(task).getSourcePositions());
      task.parse().forEach(unit -> lengths.scan(unit, unit));
      return lengths.found;
    }
  }

  /** Walks a parsed file and notes its methods; what the compiler adds itself has no position. */
  private static final class MethodLengths
      extends TreeScanner<@Nullable Void, CompilationUnitTree> {

    private final SourcePositions positions;
    private final List<Method> found = new ArrayList<>();

    MethodLengths(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      LineMap lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method));
      String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
      found.add(new Method(file + ": " + method.getName(), last - first + 1));
      return super.visitMethod(method, unit);
    }
  }
}
