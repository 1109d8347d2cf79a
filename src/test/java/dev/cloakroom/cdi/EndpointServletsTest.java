package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.web.LoginServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointServletsTest {
  /** What the server has, by name. */
  private final Map<String, ServletRegistration.Dynamic> servlets = new LinkedHashMap<>();

  private final ServletContext application =
      Stub.of(
          ServletContext.class,
          Map.of(
              "getServletRegistrations", unused -> servlets,
              "addServlet", asked -> add((String) asked[0])));

  private ServletRegistration.@Nullable Dynamic add(String name) {
    if (servlets.containsKey(name)) {
      return null;
    }
    Set<String> mappings = new LinkedHashSet<>();
    ServletRegistration.Dynamic added =
        Stub.of(
            ServletRegistration.Dynamic.class,
            Map.of(
                "getName", unused -> name,
                "getClassName", unused -> "shop." + name,
                "getMappings", unused -> mappings,
                "addMapping", asked -> map(mappings, List.of((String[]) asked[0]))));
    servlets.put(name, added);
    return added;
  }

  /** All of them or none, as the specification has it. */
  private Set<String> map(Set<String> mappings, List<String> patterns) {
    Set<String> taken = new LinkedHashSet<>();
    servlets.values().forEach(servlet -> taken.addAll(servlet.getMappings()));
    taken.retainAll(patterns);
    if (taken.isEmpty()) {
      mappings.addAll(patterns);
    }
    return taken;
  }

  private void hasServlet(String name, String pattern) {
    Objects.requireNonNull(add(name)).addMapping(pattern);
  }

  private EndpointServlets endpoints(Map<String, String> settings) {
    Settings read = SettingsReader.read(SettingsSource.of("test", settings)).settings();
    return new EndpointServlets(read, application);
  }

  @ParameterizedTest
  @CsvSource({
    "/login,                 login",
    "/login/factor,          factor",
    "/logout,                logout",
    "/refresh,               refresh",
    "/session,               session",
    "/sessions,              sessions",
    "/sessions/*,            sessions",
    "/.well-known/jwks.json, jwks"
  })
  void register_whereTheApplicationAnswers_isRefused_withBothSettings(String at, String endpoint) {
    hasServlet("page", at);

    assertThatIllegalStateException()
        .isThrownBy(() -> endpoints(Map.of()).register())
        .withMessageStartingWith("Cloakroom does not start: ")
        .withMessageContaining("page (shop.page) is mapped to " + at + ",")
        .withMessageContaining("cloakroom.path")
        .withMessageContaining("cloakroom.endpoint." + endpoint + ".enabled=false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/*", "/login/*", "/sessions/other/*", "*.json", "/log"})
  void register_besideOtherMappings_goesOn(String pattern) {
    hasServlet("page", pattern);

    assertThatCode(() -> endpoints(Map.of()).register()).doesNotThrowAnyException();
  }

  @Test
  void register_whereTheEndpointIsSwitchedOff_goesOn() {
    hasServlet("page", "/login");

    assertThatCode(() -> endpoints(Map.of("cloakroom.endpoint.login.enabled", "false")).register())
        .doesNotThrowAnyException();
  }

  @Test
  void register_elsewhere_goesOn() {
    hasServlet("page", "/login");

    assertThatCode(() -> endpoints(Map.of("cloakroom.path", "/auth")).register())
        .doesNotThrowAnyException();
  }

  @Test
  void register_whereOurServletIsTakenByName_isRefused() {
    hasServlet(LoginServlet.class.getName(), "/elsewhere");

    assertThatIllegalStateException()
        .isThrownBy(() -> endpoints(Map.of()).register())
        .withMessageContaining("/login");
  }

  @Test
  void whenStarted_seesWhatWasMappedLater() {
    EndpointServlets endpoints = endpoints(Map.of());
    endpoints.register();
    assertThat(endpoints.whenStarted()).isNull();

    hasTwice("late", "/login");

    assertThat(endpoints.whenStarted()).contains("late", "/login");
  }

  /** As on a server that looks at mappings only when it starts. */
  private void hasTwice(String name, String pattern) {
    servlets.put(
        name,
        Stub.of(
            ServletRegistration.Dynamic.class,
            Map.of(
                "getName", unused -> name,
                "getClassName", unused -> name,
                "getMappings", unused -> Set.of(pattern))));
  }
}
