package dev.cloakroom.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.CallerPrincipal;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers of the application's own types, kept with their logins. */
class OwnCallersTest {
  private final TestApplication app = new TestApplication();
  private final FakeRequest later = FakeRequest.get("/page");
  private final OwnCallers callers = app.callers(later, Employee.class, Visitor.class);

  /** A caller who can be kept. */
  static class Employee extends CallerPrincipal {
    private static final long serialVersionUID = 1L;
    final String department;

    Employee(String name, String department) {
      super(name);
      this.department = department;
    }
  }

  /** A caller who cannot. */
  static final class Visitor extends CallerPrincipal {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings({"serial", "UnusedVariable"}) // what makes it so
    private final Object escort = new Object();

    Visitor(String name) {
      super(name);
    }
  }

  /** A caller whose type was not found in the application. */
  static final class Stranger extends CallerPrincipal {
    private static final long serialVersionUID = 1L;

    Stranger(String name) {
      super(name);
    }
  }

  private OpenedSession login(CallerPrincipal caller) {
    Map<String, BeanState> state = callers.stateOf(caller, FakeRequest.post("/login"));
    return app.open(app.loginNow(caller.getName()).keeping(state));
  }

  private @Nullable CallerPrincipal found(OwnCallers node, OpenedSession login) {
    new RequestLogin.ByTicket(login.session(), login.ticket()).establish(later, new FakeResponse());
    return node.current();
  }

  @Test
  void ownCallerOfALoginThatWaited_isFoundInTheRequestThatCompletesIt() {
    Map<String, BeanState> state =
        callers.stateOf(new Employee("alice", "sales"), FakeRequest.post("/login"));
    OpenedSession login = app.open(app.loginNow("alice").keeping(state));
    LoginExchange.tell(later, new LoginExchange.Succeeded(login));
    assertThat(found(callers, login)).isNull();

    callers.recall(state, later);

    assertThat(found(callers, login)).isInstanceOf(Employee.class);
    callers.recall(Map.of(), later);
    assertThat(found(callers, login)).isNull();
  }

  @Test
  void ownCaller_isFoundInLaterRequests_madeOnce() {
    OpenedSession login = login(new Employee("alice", "sales"));

    CallerPrincipal found = found(callers, login);

    assertThat(found)
        .isInstanceOfSatisfying(
            Employee.class,
            employee -> {
              assertThat(employee.department).isEqualTo("sales");
              assertThat(employee.getName()).isEqualTo("alice");
            });
    assertThat(found(callers, login)).isSameAs(found);
  }

  @Test
  void ownCaller_isFoundOnAnotherNode() {
    OpenedSession login = login(new Employee("alice", "sales"));

    CallerPrincipal found = found(app.callers(later, Employee.class), login);

    assertThat(found).isInstanceOf(Employee.class);
  }

  @Test
  void callerOfNoOwnType_keepsNothing() {
    OpenedSession login = login(new CallerPrincipal("alice"));

    assertThat(found(callers, login)).isNull();
    assertThat(callers.canBe(CallerPrincipal.class)).isFalse();
    assertThat(callers.canBe(Principal.class)).isFalse();
    assertThat(callers.canBe(Employee.class)).isTrue();
  }

  @Test
  void nobody_isNoOwnCaller() {
    assertThat(callers.current()).isNull();
  }

  @Test
  void callerWhoCannotBeKept_isNamedOnce() {
    try (LogLines log = LogLines.of("dev.cloakroom.scope")) {
      assertThat(found(callers, login(new Visitor("alice")))).isNull();
      login(new Visitor("bob"));

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains(Visitor.class.getName(), "java.lang.Object is not java.io.Serializable")
          .doesNotContain("alice");
    }
  }

  @Test
  void callerWhoIsTooLarge_isNotKept() {
    try (LogLines log = LogLines.of("dev.cloakroom.scope")) {
      OpenedSession login = login(new Employee("alice", "s".repeat(20_000)));

      assertThat(found(callers, login)).isNull();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("cloakroom.login-scoped.max-size");
    }
  }

  @Test
  @Tag("S16")
  void storedCallerOfAnotherType_isNeverMade() {
    OwnCallers open = app.callers(later, Stranger.class);
    Map<String, BeanState> state = open.stateOf(new Stranger("alice"), FakeRequest.post("/login"));
    OpenedSession login = app.open(app.loginNow("alice").keeping(state));

    try (LogLines log = LogLines.of("dev.cloakroom.scope")) {
      assertThat(found(callers, login)).isNull();
      assertThat(found(callers, login)).isNull();
      assertThat(log.lines()).singleElement().asString().contains("cannot be read");
    }
    assertThat(found(open, login)).isInstanceOf(Stranger.class);
  }
}
