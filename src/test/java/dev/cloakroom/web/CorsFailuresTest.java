package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.RequestTo;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say of other origins where the application fails. */
class CorsFailuresTest extends AllowedPageRequests {

  private void fail(FakeRequest request, ErrorPages pages) throws IOException, ServletException {
    RequestTo asked = new RequestTo(request);
    pages.tell(asked.getServletContext());
    run(
        asked,
        (unused, answered) -> {
          answered.setHeader("Content-Encoding", "gzip");
          throw new IllegalStateException("a secret");
        });
  }

  /** As Jersey does it: the container has its answer, and is told of the failure as well. */
  @Test
  void failure_afterAnError_leavesTheError() throws IOException, ServletException {
    RequestTo asked = new RequestTo(get());

    run(
        asked,
        (unused, answered) -> {
          answered.sendError(503);
          throw new IllegalStateException("told to");
        });

    assertThat(response.getStatus()).isEqualTo(503);
    assertTold();
  }

  /** What has begun cannot be taken back: it must not look complete. */
  @Test
  void failure_afterTheAnswerHasBegun_isHandedOn() {
    assertThatThrownBy(
            () ->
                run(
                    new RequestTo(get()),
                    (unused, answered) -> {
                      answered.flushBuffer();
                      throw new IllegalStateException("too late");
                    }))
        .hasMessage("too late");
  }

  private static ErrorPages pages(Set<Integer> statuses, String... failures) {
    return new ErrorPages(statuses, Set.of(failures), ErrorPages.Reach.NAMED);
  }

  /** Containers leave out all headers when they answer for an application that has failed. */
  @Test
  @Tag("G7")
  void failure_isAnswered_soThatTheAllowedPageCanReadIt() throws IOException, ServletException {
    fail(get(), pages(Set.of(404), "java.io.IOException"));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.text()).contains("internal-error").doesNotContain("secret");
    assertThat(response.containsHeader("Content-Encoding")).isFalse();
    assertTold();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.IllegalStateException", "java.lang.Throwable", "500"})
  void failure_thatHasAPage_isHandedOn(String page) {
    ErrorPages pages =
        page.equals("500") ? pages(Set.of(500)) : pages(Set.of(), page, "java.lang.Error");

    assertThatThrownBy(() -> fail(get(), pages)).hasMessage("a secret");
  }

  @Test
  void failure_whereNobodyMayReadIt_isHandedOn() {
    FakeRequest evil = FakeRequest.get("/page").header("Origin", "https://evil.test");

    assertThatThrownBy(() -> fail(evil, pages(Set.of()))).hasMessage("a secret");
    assertThatThrownBy(() -> fail(FakeRequest.get("/page"), pages(Set.of())))
        .hasMessage("a secret");
  }
}
