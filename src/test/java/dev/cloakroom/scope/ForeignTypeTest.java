package dev.cloakroom.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Values of types that no bean's field names. One container at a time: they ask for the current
 * one.
 */
class ForeignTypeTest {
  private final TestApplication app = new TestApplication();
  private final OpenedSession alice = app.browserLogin("alice");

  private SessionRecord record() {
    return recordOf(app, alice);
  }

  @Test
  @Tag("S16")
  void valueOfAnotherType_isRefusedWhenItIsWritten() throws IOException, ServletException {
    try (ScopeFixture scope = new ScopeFixture(app, Note.class);
        LogLines log = LogLines.of("dev.cloakroom.scope")) {
      Note note = scope.bean(Note.class);
      FakeResponse answer = scope.request(alice, () -> note.write(new Stranger()));

      assertThat(answer.getStatus()).isEqualTo(500);
      assertThat(answer.text()).doesNotContain("Stranger");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains(Stranger.class.getName(), "field text", "cloakroom.login-scoped.types");
    }
    assertThat(record().beans()).isEmpty();
  }

  @Test
  @Tag("S16")
  void valueOfATypeThatTheSettingNames_isKept() throws IOException, ServletException {
    TestApplication open =
        new TestApplication(
            Map.of("cloakroom.login-scoped.types", Stranger.class.getPackageName() + ".*"));
    try (ScopeFixture allowing = new ScopeFixture(open, Note.class)) {
      OpenedSession bob = open.browserLogin("bob");
      Note his = allowing.bean(Note.class);
      allowing.request(bob, () -> his.write(new Stranger()));

      allowing.request(bob, () -> assertThat(his.text()).isInstanceOf(Stranger.class));
    }
  }

  /** Whoever can write into the store must not choose what is made of it. */
  @Test
  @Tag("S16")
  void storedValueOfAnotherType_isNeverMade_andTheBeanBeginsAgain()
      throws IOException, ServletException {
    TestApplication open =
        new TestApplication(Map.of("cloakroom.login-scoped.types", Stranger.class.getName()));
    try (ScopeFixture allowing = new ScopeFixture(open, Note.class)) {
      OpenedSession bob = open.browserLogin("bob");
      allowing.request(bob, () -> allowing.bean(Note.class).write(new Stranger()));
      app.store.replace(record().keeping(recordOf(open, bob).beans()));
    }
    Stranger.made = 0;

    try (ScopeFixture scope = new ScopeFixture(app, Note.class);
        LogLines log = LogLines.of("dev.cloakroom.scope")) {
      Note note = scope.bean(Note.class);
      FakeResponse answer = scope.request(alice, () -> assertThat(note.text()).isEqualTo(""));
      scope.request(alice, () -> assertThat(note.text()).isEqualTo(""));

      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(log.lines()).singleElement().asString().contains("begins again");
    }
    assertThat(Stranger.made).isZero();
  }

  private static SessionRecord recordOf(TestApplication app, OpenedSession login) {
    return Objects.requireNonNull(app.store.find(login.session().id()));
  }

  /** A class that no field of a bean names. */
  static final class Stranger implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    static int made;

    private void readObject(java.io.ObjectInputStream in)
        throws IOException, ClassNotFoundException {
      made++;
      in.defaultReadObject();
    }
  }
}
