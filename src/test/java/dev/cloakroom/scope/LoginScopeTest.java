package dev.cloakroom.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.scope.Cart.Journal;
import dev.cloakroom.scope.Cart.Line;
import dev.cloakroom.scope.Cart.Wish;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beans of the scope through several requests of one login. */
class LoginScopeTest {
  private final TestApplication app = new TestApplication();
  private final ScopeFixture scope = new ScopeFixture(app, Cart.class, Journal.class, Note.class);
  private final OpenedSession alice = app.browserLogin("alice");
  private final Cart cart = scope.bean(Cart.class);
  private final Note note = scope.bean(Note.class);

  @AfterEach
  void stop() {
    scope.close();
  }

  private List<String> journal() {
    return scope.bean(Journal.class).entries;
  }

  private SessionRecord record() {
    return Objects.requireNonNull(app.store.find(alice.session().id()));
  }

  private void fill() throws IOException, ServletException {
    scope.request(alice, () -> cart.put("pear", 1));
  }

  @Test
  void changedInOneRequest_isThereInTheNext() throws IOException, ServletException {
    fill();

    scope.request(
        alice,
        () -> {
          assertThat(cart.lines()).isEqualTo(Map.of("pear", new Line(1, List.of(Wish.TODAY))));
          assertThat(cart.begun()).isEqualTo("begun");
        });
    assertThat(journal()).containsExactly("begun");
  }

  @Test
  void oneRequest_hasOneInstance_anotherHasItsOwn() throws IOException, ServletException {
    scope.request(
        alice,
        () -> {
          assertThat(cart.lines()).isSameAs(cart.lines());
          assertThat(cart.looks()).isEqualTo(2);
          scope.request(alice, () -> assertThat(cart.looks()).isZero());
        });
  }

  @Test
  @Tag("S4")
  void anotherLoginOfTheSameCaller_hasItsOwn() throws IOException, ServletException {
    fill();

    scope.request(app.browserLogin("alice"), () -> assertThat(cart.lines()).isEmpty());
  }

  @Test
  void nobodyLoggedIn_isNotActive() throws IOException, ServletException {
    fill();

    assertThatThrownBy(cart::lines).isInstanceOf(ContextNotActiveException.class);
  }

  @Test
  void onlyRead_isNotWritten() throws IOException, ServletException {
    fill();
    long version = record().version();

    for (int i = 0; i < 3; i++) {
      scope.request(alice, () -> assertThat(cart.lines()).hasSize(1));
    }

    assertThat(record().version()).isEqualTo(version);
  }

  @Test
  @Tag("S15")
  void changedByTwoRequestsAtOnce_theFirstIsKept_theOtherIsTold()
      throws IOException, ServletException {
    fill();

    FakeResponse late =
        scope.request(
            alice,
            (request, response) -> {
              cart.put("late", 1);
              scope.request(alice, () -> cart.put("first", 1));
              response.getWriter().write("done");
            });

    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.text()).contains("conflicting-change").doesNotContain("done");
    scope.request(alice, () -> assertThat(cart.lines()).containsOnlyKeys("pear", "first"));
  }

  @Test
  void differentBeansChangedAtOnce_areBothKept() throws IOException, ServletException {
    fill();

    FakeResponse answer =
        scope.request(
            alice,
            () -> {
              cart.put("apple", 1);
              scope.request(alice, () -> note.write("first"));
            });

    assertThat(answer.getStatus()).isEqualTo(200);
    scope.request(
        alice,
        () -> {
          assertThat(cart.lines()).containsOnlyKeys("pear", "apple");
          assertThat(note.text()).isEqualTo("first");
        });
  }

  /** As when a page loads several parts of itself right after the login. */
  @Test
  void begunByTwoRequestsAtOnce_isNoConflict() throws IOException, ServletException {
    FakeResponse answer =
        scope.request(
            alice,
            () -> {
              assertThat(cart.lines()).isEmpty();
              fill();
            });

    assertThat(answer.getStatus()).isEqualTo(200);
    scope.request(alice, () -> assertThat(cart.lines()).containsOnlyKeys("pear"));
  }

  @Test
  void logout_destroysTheInstanceOfTheRequest() throws IOException, ServletException {
    scope.request(
        alice,
        () -> {
          cart.put("pear", 1);
          scope.ender().logOut(alice.session().id());
        });

    assertThat(journal()).containsExactly("begun", "ended with [pear]");
    assertThat(record().beans()).isEmpty();
  }

  @Test
  @Tag("S10")
  void endedByAnAdministrator_destroysWhatIsKept_once() throws IOException, ServletException {
    fill();
    scope.request(alice, () -> note.write("no last words"));

    scope.ender().end(alice.session().id(), EndReason.ENDED_BY_ADMINISTRATOR);
    scope.ender().end(alice.session().id(), EndReason.ENDED_BY_ADMINISTRATOR);

    assertThat(journal()).containsExactly("begun", "ended with [pear]");
  }
}
