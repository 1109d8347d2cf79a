package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.parsson.JsonProviderImpl;
import org.eclipse.yasson.YassonJsonb;
import org.junit.jupiter.api.Test;

/** The client needs our classes, the JSON reader that is packed with them, and the JDK. */
class WithoutServerTest {
  private static final URL OURS = place(LoginClient.class);

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static URLClassLoader alone() {
    return new URLClassLoader(
        new URL[] {OURS, place(JSONObjectUtils.class)}, ClassLoader.getPlatformClassLoader());
  }

  private static List<String> names() throws IOException, URISyntaxException {
    Path folder = Path.of(OURS.toURI()).resolve("dev/cloakroom/client");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
          .map(name -> "dev.cloakroom.client." + name.replace(".class", ""))
          .toList();
    }
  }

  @Test
  void classes_areLinkedWithoutAnyApiOfAServer() throws Exception {
    try (URLClassLoader alone = alone()) {
      assertThatThrownBy(() -> alone.loadClass("jakarta.servlet.Servlet"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(names()).hasSizeGreaterThan(30);
      for (String name : names()) {
        Class<?> type = Class.forName(name, true, alone);
        assertThat(type.getClassLoader()).isEqualTo(alone);
        assertThat(type.getDeclaredMethods()).isNotNull();
        assertThat(type.getDeclaredFields()).isNotNull();
      }
    }
  }

  @Test
  void login_worksWithoutAnyApiOfAServer() throws Exception {
    try (URLClassLoader alone = alone();
        PlayedServer server = new PlayedLogin().server) {
      Class<?> type = alone.loadClass("dev.cloakroom.client.LoginClient");
      Object client = type.getMethod("of", String.class).invoke(null, server.address());

      Object state =
          type.getMethod("login", String.class, String.class).invoke(client, "alice", "123");

      assertThat(state.toString()).contains("who: alice");
      assertThat(type.getMethod("get", String.class).invoke(client, "/me").toString())
          .startsWith("200 for GET");
    }
  }

  private static URLClassLoader with(Class<?>... libraries) {
    URL[] places =
        Stream.concat(
                Stream.of(OURS, place(JSONObjectUtils.class)),
                Arrays.stream(libraries).map(WithoutServerTest::place))
            .toArray(URL[]::new);
    return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
  }

  private static Object bodyOf(URLClassLoader loader, Object object) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> type = loader.loadClass("dev.cloakroom.client.Body");
      return type.getMethod("jsonOf", Object.class).invoke(null, object);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void objects_needOneOfTwoLibraries_andNothingElseDoes() throws Exception {
    try (URLClassLoader alone = alone();
        URLClassLoader api = with(Jsonb.class)) {
      for (URLClassLoader without : List.of(alone, api)) {
        assertThatThrownBy(() -> bodyOf(without, List.of("coat")))
            .hasCauseInstanceOf(IllegalStateException.class)
            .cause()
            .hasMessageContaining("Neither Jackson nor JSON-B");
      }
    }
    try (URLClassLoader jsonb = with(Jsonb.class, YassonJsonb.class, JsonProviderImpl.class);
        URLClassLoader jackson = with(ObjectMapper.class, JsonFactory.class, JsonView.class)) {
      assertThat(bodyOf(jsonb, List.of("coat"))).hasToString("Body[application/json]");
      assertThat(bodyOf(jackson, List.of("coat"))).hasToString("Body[application/json]");
    }
  }

  @Test
  void imports_areTheJdk_ours_andTheReader() {
    JavaClasses client =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.cloakroom.client");

    ArchRuleDefinition.classes()
        .that()
        .resideOutsideOfPackage("dev.cloakroom.client.objects")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.net.ssl",
            "javax.crypto..",
            "dev.cloakroom.client..",
            "dev.cloakroom.http",
            "org.jspecify.annotations",
            "com.nimbusds.jose.util")
        .check(client);
  }
}
