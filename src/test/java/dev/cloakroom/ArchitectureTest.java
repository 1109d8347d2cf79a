package dev.cloakroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.cloakroom.architecture.PackageMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may know which. {@link #MAP} is the map that the code is held to. */
class ArchitectureTest {

  /**
   * Each package of the JAR, below all that it may import, so that no cycle can be drawn. A new
   * edge is a line here and a decision record. The demo's launcher starts servers as the tests do.
   */
  static final PackageMap MAP =
      PackageMap.parse(
          """
          root          :
          event         :
          config        :
          crypto        : config
          http          :
          naming        :
          client.objects :
          client        : client.objects http
          crossorigin   : http config crypto
          store         : crypto event root
          store.memory  : store config
          store.remote  : store crypto config root
          store.sql     : store.remote store config event root
          store.redis   : store.remote store config event root
          keyring       : store crypto config root
          session       : store.remote store crypto config event root
          token         : crypto config
          issuer        : token naming crypto config
          throttle      : store naming crypto config
          password      : crypto config
          factor        : throttle store.remote store naming crypto config event root
          identitystore : password issuer session token config crypto root
          access        : root
          guarantee     : access
          servlet       : crossorigin factor http session token config event root
          task          : access servlet session root
          relay         : task servlet crossorigin identitystore token
          scope         : task servlet session store http config root
          mechanism     : scope servlet crossorigin identitystore factor throttle session store token http config event root
          web           : scope task access servlet crossorigin identitystore factor throttle session token http config \
          crypto event root
          rest          : web guarantee access task servlet http root
          mpjwt         : mechanism token config
          cdi           : root event config crypto http crossorigin store store.memory store.remote store.sql store.redis \
          session keyring token issuer throttle password factor identitystore access guarantee servlet task relay scope mechanism web rest mpjwt
          demo          : password root
          testing       :
          demo.launch   : testing
          """);

  /** They run, and are tested, without a server. */
  private static final String[] NO_SERVER = {
    "dev.cloakroom.config..",
    "dev.cloakroom.crypto..",
    "dev.cloakroom.http..",
    "dev.cloakroom.naming..",
    "dev.cloakroom.store..",
    "dev.cloakroom.session..",
    "dev.cloakroom.keyring..",
    "dev.cloakroom.token..",
    "dev.cloakroom.throttle..",
    "dev.cloakroom.password..",
    "dev.cloakroom.factor..",
    "dev.cloakroom.issuer..",
    "dev.cloakroom.client.."
  };

  /** Not what JMH generates around the benchmarks. */
  private static final ImportOption WRITTEN_BY_US = place -> !place.contains("/jmh_generated/");

  private static JavaClasses everything;
  private static JavaClasses production;

  @BeforeAll
  static void readClasses() {
    ClassFileImporter written = new ClassFileImporter().withImportOption(WRITTEN_BY_US);
    everything = written.importPackages(PackageMap.ROOT);
    production =
        written
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PackageMap.ROOT);
  }

  @Test
  void map_listsEachPackageBelowAllThatItImports() {
    Set<String> above = new HashSet<>();
    for (String name : MAP.packages()) {
      assertThat(above).as("packages above " + name).containsAll(MAP.importsOf(name));
      above.add(name);
    }
  }

  @Test
  void productionPackages_areOnTheMap() {
    assertThat(production).extracting(type -> PackageMap.name(type)).isSubsetOf(MAP.packages());
  }

  @Test
  void imports_areOnTheMap() {
    assertThat(edges(inPackagesOfTheMap())).isNotEmpty().allMatch(MAP::allows);
  }

  /** This test is in the root package and uses the package of the map: nothing allows it to. */
  @Test
  void imports_thatTheMapLacks_areFound() {
    List<PackageMap.Edge> found = edges(Stream.of(everything.get(ArchitectureTest.class)));

    assertThat(found).isNotEmpty().noneMatch(MAP::allows);
    assertThat(found).extracting(PackageMap.Edge::to).containsOnly("architecture");
  }

  @Test
  void packagesBelowTheServer_useNoServletAndNoCdi() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(NO_SERVER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.enterprise.."));
  }

  @ParameterizedTest
  @CsvSource({
    "mpjwt,       org.eclipse.microprofile.jwt..",
    "cdi,         org.eclipse.microprofile.config..",
    "rest,        jakarta.ws.rs..",
    "rest,        jakarta.ejb..",
    "task,        jakarta.enterprise.concurrent..",
    "store.redis, redis.clients..",
    "store.sql,   java.sql..",
    "store.sql,   org.postgresql..",
    "client.objects, jakarta.json.bind..",
    "client.objects, com.fasterxml.jackson..",
    "password,    org.bouncycastle..",
    "factor,      io.nayuki.."
  })
  void optionalDependency_isUsedByOnePackage(String owner, String dependency) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(PackageMap.ROOT + "." + owner)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(dependency));
  }

  @Test
  void spring_isUsedByTheBenchmarkThatComparesWithIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.cloakroom.springsession")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "io.lettuce..")
        .check(everything);
  }

  @Test
  void types_areNotNamedUtilsHelperImplOrManager() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Impl|Managers?|Common)(\\$.*)?")
        .check(everything);
  }

  @Test
  void packages_sayWhatTheyAreFor_andAreNullMarked() {
    assertThat(packagesWithClasses())
        .allMatch(ArchitectureTest::isNullMarked, "has a package-info.java with @NullMarked");
  }

  private static boolean isNullMarked(JavaPackage javaPackage) {
    return javaPackage
        .tryGetPackageInfo()
        .filter(info -> info.isAnnotatedWith(NullMarked.class))
        .isPresent();
  }

  private static List<JavaPackage> packagesWithClasses() {
    JavaPackage root = everything.getPackage(PackageMap.ROOT);
    return root.getSubpackagesInTree().stream()
        .filter(javaPackage -> !javaPackage.getClasses().isEmpty())
        .toList();
  }

  /** The JAR's classes and the demo's; tests may look into everything. */
  private static Stream<JavaClass> inPackagesOfTheMap() {
    return Stream.concat(
        production.stream(),
        everything.stream()
            .filter(type -> PackageMap.name(type).startsWith("demo"))
            .filter(type -> !isOfTest(type)));
  }

  /** The demo's classes lie beside the tests' once they are compiled. */
  private static boolean isOfTest(JavaClass type) {
    return type.getSource()
        .flatMap(Source::getFileName)
        .filter(file -> file.endsWith("Test.java"))
        .isPresent();
  }

  private static List<PackageMap.Edge> edges(Stream<JavaClass> types) {
    return types
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(ArchitectureTest::staysInTheProject)
        .map(PackageMap.Edge::of)
        .filter(edge -> !edge.from().equals(edge.to()))
        .toList();
  }

  private static boolean staysInTheProject(Dependency dependency) {
    String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
    return target.equals(PackageMap.ROOT) || target.startsWith(PackageMap.ROOT + ".");
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(production);
  }
}
