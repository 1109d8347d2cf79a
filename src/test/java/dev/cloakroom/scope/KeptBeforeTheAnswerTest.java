package dev.cloakroom.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.scope.Cart.Journal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What beans hold is kept before the answer leaves, or another one does. */
class KeptBeforeTheAnswerTest {
  private final TestApplication app =
      new TestApplication(Map.of("cloakroom.login-scoped.max-size", "2000"));
  private final ScopeFixture scope = new ScopeFixture(app, Cart.class, Journal.class);
  private final OpenedSession alice = app.browserLogin("alice");
  private final Cart cart = scope.bean(Cart.class);

  @AfterEach
  void stop() {
    scope.close();
  }

  private SessionRecord record() {
    return Objects.requireNonNull(app.store.find(alice.session().id()));
  }

  private void fill() throws IOException, ServletException {
    scope.request(alice, () -> cart.put("pear", 1));
  }

  /** What the client is told must be so: the answer leaves after the write. */
  @Test
  void firstByte_leavesAfterTheWrite() throws IOException, ServletException {
    scope.request(
        alice,
        (request, response) -> {
          cart.put("pear", 1);
          assertThat(record().beans()).isEmpty();
          response.getOutputStream().write(1);
          assertThat(record().beans()).containsOnlyKeys(Cart.class.getName());
        });
  }

  @Test
  void changedAfterTheFirstByte_isKeptToo() throws IOException, ServletException {
    scope.request(
        alice,
        (request, response) -> {
          cart.put("pear", 1);
          response.getOutputStream().write(1);
          cart.put("late", 1);
        });

    scope.request(alice, () -> assertThat(cart.lines()).containsOnlyKeys("pear", "late"));
  }

  @Test
  void conflictAfterTheFirstByte_isLogged() throws IOException, ServletException {
    fill();
    try (LogLines log = LogLines.of("dev.cloakroom.web")) {
      scope.request(
          alice,
          (request, response) -> {
            response.getOutputStream().write(1);
            cart.put("late", 1);
            scope.request(alice, () -> cart.put("first", 1));
          });

      assertThat(log.lines()).singleElement().asString().contains("is not kept");
    }
    scope.request(alice, () -> assertThat(cart.lines()).containsOnlyKeys("pear", "first"));
  }

  @Test
  void requestThatEndsInAnException_changesNothing() {
    assertThatThrownBy(
            () ->
                scope.request(
                    alice,
                    () -> {
                      cart.put("pear", 1);
                      throw new ServletException("the application's own trouble");
                    }))
        .isInstanceOf(ServletException.class);

    assertThat(record().beans()).isEmpty();
  }

  @Test
  void moreThanIsAllowed_is507_andNothingChanges() throws IOException, ServletException {
    fill();
    Map<String, ?> before = record().beans();

    FakeResponse answer = scope.request(alice, () -> cart.put("x".repeat(2000), 1));

    assertThat(answer.getStatus()).isEqualTo(507);
    assertThat(answer.text()).contains("state-too-large");
    assertThat(record().beans()).isEqualTo(before);
  }

  @Test
  @Tag("G7")
  void storeDown_is503_whereBeansAreUsed_andWhereTheyAreKept()
      throws IOException, ServletException {
    FakeResponse kept =
        scope.request(
            alice,
            (request, response) -> {
              cart.put("pear", 1);
              app.store.breakDown();
              response.getWriter().write("done");
            });
    FakeResponse used = scope.request(alice, () -> assertThat(cart.lines()).isEmpty());
    FakeResponse unused = scope.request(alice, () -> {});

    assertThat(List.of(kept.getStatus(), used.getStatus(), unused.getStatus()))
        .containsExactly(503, 503, 200);
    assertThat(kept.getHeader("Retry-After")).isNotNull();
    assertThat(kept.text()).doesNotContain("done");
  }

  @Test
  void answerThatGivesWay_keepsItsCookies() throws IOException, ServletException {
    FakeResponse answer =
        scope.request(
            alice,
            (request, response) -> {
              ((HttpServletResponse) response).addHeader("Set-Cookie", "theme=dark; Path=/");
              ((HttpServletResponse) response).setHeader("ETag", "x");
              cart.put("x".repeat(2000), 1);
            });

    assertThat(answer.cookies()).containsExactly("theme=dark; Path=/");
    assertThat(answer.containsHeader("ETag")).isFalse();
  }
}
