package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may ask for although the container guards it. */
class OpenPlacesTest {
  private final MechanismFixture fixture =
      new MechanismFixture(
          new TestApplication(
              Map.of(
                  "cloakroom.login.page", "/in.html?a=b",
                  "cloakroom.login.factor-page", "/code.html",
                  "cloakroom.login.resources", "/css/*, /logo.png",
                  "cloakroom.endpoint.jwks.enabled", "false")));

  private AuthenticationStatus guarded(FakeRequest request) {
    return fixture.validate(new FakeMessageContext(request).guarded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/in.html",
        "/code.html",
        "/css/a.css",
        "/css/a/b.css",
        "/logo.png",
        "/login",
        "/login/factor",
        "/refresh",
        "/revoke",
        "/logout",
        "/session",
        "/sessions"
      })
  void guarded_isAnsweredFromThere(String path) {
    FakeRequest request = FakeRequest.get(path);

    assertThat(guarded(request)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    assertThat(request.forwards()).containsExactly(path);
  }

  @Test
  void notGuarded_takesNoDetour() {
    FakeRequest login = FakeRequest.post("/login");

    assertThat(fixture.validate(new FakeMessageContext(login)))
        .isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(login.forwards()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/in.html/x",
        "/in.htm",
        "/css",
        "/css/%2e%2e/secret",
        "/css/../secret",
        "/css/./a",
        "/css/a;b",
        "/css/a?b",
        "/css/a b",
        "/css\\a",
        "/logo.png/",
        "/.well-known/jwks.json",
        "/WEB-INF/web.xml",
        "/secret",
        "/"
      })
  @Tag("X18")
  void everythingElse_isRefused(String path) {
    FakeRequest request = FakeRequest.get(path);

    assertThat(guarded(request)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(request.forwards()).isEmpty();
  }

  @Test
  @Tag("X18")
  void belowAnEndpoint_whatCouldBeDecodedTwice_isRefused() {
    FakeRequest request = FakeRequest.get("/sessions").pathInfo("/%2e%2e/secret");

    assertThat(guarded(request)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(guarded(FakeRequest.get("/sessions").pathInfo("/abc")))
        .isEqualTo(AuthenticationStatus.SEND_CONTINUE);
  }

  @Test
  void resources_areForReading() {
    assertThat(guarded(FakeRequest.post("/css/a.css")))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(guarded(FakeRequest.post("/in.html"))).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
  }

  /** A server that takes a megabyte of headers takes a path as long. */
  @ParameterizedTest
  @ValueSource(strings = {"/css", "/secret", "/login"})
  @Tag("X18")
  void guarded_longPath_isAnsweredLikeAnyOther(String start) {
    FakeRequest deep = FakeRequest.get(start + "/a".repeat(500_000));

    assertThat(guarded(deep))
        .isEqualTo(
            start.equals("/css")
                ? AuthenticationStatus.SEND_CONTINUE
                : AuthenticationStatus.SEND_FAILURE);
  }
}
