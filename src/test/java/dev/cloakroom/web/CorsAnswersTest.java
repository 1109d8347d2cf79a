package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.RequestBy;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say of other origins, whatever the application does to them. */
class CorsAnswersTest extends AllowedPageRequests {
  private static final Resource UNREACHED =
      (request, response) -> {
        throw new AssertionError("reached");
      };

  private static FakeRequest options() {
    return FakeRequest.of("OPTIONS", "/page").header("Origin", APP);
  }

  @Test
  @Tag("X11")
  void preflight_isAnswered_beforeTheApplication() throws IOException, ServletException {
    run(options().header("Access-Control-Request-Method", "PUT"), UNREACHED);

    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(response.getHeaders(ALLOW_ORIGIN)).containsExactly(APP);
  }

  @Test
  void otherOptions_areTheApplications() throws IOException, ServletException {
    run(options(), (request, answered) -> answered.setStatus(299));

    assertThat(response.getStatus()).isEqualTo(299);
    assertTold();
  }

  /** So that the page can read that there is nothing to be had. */
  @Test
  @Tag("G7")
  void applicationThatMustNotBeServed_saysIt_andItsPreflightsAreAnswered()
      throws IOException, ServletException {
    closed = true;

    run(get(), UNREACHED);

    assertThat(response.getStatus()).isEqualTo(500);
    assertTold();
  }

  @Test
  @Tag("X9")
  void headersOfTheApplication_areLeftOut() throws IOException, ServletException {
    run(
        get(),
        (request, answered) -> {
          answered.setHeader(ALLOW_ORIGIN, "*");
          answered.addHeader("access-control-allow-origin", "https://evil.test");
          answered.setIntHeader("Access-Control-Max-Age", 1);
          answered.addIntHeader("Access-Control-Max-Age", 1);
          answered.setHeader("X-Other", "stays");
        });

    assertTold();
    assertThat(response.containsHeader("Access-Control-Max-Age")).isFalse();
    assertThat(response.getHeader("X-Other")).isEqualTo("stays");
  }

  /** What is not allowed by us is not opened by anything else. */
  @Test
  @Tag("X8")
  void headersOfTheApplication_openNothing() throws IOException, ServletException {
    run(
        FakeRequest.get("/page").header("Origin", "https://evil.test"),
        (request, answered) -> answered.setHeader(ALLOW_ORIGIN, "https://evil.test"));

    assertThat(response.getHeaderNames()).containsExactly("Vary");
  }

  @Test
  @Tag("X10")
  void varyOfTheApplication_staysBesideOurs() throws IOException, ServletException {
    run(
        get(),
        (request, answered) -> {
          answered.setHeader("Vary", "Accept");
          answered.addHeader("vary", "origin");
          answered.addHeader("Vary", "Cookie");
        });

    assertThat(response.getHeaders("Vary")).containsExactly("Accept", "Origin", "Cookie");
    assertThat(response.getHeaders(ALLOW_ORIGIN)).containsExactly(APP);
  }

  @Test
  @Tag("X10")
  void reset_takesNothingOfItOut() throws IOException, ServletException {
    run(
        get(),
        (request, answered) -> {
          answered.setHeader("X-Other", "goes");
          answered.reset();
        });

    assertTold();
    assertThat(response.containsHeader("X-Other")).isFalse();
  }

  @Test
  void refusedCall_saysIt_once() throws IOException, ServletException {
    run(
        RequestBy.nobody(get()),
        (request, answered) -> {
          answered.setHeader("Vary", "Accept");
          throw new AccessDeniedException("not for you");
        });

    assertThat(response.getStatus()).isEqualTo(401);
    assertTold();
    assertThat(response.getHeaders("Vary")).containsExactlyInAnyOrder("Accept", "Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "OPTIONS"})
  void nothingConfigured_changesNothing(String method) throws IOException, ServletException {
    FakeRequest request =
        FakeRequest.of(method, "/page")
            .header("Origin", APP)
            .header("Access-Control-Request-Method", "PUT");

    run(new TestApplication(), request, (asked, answered) -> answered.addHeader(ALLOW_ORIGIN, "*"));

    assertThat(response.getHeaders(ALLOW_ORIGIN)).containsExactly("*");
    assertThat(response.getHeaderNames()).containsExactly(ALLOW_ORIGIN);
  }
}
