package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.Test;

class LoginConfigNoticeTest {
  @LoginConfig(authMethod = "MP-JWT")
  static class ByInitializer extends Application {}

  @LoginConfig(authMethod = "MP-JWT")
  static class Twice extends Application {}

  @Deprecated
  static class Plain extends Application {}

  private static List<String> startingWith(Class<?>... found) {
    try (LogLines log = LogLines.of("dev.cloakroom")) {
      ServletContext application =
          Stub.of(
              ServletContext.class,
              Map.of(
                  "setAttribute", unused -> null, "getServletRegistrations", unused -> Map.of()));
      new ApplicationInitializer().onStartup(Set.of(found), application);
      return log.lines();
    }
  }

  @Test
  void applicationWithTheAnnotation_isNamed_andToldWhatToRemove() {
    assertThat(startingWith(ByInitializer.class))
        .singleElement()
        .asString()
        .contains("Remove @LoginConfig from " + ByInitializer.class.getName());
  }

  @Test
  void applicationWithTheAnnotation_isNamedOnce() {
    assertThat(startingWith(Twice.class)).hasSize(1);
    assertThat(startingWith(Twice.class)).isEmpty();
  }

  @Test
  void applicationWithoutIt_isNotNamed() {
    assertThat(startingWith(Plain.class)).isEmpty();
  }

  @Test
  void noApplication_isNoFailure() {
    assertThat(startingWith()).isEmpty();
    new ApplicationInitializer().onStartup(null, Stub.of(ServletContext.class));
  }
}
