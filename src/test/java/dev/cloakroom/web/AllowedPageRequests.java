package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FilterAround;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Requests of a page of an origin that is allowed, through the filter, to what stands behind it.
 */
abstract class AllowedPageRequests {
  static final String APP = "https://app.test";
  static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  final FakeResponse response = new FakeResponse();
  boolean closed;

  /** What stands behind the filter. */
  @FunctionalInterface
  interface Resource {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  final void run(TestApplication app, HttpServletRequest request, Resource resource)
      throws IOException, ServletException {
    FilterAround.of(app, () -> closed)
        .doFilter(
            request,
            response,
            (asked, answered) ->
                resource.answer((HttpServletRequest) asked, (HttpServletResponse) answered));
  }

  final void run(HttpServletRequest request, Resource resource)
      throws IOException, ServletException {
    run(new TestApplication(Map.of("cloakroom.cors.allowed-origins", APP)), request, resource);
  }

  static FakeRequest get() {
    return FakeRequest.get("/page").header("Origin", APP);
  }

  final void assertTold() {
    assertThat(response.getHeaders(ALLOW_ORIGIN)).containsExactly(APP);
    assertThat(response.getHeaders("Access-Control-Allow-Credentials")).containsExactly("true");
    assertThat(response.getHeaders("Vary")).containsOnlyOnce("Origin");
  }
}
