package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsReport;
import dev.cloakroom.config.SettingsSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows compiles, is accepted, and leads somewhere. */
class ReadmeTest {
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  private static final Path SERVERS = Path.of("src/docs/servers.md");
  private static final Pattern PROOF = Pattern.compile("(?m)^\\|.*\\| `(\\w+IT)` \\|$");
  private static final Pattern COMPARISON =
      Pattern.compile("(?m)^\\|.*\\| (`FormLoginIT`, `MpJwtIT`, `(\\w+IT)`) \\|$");

  static List<String> javaExamples() throws IOException {
    return Readme.blocks("java");
  }

  @ParameterizedTest
  @MethodSource("javaExamples")
  void javaExample_always_isPartOfACompiledClass(String example) throws IOException {
    Matcher name = CLASS.matcher(example);
    assertThat(name.find()).isTrue();
    String compiled = withoutLogger(source(name.group(1)));

    assertThat(compiled).contains(example.strip());
  }

  private static String source(String className) throws IOException {
    return Files.readString(
        Path.of("src/test/java/dev/cloakroom/readme").resolve(className + ".java"));
  }

  /** An example's logger is nobody's news. */
  private static String withoutLogger(String source) {
    return source.replaceAll("  private static final System.Logger LOG = .*\n", "");
  }

  static List<String> settings() throws IOException {
    return Readme.blocks("properties");
  }

  @ParameterizedTest
  @MethodSource("settings")
  void settings_ofAnExample_areAcceptedWithoutWarning(String block) throws IOException {
    Properties example = new Properties();
    example.load(new StringReader(block));
    SettingsReport report = SettingsReader.read(SettingsSource.properties(example));

    assertThat(example).isNotEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void dependency_ofTheExample_isThisProject() throws IOException {
    String pom = Files.readString(Path.of("pom.xml")).replaceAll("\\s+", "");
    String dependency = Readme.blocks("xml").get(0).replaceAll("\\s+", "");

    assertThat(pom).contains(dependency.replaceAll("</?dependency>", ""));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void links_toFiles_leadSomewhere(Path document) throws IOException {
    assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
        .allSatisfy(target -> assertThat(document.resolveSibling(target)).exists());
  }

  @Test
  void links_ofTheReadme_leadToEachDocument() throws IOException {
    List<Path> targets =
        LINK.matcher(Readme.text()).results().map(link -> Path.of(link.group(1))).toList();

    try (Stream<Path> documents = Files.list(Path.of("src/docs"))) {
      assertThat(targets).containsAll(documents.filter(Files::isRegularFile).toList());
    }
  }

  /** The server's own mechanisms and Cloakroom, in each row by tests that all servers run. */
  static List<String> comparingClasses() throws IOException {
    List<MatchResult> rows = COMPARISON.matcher(Readme.text()).results().toList();
    assertThat(rows).hasSize((int) comparisons());
    return Stream.concat(
            Stream.of("FormLoginIT", "MpJwtIT"), rows.stream().map(row -> row.group(2)))
        .toList();
  }

  private static long comparisons() throws IOException {
    return Readme.text().lines().filter(line -> line.matches("\\| [a-z].*IT`.* \\|")).count();
  }

  @ParameterizedTest
  @MethodSource("comparingClasses")
  void comparison_ofARow_isProvenOnEachServer(String className) throws IOException {
    feature_ofTheTable_isProvenOnEachServer(className);
  }

  static List<String> provingClasses() throws IOException {
    return PROOF.matcher(Files.readString(SERVERS)).results().map(proof -> proof.group(1)).toList();
  }

  /** Each row of the table of features, and a class of black-box tests that all servers run. */
  @ParameterizedTest
  @MethodSource("provingClasses")
  void feature_ofTheTable_isProvenOnEachServer(String className) throws IOException {
    String source = Files.readString(sourceOfProof(className));

    assertThat(source).contains("class " + className);
    assertThat(source).containsAnyOf("@OnServer", "ServerProcess.in(", "TwoServersOnBoth.in(");
    assertThat(source).doesNotContain("@Disabled", "@Enabled", "Assumptions");
  }

  private static Path sourceOfProof(String className) throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/it/java"))) {
      return sources.filter(file -> file.endsWith(className + ".java")).findAny().orElseThrow();
    }
  }

  @Test
  void featuresOfTheTable_areManyAndEachProven() throws IOException {
    List<String> rows =
        Files.readString(SERVERS)
            .lines()
            .filter(line -> line.matches("\\|.*\\| (yes|no roles|always there) \\|.*"))
            .toList();

    assertThat(provingClasses()).hasSizeGreaterThan(5).hasSameSizeAs(rows);
  }

  /**
   * Whatever the server, all tests run, but for EARs on the one that takes none; those that need
   * Python or a browser, which CI has, run there.
   */
  @Test
  void build_leavesNoTestOut_butThoseWithPythonOrABrowserToCi() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String tests = pom.substring(pom.indexOf("<artifactId>maven-failsafe-plugin</artifactId>"));

    assertThat(tests).contains("<id>wildfly</id>", "<id>openliberty</id>");
    assertThat(tests.substring(0, tests.indexOf("</plugin>")))
        .doesNotContain("<exclude>", "<excludes>", "<includes>", "<groups>")
        .containsOnlyOnce("<excludedGroups>${it.excluded-tags}</excludedGroups>");
    assertThat(pom).containsOnlyOnce("<it.excluded-tags>clients | ear</it.excluded-tags>");
    assertThat(Files.readString(Path.of(".ci/run")))
        .contains("./mvnw verify -Pall-servers,clients", "./mvnw verify -Pbrowser\n");
  }

  @Test
  void demo_asNodesOnItsOwnStore_isStartedByCi() throws IOException {
    String nodes = "-Ddemo.store=redis -Ddemo.nodes=2";

    assertThat(Readme.blocks("sh")).contains("./mvnw -Pdemo " + nodes + "\n");
    assertThat(Files.readString(Path.of(".ci/run")))
        .contains("start_demo " + nodes, "-Ddemo.store=sql");
  }

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("src/docs"));
        Stream<Path> project = Files.walk(Path.of(".github"));
        Stream<Path> servers = Files.walk(Path.of("server-config"))) {
      return Stream.of(Stream.of(Path.of("README.md")), docs, project, servers)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .toList()
          .stream();
    }
  }

  /** Tables and what is quoted are as wide as they are. */
  @ParameterizedTest
  @MethodSource("documents")
  void prose_ofADocument_isOfReadableWidth(Path document) throws IOException {
    String prose = Files.readString(document).replaceAll("(?ms)^```.*?^```", "");

    assertThat(prose.lines().filter(line -> !line.matches("(\\|| {4}).*")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
  }
}
