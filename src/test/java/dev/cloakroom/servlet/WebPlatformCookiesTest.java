package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.testing.WebPlatformTests;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the settings are, a browser keeps each cookie that is written. */
@Tag("C1")
@Tag("C2")
class WebPlatformCookiesTest {
  private static final int LONGEST = 4096;

  /** As browsers do; without {@code __Http-}, which not all know. */
  private static boolean isKept(String scheme, String line) {
    List<String> parts = Arrays.asList(line.split("; ", -1));
    String name = parts.get(0).split("=", 2)[0];
    boolean isSecure = parts.contains("Secure");
    boolean isOfHost =
        parts.contains("Path=/") && parts.stream().noneMatch(part -> part.startsWith("Domain="));
    boolean needsSecure =
        name.startsWith("__Host-")
            || name.startsWith("__Secure-")
            || parts.contains("SameSite=None")
            || parts.contains("Partitioned");
    return parts.get(0).length() - 1 <= LONGEST
        && (!isSecure || scheme.equals("https"))
        && (!needsSecure || isSecure)
        && (!name.startsWith("__Host-") || isOfHost);
  }

  static List<Arguments> cookies() throws IOException {
    return WebPlatformTests.of("cookie");
  }

  static List<Arguments> sizes() throws IOException {
    return WebPlatformTests.of("size");
  }

  @ParameterizedTest
  @MethodSource("cookies")
  void cookie_ofAnybody_isKeptOrNot(String source, String scheme, String line, String kept) {
    assertThat(isKept(scheme, line)).isEqualTo(kept.equals("yes"));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void cookie_ofThisLength_isKeptOrNot(String source, int name, int value, String kept) {
    assertThat(isKept("https", "a".repeat(name) + "=" + "1".repeat(value)))
        .isEqualTo(kept.equals("yes"));
  }

  static Stream<Map<String, String>> settings() {
    return Stream.of(
        Map.of(),
        Map.of("cookie.same-site", "Strict"),
        Map.of("cookie.same-site", "None"),
        Map.of("cookie.same-site", "None", "cookie.partitioned", "on"),
        Map.of("cookie.same-site", "None", "cookie.domain", "app.test"),
        Map.of("cookie.domain", "app.test"),
        Map.of("cookie.path", "/shop"),
        Map.of("cookie.prefix", "http"),
        Map.of("cookie.prefix", "http", "cookie.same-site", "None", "cookie.partitioned", "on"),
        Map.of("session.credential", "signed"),
        Map.of("session.credential", "jwt"),
        Map.of("cookie.secure", "auto"),
        Map.of("cookie.secure", "auto", "cookie.path", "/shop"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void cookie_ofOurs_isKept(Map<String, String> given) {
    Map<String, String> settings =
        new HashMap<>(Map.of("cloakroom.csrf", "token", "cloakroom.device.lifetime", "P90D"));
    given.forEach((name, value) -> settings.put("cloakroom." + name, value));
    TestApplication app = new TestApplication(settings);

    assertThat(written(app, FakeRequest.get("/")))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(line -> assertThat(isKept("https", line)).as(line).isTrue());
    if (given.containsKey("cookie.secure")) {
      assertThat(written(app, FakeRequest.get("/").plain()))
          .allSatisfy(line -> assertThat(isKept("http", line)).as(line).isTrue());
    }
  }

  /** Of a login, of its device and of a visitor; and what takes a cookie away. */
  private static List<String> written(TestApplication app, FakeRequest request) {
    OpenedSession opened = app.browserLogin("alice");
    FakeResponse response = new FakeResponse();
    app.cookie.write(request, response, opened.session(), opened.ticket());
    app.device.remember(request, response, Set.of("alice"));
    FakeResponse ofAVisitor = new FakeResponse();
    app.csrfHandout.of(request, ofAVisitor);
    FakeResponse cleared = new FakeResponse();
    app.cookie.clear(request, cleared);
    return Stream.of(response, ofAVisitor, cleared)
        .flatMap(answer -> answer.cookies().stream())
        .toList();
  }
}
